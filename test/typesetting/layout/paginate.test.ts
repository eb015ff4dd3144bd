import { describe, expect, test } from 'vitest';
import { boxesOn, inMm, layOutPages, problemsOf, textOn } from './lay-out.js';

/** Top and height of each named box, page by page. Pages hold 100 × 100 mm. */
function pagesOf(html: string, css: string) {
  return layOutPages(html, css).map((page) =>
    Object.fromEntries(Object.entries(boxesOn(page)).map(([name, [, y, , height]]) => [name, [y, height]])),
  );
}

const section = (...names: readonly string[]) =>
  `<section>${names.map((name) => `<p class="${name}"></p>`).join('')}</section>`;

describe('cuts between blocks', () => {
  test('what fits stays on the page, the rest begins the next at its head', () => {
    const css = 'p { height: 40mm; margin-bottom: 5mm }';
    expect(pagesOf(section('a', 'b', 'c'), css)).toEqual([{ a: [0, 40], b: [45, 40] }, { c: [0, 40] }]);
  });

  test('margins at a cut go, so that what fills the page to its edge still fits', () => {
    const css = 'p { height: 50mm; margin: 0 0 0 } .b { margin-bottom: 20mm } .c { margin-top: 30mm }';
    expect(pagesOf(section('a', 'b', 'c'), css)).toEqual([{ a: [0, 50], b: [50, 50] }, { c: [0, 50] }]);
  });

  test('the margin above the first block stays', () => {
    expect(pagesOf(section('a'), 'p { height: 40mm; margin-top: 7mm }')).toEqual([{ a: [7, 40] }]);
  });

  test('what a negative margin lifts above its section still stands on a page', () => {
    const css = '.a { height: 10mm; margin-bottom: -20mm } .b { height: 5mm } .c { height: 8mm }';
    expect(pagesOf(section('a', 'b'), css)).toEqual([{ a: [0, 10], b: [-10, 5] }]);
    expect(pagesOf(`${section('c')}${section('a', 'b')}`, css)).toEqual([
      { a: [8, 10], b: [-2, 5], c: [0, 8] },
    ]);
  });

  test('break-before: page begins a page and keeps the margin below the break', () => {
    const css = 'p { height: 20mm; margin-bottom: 5mm } .b { break-before: page; margin-top: 7mm }';
    expect(pagesOf(section('a', 'b'), css)).toEqual([{ a: [0, 20] }, { b: [7, 20] }]);
  });

  test('break-after: page on a last child counts for its parent', () => {
    const html = '<section><aside><p class="a"></p></aside><p class="b"></p></section>';
    expect(pagesOf(html, 'p { height: 20mm } .a { break-after: page }')).toEqual([
      { a: [0, 20] },
      { b: [0, 20] },
    ]);
  });

  test('break-before: page on the first block of all makes no empty page', () => {
    expect(pagesOf(section('a'), 'p { height: 20mm; break-before: page }')).toEqual([{ a: [0, 20] }]);
  });

  test('break-before and break-after at one place make one break', () => {
    const css = 'p { height: 20mm } .a { break-after: page } .b { break-before: page }';
    expect(pagesOf(section('a', 'b'), css)).toEqual([{ a: [0, 20] }, { b: [0, 20] }]);
  });

  test('break-after: avoid takes the block along', () => {
    const css = 'p { height: 40mm } .b { break-after: avoid }';
    expect(pagesOf(section('a', 'b', 'c'), css)).toEqual([{ a: [0, 40] }, { b: [0, 40], c: [40, 40] }]);
  });

  test('break-inside: avoid keeps a block whole while a page can hold it', () => {
    const html =
      '<section><p class="a"></p><aside class="b"><p class="c"></p><p class="d"></p></aside></section>';
    const css = 'p { height: 40mm } aside { break-inside: avoid }';
    expect(pagesOf(html, css)).toEqual([{ a: [0, 40] }, { b: [0, 80], c: [0, 40], d: [40, 40] }]);
  });

  test('within a block too tall to stay whole, a break that nothing else speaks against comes first', () => {
    const html =
      '<section><aside><p class="a"></p><p class="b"></p><p class="c"></p><p class="d"></p></aside></section>';
    const css = 'p { height: 30mm } aside { break-inside: avoid } .c { break-after: avoid }';
    expect(pagesOf(html, css)).toEqual([
      { a: [0, 30], b: [30, 30] },
      { c: [0, 30], d: [30, 30] },
    ]);
  });

  test('a heading never stays alone at the foot of a page', () => {
    const html = '<section><p class="a"></p><h2 class="b">見出し</h2><p class="c">本文</p></section>';
    const css = '.a { height: 92mm } h2, .c { font-size: 5mm; line-height: 1 } ';
    expect(pagesOf(html, css)).toEqual([{ a: [0, 92] }, { b: [0, 5], c: [5, 5] }]);
  });

  test('a background runs to the cut and goes on after it', () => {
    const html = '<section><aside class="a"><p class="b"></p><p class="c"></p></aside></section>';
    const css = 'p { height: 60mm; margin-bottom: 10mm } .c { margin-bottom: 0 } .a { padding: 2mm }';
    expect(pagesOf(html, css)).toEqual([
      { a: [0, 62], b: [2, 60] },
      { a: [0, 62], c: [0, 60] },
    ]);
  });
});

