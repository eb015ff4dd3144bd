import { describe, expect, test } from 'vitest';
import { boxesOf, inMm, layOut } from './lay-out.js';

const heights = 'p { height: 10mm }';

/** Where the named boxes stand, from top to bottom: [y, height]. */
function tops(html: string, css: string): Record<string, readonly [number, number]> {
  const boxes = boxesOf(layOut(html, `${heights} ${css}`).items);
  return Object.fromEntries(Object.entries(boxes).map(([name, [, y, , height]]) => [name, [y, height]]));
}

describe('margins of siblings', () => {
  test.each([
    ['the greater of two', 5, 8, 18],
    ['the greater of two, the other way round', 8, 5, 18],
    ['a negative margin is taken off', 8, -3, 15],
    ['of two negative ones the more negative counts', -3, -5, 5],
    ['none', 0, 0, 10],
  ])('%s', (_, below, above, y) => {
    const css = `.a { margin-bottom: ${below}mm } .b { margin-top: ${above}mm }`;
    expect(tops('<p class="a"></p><p class="b"></p>', css)).toEqual({ a: [0, 10], b: [y, 10] });
  });
});

describe('margins of parent and first child', () => {
  const html = '<p></p><aside class="a"><p class="b"></p></aside>';

  test('collapse where nothing parts them, and stand above the parent', () => {
    const css = '.a { margin-top: 2mm } .b { margin-top: 6mm }';
    expect(tops(html, css)).toEqual({ a: [16, 10], b: [16, 10] });
  });

  test('do not collapse through padding', () => {
    const css = '.a { margin-top: 2mm; padding-top: 1mm } .b { margin-top: 6mm }';
    expect(tops(html, css)).toEqual({ a: [12, 17], b: [19, 10] });
  });

  test('do not collapse through a border', () => {
    const css = '.a { margin-top: 2mm; border-top: 1mm solid #000000 } .b { margin-top: 6mm }';
    expect(tops(html, css)).toEqual({ a: [12, 17], b: [19, 10] });
  });
});

describe('margins of parent and last child', () => {
  const html = '<aside class="a"><p class="b"></p></aside><p class="c"></p>';

  test('collapse where nothing parts them, and stand below the parent', () => {
    const css = '.a { margin-bottom: 2mm } .b { margin-bottom: 6mm }';
    expect(tops(html, css)).toEqual({ a: [0, 10], b: [0, 10], c: [16, 10] });
  });

  test.each(['padding-bottom: 1mm', 'border-bottom: 1mm solid #000000'])(
    'do not collapse through %s',
    (inset) => {
      const css = `.a { margin-bottom: 2mm; ${inset} } .b { margin-bottom: 6mm }`;
      expect(tops(html, css)).toEqual({ a: [0, 17], b: [0, 10], c: [19, 10] });
    },
  );

  test('do not collapse where the parent has a minimum height', () => {
    const css = '.a { margin-bottom: 2mm; min-height: 20mm } .b { margin-bottom: 6mm }';
    expect(tops(html, css)).toEqual({ a: [0, 20], b: [0, 10], c: [22, 10] });
  });

  test('a negative margin of the last child draws what follows upwards', () => {
    const css = '.b { margin-bottom: -4mm }';
    expect(tops(html, css)).toEqual({ a: [0, 10], b: [0, 10], c: [6, 10] });
  });
});

describe('margins through an empty block', () => {
  const html = '<p class="a"></p><aside class="e"></aside><p class="b"></p>';

  test('are one with the margins around it', () => {
    const css = '.a { margin-bottom: 3mm } .e { margin: 5mm 0 7mm } .b { margin-top: 4mm }';
    expect(tops(html, css)).toEqual({ a: [0, 10], b: [17, 10] });
  });

  test('a minimum height parts them', () => {
    const css = '.a { margin-bottom: 3mm } .e { margin: 5mm 0 7mm; min-height: 1mm } .b { margin-top: 4mm }';
    expect(tops(html, css)).toEqual({ a: [0, 10], e: [15, 1], b: [23, 10] });
  });

  test('an empty first child hands its margins on to the parent', () => {
    const css = '.f { margin-top: 1mm } .e { margin: 5mm 0 7mm } .b { margin-top: 4mm }';
    expect(tops('<p></p><aside class="f"><aside class="e"></aside><p class="b"></p></aside>', css)).toEqual({
      f: [17, 10],
      b: [17, 10],
    });
  });
});

test('margins at the edges of a section stand outside it', () => {
  const block = layOut(
    '<p class="a"></p>',
    `${heights} .a { margin: 3mm 0 4mm } section { margin: 1mm 0 6mm }`,
  );
  expect([block.marginTop, block.height, block.marginBottom].map(inMm)).toEqual([3, 10, 6]);
});
