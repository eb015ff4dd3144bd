import { describe, expect, test } from 'vitest';
import type { Item } from '../../../../src/typesetting/layout/block.js';
import type { Page } from '../../../../src/typesetting/layout/page.js';
import { inMm, itemsOf, layOutPages, problemsOf, textOf, textOn } from '../lay-out.js';

const rows = (count: number, height = 20) =>
  Array.from({ length: count }, (_, index) => `<tr><td class="h${height}">${index + 1}</td></tr>`).join('');
const table = (body: string, head = '') =>
  `<section><table>${head === '' ? '' : `<thead><tr><th>${head}</th></tr></thead>`}<tbody>${body}</tbody></table></section>`;
const CSS =
  'table { border-collapse: separate; border-spacing: 0 } td, th { padding: 0; font-size: 3mm; line-height: 1 } .h20 { height: 20mm } th { height: 10mm }';

const furnitureText = (page: Page) => page.furniture.map((placed) => textOf(itemsOf(placed))).join('');
const onPage = (page: Page): readonly (Item & { readonly at: number })[] =>
  [...page.furniture, ...page.placed].flatMap((placed) =>
    itemsOf(placed).map((item) => ({ ...item, at: inMm(placed.y + item.y - placed.from) })),
  );
const ruleHeights = (page: Page) =>
  onPage(page)
    .filter((item) => item.kind === 'line' && item.dy === 0)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);

describe('a table over several pages', () => {
  test('is cut between rows only', () => {
    expect(layOutPages(table(rows(7)), CSS).map(textOn)).toEqual(['12345', '67']);
  });

  test('repeats its head on every page, and makes room for it', () => {
    const pages = layOutPages(table(rows(9), '題'), CSS);
    expect(pages.map(textOn)).toEqual(['題1234', '5678', '9']);
    expect(pages.map(furnitureText)).toEqual(['', '題', '題']);
    expect(pages[1]?.placed.map(({ y }) => inMm(y))).toEqual([10]);
  });

  test('keeps its head with its first row', () => {
    const html = table(rows(2), '題').replace('<section>', '<section><p class="a"></p>');
    expect(layOutPages(html, `${CSS} .a { height: 80mm }`).map(textOn)).toEqual(['', '題12']);
  });

  test('is not cut where a cell spans two rows', () => {
    const spanning =
      '<tr><td class="h20" rowspan="2">甲</td><td class="h20">乙</td></tr><tr><td class="h20">丙</td></tr>';
    expect(layOutPages(table(rows(4) + spanning + rows(1)), CSS).map(textOn)).toEqual(['1234', '甲乙丙1']);
  });

  test('keeps rows together that say so, and begins a page where a row asks for it', () => {
    const body = rows(7).replaceAll('<tr>', '<tr class="r">');
    const fifth = (index: number, css: string) =>
      layOutPages(
        table(
          body
            .split('<tr class="r">')
            .map((row, at) => (at === 0 ? row : `<tr class="${at === index ? 'x' : 'r'}">${row}`))
            .join(''),
        ),
        `${CSS} .x { ${css} }`,
      ).map(textOn);
    expect(fifth(5, 'break-after: avoid')).toEqual(['1234', '567']);
    expect(fifth(3, 'break-before: page')).toEqual(['12', '34567']);
  });

  test.each(['<p class="new">二</p>', '<p>一</p><p class="new">二</p>'])(
    'a page break inside a cell is refused: %s',
    (content) => {
      const html = table(`<tr><td>${content}</td></tr>`);
      const problems = problemsOf(() => layOutPages(html, `${CSS} .new { break-before: page }`));
      expect(problems.map(({ code }) => code)).toEqual(['layout/break-inside']);
    },
  );

  test('a page break before the first row stands before the table', () => {
    const html = table(rows(2))
      .replace('<section>', '<section><p>前</p>')
      .replace('<tr>', '<tr class="new">');
    expect(layOutPages(html, `${CSS} .new { break-before: page }`).map(textOn)).toEqual(['前', '12']);
  });

  test('a row that no page can hold is refused, with its head and its measure', () => {
    const problems = problemsOf(() => layOutPages(table(rows(2), '題'), `${CSS} .h20 { height: 95mm }`));
    expect(problems.map(({ en }) => en)).toEqual([
      'A part that cannot be cut is 105.0 mm tall; a page holds 100.0 mm.',
      'A part that cannot be cut is 105.0 mm tall; a page holds 100.0 mm.',
    ]);
  });
});

describe('rules of collapsed borders at a cut', () => {
  const css = `${CSS} table { border-collapse: collapse } td { border: 1mm solid #000000 } .h20 { height: 19mm }`;

  test('the rule between two rows closes one page and opens the next', () => {
    const pages = layOutPages(table(rows(6)), css);
    expect(pages.map(textOn)).toEqual(['1234', '56']);
    expect(pages.map(ruleHeights)).toEqual([
      [0.5, 20.5, 40.5, 60.5, 80.5],
      [0.5, 20.5, 40.5],
    ]);
  });

  test('under a repeated head its own rule opens the page', () => {
    const pages = layOutPages(table(rows(6), '題'), `${css} th { border: 2mm solid #ff0000 }`);
    expect(pages.map(furnitureText)).toEqual(['', '題']);
    expect(pages.map((page) => ruleHeights(page).slice(0, 3))).toEqual([
      [1, 13, 33.5],
      [1, 13, 33.5],
    ]);
  });

  test('upright rules end at the cut and go on after it', () => {
    const pages = layOutPages(table(rows(6)), css);
    const upright = pages.map((page) =>
      onPage(page).flatMap((item) =>
        item.kind === 'line' && item.dx === 0 ? [[item.at, inMm(item.dy)]] : [],
      ),
    );
    expect(upright).toEqual([
      [
        [0.5, 80.5],
        [0.5, 80.5],
      ],
      [
        [0, 40.5],
        [0, 40.5],
      ],
    ]);
  });
});
