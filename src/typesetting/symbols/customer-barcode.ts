/** Takes the 21 codes of a Japan Post customer barcode and its size in points, gives its 67 bars as rectangles. */

import { refuse, sure } from '../../problem.js';
import { type Length, mm } from '../../units.js';

/** [x, y, width, height] from the symbol's top left. */
export type Rectangle = readonly [Length, Length, Length, Length];

export interface BarcodeShape {
  readonly width: Length;
  readonly height: Length;
  readonly rectangles: readonly Rectangle[];
}

/** F long, A upper semi-long, D lower semi-long, T timing. In the order of the codes' values for the check digit. */
const BARS: ReadonlyMap<string, string> = new Map([
  ['0', 'FTT'],
  ['1', 'FFT'],
  ['2', 'FDA'],
  ['3', 'DFA'],
  ['4', 'FAD'],
  ['5', 'FTF'],
  ['6', 'DAF'],
  ['7', 'AFD'],
  ['8', 'ADF'],
  ['9', 'TFF'],
  ['-', 'TFT'],
  ['CC1', 'DAT'],
  ['CC2', 'DTA'],
  ['CC3', 'ADT'],
  ['CC4', 'TDA'],
  ['CC5', 'ATD'],
  ['CC6', 'TAD'],
  ['CC7', 'TTF'],
  ['CC8', 'FFF'],
]);
const START = 'FD';
const STOP = 'DF';
const CODES = 21;
const MODULUS = BARS.size;

/** Millimetres at 10 points; all grow with the size. */
const STEP = 1.2;
const BAR = 0.6;
/** Top and height in steps. */
const EXTENT: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['F', [0, 3]],
  ['A', [0, 2]],
  ['D', [1, 2]],
  ['T', [1, 1]],
]);

export const SMALLEST_BARCODE = 8;
export const LARGEST_BARCODE = 11.5;

/** The letters of the bars from left to right. */
export function barcodeBars(codes: string): string {
  const list = codes.split(' ');
  const values = list.map((code) => [...BARS.keys()].indexOf(code));
  const sum = values.reduce((total, value) => total + value, 0);
  if (list.length !== CODES || values.includes(-1) || sum % MODULUS !== 0) {
    refuse({
      code: 'symbols/barcode-codes',
      message: {
        ja: 'カスタマバーコードの符号が正しくありません。',
        en: 'The codes of the customer barcode are not valid.',
      },
      hint: {
        ja: '20 個の符号とチェックディジットを、空白で区切って渡してください。',
        en: 'Give 20 codes and their check digit, separated by single spaces.',
      },
    });
  }
  return START + list.map((code) => sure(BARS.get(code), 'bars of a code')).join('') + STOP;
}

/** `points` is the size by which Japan Post names the symbol, 8 to 11.5. The quiet zone of 2 mm is not included. */
export function barcodeRectangles(codes: string, points: number): BarcodeShape {
  if (!(points >= SMALLEST_BARCODE && points <= LARGEST_BARCODE)) {
    refuse({
      code: 'symbols/barcode-size',
      message: {
        ja: `カスタマバーコードの大きさ ${points} ポイントは使えません。`,
        en: `A customer barcode cannot be ${points} points large.`,
      },
      hint: {
        ja: `${SMALLEST_BARCODE} から ${LARGEST_BARCODE} ポイントまでの font-size にしてください。`,
        en: `Set font-size from ${SMALLEST_BARCODE}pt to ${LARGEST_BARCODE}pt.`,
      },
    });
  }
  const at = (steps: number): Length => mm((steps * STEP * points) / 10);
  const bar = mm((BAR * points) / 10);
  const bars = barcodeBars(codes);
  const rectangles = Array.from(bars, (letter, index): Rectangle => {
    const [top, height] = sure(EXTENT.get(letter), 'extent of a bar');
    return [at(index), at(top), bar, at(height)];
  });
  return { width: at(bars.length - 1) + bar, height: at(3), rectangles };
}
