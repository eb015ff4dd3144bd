import { describe, expect, test } from 'vitest';
import { inMm, layOut, problemsOf } from './lay-out.js';

const size = (html: string, css: string): readonly number[] => {
  const item = layOut(html, css).items.find(
    ({ kind }) => kind === 'image' || kind === 'shape' || kind === 'frame',
  );
  return item?.kind === 'image' || item?.kind === 'shape' ? [item.width, item.height].map(inMm) : [];
};

/** Among blocks an image is a block. */
const image = '<figure><img src="map.png" alt="地図"><figcaption>図</figcaption></figure>';

describe('an image', () => {
  test.each([
    ['has 96 pixels to the inch', '', [25.4, 12.7]],
    ['keeps its ratio under a stated width', 'img { width: 50mm }', [50, 25]],
    ['keeps its ratio under a stated height', 'img { height: 10mm }', [20, 10]],
    ['takes both as stated', 'img { width: 10mm; height: 10mm }', [10, 10]],
    ['takes percentages of its containing block', 'img { width: 50% }', [50, 25]],
  ])('%s', (_, css, expected) => {
    expect(size(image, css)).toEqual(expected);
  });

  test('wider than its place is refused', () => {
    expect(problemsOf(() => layOut(image, 'img { width: 120mm }')).map(({ code }) => code)).toEqual([
      'layout/too-wide',
    ]);
  });
});

const CODES = '1 0 0 0 0 1 3 1 - 3 - 2 - 5 0 3 CC4 CC4 CC4 CC4 9';

describe('codes', () => {
  test.each([
    ['<figure><qr text="https://example.jp/" alt="案内"></qr><p>文</p></figure>', '', [20, 20]],
    [
      '<figure><qr text="https://example.jp/" alt="案内"></qr><p>文</p></figure>',
      'qr { height: 30mm }',
      [30, 30],
    ],
  ])('a QR code is square %#', (html, css, expected) => {
    expect(size(html, css)).toEqual(expected);
  });

  test('a code is not distorted', () => {
    const html = '<figure><qr text="https://example.jp/" alt="案内"></qr><p>文</p></figure>';
    expect(
      problemsOf(() => layOut(html, 'qr { width: 30mm; height: 20mm }')).map(({ code }) => code),
    ).toEqual(['layout/distorted-code']);
  });

  test.each([
    ['font-size: 10pt', [79.8, 3.6]],
    ['font-size: 8pt', [63.84, 2.88]],
    ['font-size: 14pt; width: 79.8mm', [79.8, 3.6]],
  ])('a customer barcode has the size of its type or as stated: %s', (css, expected) => {
    const html = `<figure><customer-barcode codes="${CODES}" alt="宛先"></customer-barcode><p>文</p></figure>`;
    expect(size(html, `customer-barcode { ${css} }`)).toEqual(expected);
  });
});
