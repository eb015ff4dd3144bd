/** Takes a text, gives its QR code as few rectangles (JIS X 0510, error correction M, bytes in UTF-8). */

import qrcode from 'qrcode-generator';
import { refuse } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Rectangle } from './customer-barcode.js';

/** Rectangles from the code's top left, `size` wide and high. Four white modules must be left on every side: they are not included. */
export function qrRectangles(text: string, size: Length): readonly Rectangle[] {
  const code = encode(text);
  const count = code.getModuleCount();
  // Both edges of neighbours come from the same rounding, so that no hair of white runs between them.
  const edge = (module: number): Length => Math.round((size * module) / count);
  const rectangles: Rectangle[] = [];
  let above = new Map<number, { end: number; top: number }>();
  for (let row = 0; row <= count; row += 1) {
    const runs = row < count ? darkRuns(code, row, count) : new Map<number, number>();
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

type QrCode = ReturnType<typeof qrcode>;

function encode(text: string): QrCode {
  const code = qrcode(0, 'M');
  // The generator takes one character a byte.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte');
  try {
    code.make();
  } catch (cause) {
    refuse(
      {
        code: 'symbols/qr-too-long',
        message: {
          ja: `QR コードに入る長さを超えています（${Buffer.byteLength(text)} バイト）。`,
          en: `The text is too long for a QR code (${Buffer.byteLength(text)} bytes).`,
        },
        hint: { ja: '短いアドレスにしてください。', en: 'Use a shorter address.' },
      },
      cause,
    );
  }
  return code;
}

/** Start and end of each run of dark modules in a row. */
function darkRuns(code: QrCode, row: number, count: number): Map<number, number> {
  const runs = new Map<number, number>();
  let start = -1;
  for (let column = 0; column <= count; column += 1) {
    const dark = column < count && code.isDark(row, column);
    if (dark && start < 0) start = column;
    if (!dark && start >= 0) {
      runs.set(start, column);
      start = -1;
    }
  }
  return runs;
}
