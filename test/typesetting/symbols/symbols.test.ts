import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/problem.js';
import { barcodeRectangles } from '../../../src/typesetting/symbols/customer-barcode.js';
import { qrRectangles } from '../../../src/typesetting/symbols/qr.js';
import { mm, toMm } from '../../../src/units.js';

const read = jsQR as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string; binaryData: number[] } | null;

/** Paints rectangles black on white, `dots` across, with a margin. */
function rasterise(rectangles: ReturnType<typeof qrRectangles>, size: number, dots: number) {
  const margin = Math.round(dots / 6);
  const width = dots + 2 * margin;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const toDot = (length: number): number => Math.round((length * dots) / size);
  for (const [x, y, w, h] of rectangles) {
    for (let row = toDot(y); row < toDot(y + h); row += 1) {
      for (let column = toDot(x); column < toDot(x + w); column += 1) {
        pixels.fill(
          0,
          ((row + margin) * width + column + margin) * 4,
          ((row + margin) * width + column + margin) * 4 + 3,
        );
      }
    }
  }
  return { pixels, width };
}

describe('a QR code', () => {
  test.each([
    ['https://www.example.jp/support'],
    ['設定のご案内 髙橋　𠮷﨑'],
    ['mailto:info@example.jp?subject=%E3%81%82'],
    ['x'.repeat(400)],
  ])('is read back as %j', (text) => {
    const size = mm(25);
    const { pixels, width } = rasterise(qrRectangles(text, size), size, 640);
    const found = read(pixels, width, width);
    expect(Buffer.from(found?.binaryData ?? []).toString('utf8')).toBe(text);
  });

  test('is made of few rectangles that do not overlap and fill the square', () => {
    const size = mm(25);
    const rectangles = qrRectangles('https://www.example.jp/support', size);
    expect(rectangles.length).toBeLessThan(260);
    expect(Math.max(...rectangles.map(([x, , w]) => x + w))).toBe(size);
    expect(Math.max(...rectangles.map(([, y, , h]) => y + h))).toBe(size);
    for (const [index, [x, y, w, h]] of rectangles.entries()) {
      expect([x, y, w, h].every(Number.isInteger) && w > 0 && h > 0).toBe(true);
      for (const [x2, y2, w2, h2] of rectangles.slice(index + 1)) {
        expect(x < x2 + w2 && x2 < x + w && y < y2 + h2 && y2 < y + h).toBe(false);
      }
    }
  });

  test('holds as many bytes as the largest symbol does, and refuses one more', () => {
    const most = 'あ'.repeat(777);
    expect(qrRectangles(most, mm(100))).not.toEqual([]);
    expect(() => qrRectangles(`${most}x`, mm(100))).toThrow(ProblemError);
  });
});

/** Top and height in millimetres at 10 points. */
const KINDS = new Map([
  ['0 3.6', 'F'],
  ['0 2.4', 'A'],
  ['1.2 2.4', 'D'],
  ['1.2 1.2', 'T'],
]);

describe('a customer barcode', () => {
  const codes = '2 6 3 0 0 2 3 3 - 3 0 - 8 - 4 0 3 CC4 CC4 CC4 5';

  test.each([
    [8, 63.84, 2.88],
    [10, 79.8, 3.6],
    [11.5, 91.77, 4.14],
  ])('of %f points is %f × %f mm', (points, width, height) => {
    const shape = barcodeRectangles(codes, points);
    expect(toMm(shape.width)).toBeCloseTo(width, 4);
    expect(toMm(shape.height)).toBeCloseTo(height, 4);
  });

  test('has 67 bars on an even pitch: long, upper, lower and timing', () => {
    const { rectangles } = barcodeRectangles(codes, 10);
    expect(rectangles).toHaveLength(67);
    const kinds = rectangles.map(([x, y, w, h], index) => {
      expect(toMm(x)).toBeCloseTo(index * 1.2, 4);
      expect(toMm(w)).toBeCloseTo(0.6, 4);
      return KINDS.get(`${+toMm(y).toFixed(4)} ${+toMm(h).toFixed(4)}`);
    });
    expect(kinds.join('')).toBe('FDFDADAFDFAFTTFTTFDADFADFATFTDFAFTTTFTADFTFTFADFTTDFATDATDATDAFTFDF');
  });

  test.each([
    ['too small', codes, 7.9],
    ['too large', codes, 11.6],
    ['no size', codes, Number.NaN],
    ['a wrong check digit', codes.replace(/5$/, '6'), 10],
    ['an unknown code', codes.replace('CC4', 'CC9'), 10],
    ['a code too few', codes.slice(2), 10],
  ])('is refused with %s', (_name, given, points) => {
    expect(() => barcodeRectangles(given, points)).toThrow(ProblemError);
  });
});