describe('cuts between lines', () => {
  /** Ten lines of 10 mm, each of one character. */
  const lines = (css: string, before = 0) => {
    const html = `<section><p class="a"></p><p class="t">${[...'一二三四五六七八九十'].join('<br>')}</p></section>`;
    const all = `.a { height: ${before}mm } .t { font-size: 5mm; line-height: 10mm; ${css} }`;
    // Without the spaces that stand for breaks.
    return layOutPages(html, all).map((page) => textOn(page).replaceAll(' ', ''));
  };

  test('fall where the page is full', () => {
    expect(lines('orphans: 1; widows: 1', 75)).toEqual(['一二', '三四五六七八九十']);
  });

  test('leave no fewer lines than orphans at the foot: the paragraph moves as a whole', () => {
    expect(lines('orphans: 3; widows: 1', 75)).toEqual(['', '一二三四五六七八九十']);
  });

  test('leave no fewer lines than widows at the head', () => {
    expect(lines('orphans: 1; widows: 4', 5)).toEqual(['一二三四五六', '七八九十']);
  });

  test('break orphans and widows rather than lose a line', () => {
    expect(lines('orphans: 20; widows: 20', 5)).toEqual(['', '一二三四五六七八九十']);
    expect(lines('orphans: 20; widows: 20; line-height: 20mm')).toEqual(['一二三四五', '六七八九十']);
  });
});

describe('sections', () => {
  test('follow one another, their margins collapsed', () => {
    const css = 'p { height: 20mm } section { margin: 4mm 0 6mm }';
    expect(pagesOf(section('a') + section('b'), css)).toEqual([{ a: [4, 20], b: [30, 20] }]);
  });

  test('begin a page with break-before: page', () => {
    const html = section('a') + section('b').replace('<section>', '<section class="new">');
    expect(pagesOf(html, 'p { height: 20mm } .new { break-before: page }')).toEqual([
      { a: [0, 20] },
      { b: [0, 20] },
    ]);
  });

  test('are parted where the page is full', () => {
    expect(pagesOf(section('a') + section('b'), 'p { height: 60mm }')).toEqual([
      { a: [0, 60] },
      { b: [0, 60] },
    ]);
  });
});

describe('what fits no page', () => {
  test('is refused with its measure and the place in the source', () => {
    const problems = problemsOf(() =>
      layOutPages(section('a', 'b'), 'p { height: 20mm } .b { height: 120mm }'),
    );
    expect(problems).toEqual([
      {
        code: 'layout/too-tall',
        en: 'A part that cannot be cut is 120.0 mm tall; a page holds 100.0.'.replace('100.0.', '100.0 mm.'),
      },
    ]);
  });

  test('is named once for each piece', () => {
    const problems = problemsOf(() =>
      layOutPages(section('a', 'b', 'c'), 'p { height: 120mm } .b { height: 10mm }'),
    );
    expect(problems).toHaveLength(2);
  });
});

describe('the first page', () => {
  test('may have margins of its own', () => {
    const css = '@page { margin: 10mm 0 } @page :first { margin-top: 30mm } p { height: 40mm }';
    expect(pagesOf(section('a', 'b', 'c'), css)).toEqual([{ a: [30, 40] }, { b: [10, 40], c: [50, 40] }]);
  });
});

test('a document without content is one empty page', () => {
  expect(layOutPages('<section></section>').map((page) => [inMm(page.width), page.placed])).toEqual([
    [100, []],
  ]);
});
