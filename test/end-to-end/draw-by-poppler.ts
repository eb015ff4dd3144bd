/** Takes a PDF, gives its pages as poppler draws them, in grey. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Picture } from '../typesetting/pdf/read-pdf.js';

/** `scale` is pixels a point. */
export function drawByPoppler(bytes: Uint8Array, scale: number): readonly Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'annai-poppler-'));
  try {
    writeFileSync(join(folder, 'sheet.pdf'), bytes);
    execFileSync('pdftoppm', [
      '-r',
      String(72 * scale),
      '-gray',
      join(folder, 'sheet.pdf'),
      join(folder, 'page'),
    ]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return names.sort().map((name) => readGreymap(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readGreymap(file: Buffer): Picture {
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64)) ?? [];
  const pixels = new Uint8ClampedArray(file.subarray(head.length));
  return {
    width: Number(width),
    height: Number(height),
    pixels,
    grey: (x, y) => pixels[y * Number(width) + x] ?? 255,
  };
}
