/** Takes a text, gives its QR code as few rectangles (JIS X 0510, error correction M, bytes in UTF-8). */

import { encodeQR } from 'qr';
import { refuse } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Rectangle } from './customer-barcode.js';

/** Rectangles from the code's top left, `size` wide and high. Four white modules must be left on every side: they are not included. */
export function qrRectangles(text: string, size: Length): readonly Rectangle[] {
  const code = encode(text);
  const count = code.length;
  // Both edges of neighbours come from the same rounding, so that no hair of white runs between them.
  const edge = (module: number): Length => Math.round((size * module) / count);
  const rectangles: Rectangle[] = [];
  let above = new Map<number, { end: number; top: number }>();
  for (let row = 0; row <= count; row += 1) {
    const runs = darkRuns(code[row] ?? []);
    const current = new Map<number, { end: number; top: number }>();
    for (const [start, run] of above) {
      if (runs.get(start) === run.end) current.set(start, run);
      else
        rectangles.push([edge(start), edge(run.top), edge(run.end) - edge(start), edge(row) - edge(run.top)]);
    }
    for (const [start, end] of runs) if (!current.has(start)) current.set(start, { end, top: row });
    above = current;
  }
  return rectangles;
}

/** What the largest symbol holds (JIS X 0510 Table 7, 40-M). */
const MOST_BYTES = 2331;
/** The library gives no symbol without a white border. */
const BORDER = 1;

/** The rows of modules, true for dark. */
function encode(text: string): readonly (readonly boolean[])[] {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) {
    refuse({
      code: 'symbols/qr-too-long',
      message: {
        ja: `QR コードに入る長さを超えています（${bytes} バイト）。`,
        en: `The text is too long for a QR code (${bytes} bytes).`,
      },
      hint: { ja: '短いアドレスにしてください。', en: 'Use a shorter address.' },
    });
  }
  const rows = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: BORDER });
  return rows.slice(BORDER, -BORDER).map((row) => row.slice(BORDER, -BORDER));
}

/** Start and end of each run of dark modules in a row. */
function darkRuns(row: readonly boolean[]): ReadonlyMap<number, number> {
  const runs = new Map<number, number>();
  let start = -1;
  for (let column = 0; column <= row.length; column += 1) {
    const dark = row[column] ?? false;
    if (dark && start < 0) start = column;
    if (!dark && start >= 0) {
      runs.set(start, column);
      start = -1;
    }
  }
  return runs;
}
