import { describe, expect, test } from 'vitest';
import type { Line } from '../../../../src/typesetting/layout/block.js';
import { boxesOf, inMm, layOut, problemsOf, textOf } from '../lay-out.js';

const PLAIN = 'table { border-collapse: separate; border-spacing: 0 } td, th { padding: 0 }';
const boxes = (rows: string, css = '') =>
  boxesOf(layOut(`<table class="f"><tbody>${rows}</tbody></table>`, `${PLAIN} ${css}`).items);

/** A cell with a block of a fixed size in it. */
const cell = (name: string, attributes = '') =>
  `<td class="${name}" ${attributes}><p class="${name}-in"></p></td>`;
const sized = (name: string, width: number, height: number) =>
  `.${name}-in { width: ${width}mm; height: ${height}mm }`;

describe('column widths', () => {
  test('a table without a width is as wide as its content', () => {
    const css = `${sized('a', 20, 5)} ${sized('b', 30, 5)}`;
    expect(boxes(`<tr>${cell('a')}${cell('b')}</tr>`, css)).toEqual({
      f: [0, 0, 50, 5],
      a: [0, 0, 20, 5],
      b: [20, 0, 30, 5],
    });
  });

  test('columns share a stated width in proportion to their content', () => {
    const css = `.f { width: 100mm } ${sized('a', 20, 5)} ${sized('b', 30, 5)}`;
    const found = boxes(`<tr>${cell('a')}${cell('b')}</tr>`, css);
    expect([found.a, found.b]).toEqual([
      [0, 0, 40, 5],
      [40, 0, 60, 5],
    ]);
  });

  test('text yields before it must be broken into more lines than the room asks for', () => {
    const html =
      '<tr><td class="a">短い</td><td class="b">とても長い説明の文がここに入って折り返します。とても長い説明の文がここに入ります。</td></tr>';
    const { f, a, b } = boxes(html, 'td { font-size: 4mm }');
    expect(f?.[2]).toBe(100);
    expect((a?.[2] ?? 0) + (b?.[2] ?? 0)).toBeCloseTo(100);
    expect(a?.[2]).toBeGreaterThan(6);
  });

  test('a cell over two columns widens both', () => {
    const css = `${sized('a', 20, 5)} ${sized('b', 10, 5)} ${sized('c', 60, 5)}`;
    const found = boxes(`<tr>${cell('a')}${cell('b')}</tr><tr>${cell('c', 'colspan="2"')}</tr>`, css);
    expect([found.a, found.b, found.c]).toEqual([
      [0, 0, 40, 5],
      [40, 0, 20, 5],
      [0, 5, 60, 5],
    ]);
  });

  test('a cell states the width of its column', () => {
    const css = `.f { width: 100mm } td.a { width: 25mm } td.b { width: 30% } ${sized('c', 5, 5)}`;
    const found = boxes(`<tr>${cell('a')}${cell('b')}${cell('c')}</tr>`, css);
    expect([found.a?.[2], found.b?.[2], found.c?.[2]]).toEqual([25, 30, 45]);
  });

  test('fixed layout looks at the first row alone', () => {
    const css = `.f { width: 100mm; table-layout: fixed } td.a { width: 25mm } td.d { width: 90mm } ${['a', 'b', 'c', 'd'].map((name) => sized(name, 20, 5)).join(' ')}`;
    const rows = `<tr>${cell('a')}${cell('b')}${cell('c')}</tr><tr>${cell('d')}<td></td><td></td></tr>`;
    const found = boxes(rows, css);
    expect([found.a?.[2], found.b?.[2], found.c?.[2], found.d?.[2]]).toEqual([25, 37.5, 37.5, 25]);
  });

  test('a table wider than its place is refused, with the measure', () => {
    const css = `${sized('a', 70, 5)} ${sized('b', 50, 5)}`;
    expect(problemsOf(() => boxes(`<tr>${cell('a')}${cell('b')}</tr>`, css))).toEqual([
      {
        code: 'layout/too-wide',
        en: 'The content is 120.0 mm wide where 100.0 mm is free: 20.0 mm too wide.',
      },
    ]);
  });

  test('margins that are auto centre the table', () => {
    expect(boxes(`<tr>${cell('a')}</tr>`, `.f { margin: 0 auto } ${sized('a', 40, 5)}`).f).toEqual([
      30, 0, 40, 5,
    ]);
  });
});

test('padding in percent is of the width that the table stands in', () => {
  expect(boxes(`<tr>${cell('a')}</tr>`, `td { padding: 0 10% } ${sized('a', 20, 5)}`).a).toEqual([
    0, 0, 40, 5,
  ]);
});

describe('row heights', () => {
  test('a row is as high as its highest cell, and every cell as high as its row', () => {
    const css = `${sized('a', 20, 5)} ${sized('b', 20, 15)}`;
    const found = boxes(`<tr>${cell('a')}${cell('b')}</tr>`, css);
    expect([found.a?.[3], found.b?.[3]]).toEqual([15, 15]);
  });

  test('a cell over two rows makes them higher in proportion, where it needs to', () => {
    const css = `${sized('a', 10, 60)} ${sized('b', 10, 10)} ${sized('c', 10, 20)}`;
    const found = boxes(`<tr>${cell('a', 'rowspan="2"')}${cell('b')}</tr><tr>${cell('c')}</tr>`, css);
    expect(found).toMatchObject({ a: [0, 0, 10, 60], b: [10, 0, 10, 20], c: [10, 20, 10, 40] });
  });

  test.each([
    ['top', 0],
    ['middle', 10],
    ['bottom', 20],
  ])('content stands at the %s of its cell', (align, y) => {
    const css = `td { vertical-align: ${align} } ${sized('a', 10, 10)} ${sized('b', 10, 30)} p.a-in { background-color: #ee0000 }`;
    expect(boxes(`<tr>${cell('a')}${cell('b')}</tr>`, css).e).toEqual([0, y, 10, 10]);
  });

  test('baselines meet in a row', () => {
    const html = '<table><tbody><tr><td class="big">大</td><td>小</td></tr></tbody></table>';
    const css = `${PLAIN} td { vertical-align: baseline; font-size: 3mm } .big { font-size: 9mm }`;
    const [big, small] = layOut(html, css).items.flatMap((item) => (item.kind === 'glyphs' ? [item.y] : []));
    expect(small).toBe(big);
  });

  test('a stated height is a least one, for a row, a cell and the table', () => {
    const css = `${sized('a', 10, 5)} ${sized('b', 10, 5)}`;
    const rows = `<tr class="r">${cell('a')}</tr><tr>${cell('b')}</tr>`;
    expect(boxes(rows, `${css} .r { height: 20mm }`).f?.[3]).toBe(25);
    expect(boxes(rows, `${css} td.a { height: 20mm }`).f?.[3]).toBe(25);
    expect(boxes(rows, `${css} .f { height: 50mm }`)).toMatchObject({
      a: [0, 0, 10, 25],
      b: [0, 25, 10, 25],
    });
  });
});

describe('separate borders', () => {
  test('keep the spacing between cells and around them', () => {
    const css = `.f { border: 1mm solid #000000 } table { border-spacing: 2mm } ${sized('a', 10, 5)} ${sized('b', 10, 5)}`;
    expect(boxes(`<tr>${cell('a')}${cell('b')}</tr>`, css)).toEqual({
      f: [0, 0, 28, 11],
      a: [3, 3, 10, 5],
      b: [15, 3, 10, 5],
    });
  });
});

describe('collapsed borders', () => {
  const rules = (rows: string, css: string) =>
    layOut(`<table><tbody>${rows}</tbody></table>`, `td { padding: 0 } ${css}`)
      .items.filter((item): item is Line => item.kind === 'line')
      .map(({ x, y, dx, dy, width, color, dash }) => [...[x, y, dx, dy, width].map(inMm), color, dash]);
  const css = `${sized('a', 10, 5)} ${sized('b', 10, 5)}`;

  test('neighbours share one border, half of it in each cell, half outside at the edge', () => {
    const found = rules(`<tr>${cell('a')}${cell('b')}</tr>`, `${css} td { border: 1mm solid #000000 }`);
    expect(found).toEqual([
      [0, 0.5, 23, 0, 1, '#000000', 'solid'],
      [0, 6.5, 23, 0, 1, '#000000', 'solid'],
      [0.5, 0.5, 0, 6, 1, '#000000', 'solid'],
      [11.5, 0.5, 0, 6, 1, '#000000', 'solid'],
      [22.5, 0.5, 0, 6, 1, '#000000', 'solid'],
    ]);
  });

  test.each([
    [
      'the wider',
      'td.a { border-right: 2mm dotted #111111 } td.b { border-left: 1mm solid #222222 }',
      [2, '#111111', 'dotted'],
    ],
    [
      'of equal width the stronger style',
      'td.a { border-right: 1mm dashed #111111 } td.b { border-left: 1mm solid #222222 }',
      [1, '#222222', 'solid'],
    ],
    [
      'of equal style the cell on the left',
      'td.a { border-right: 1mm solid #111111 } td.b { border-left: 1mm solid #222222 }',
      [1, '#111111', 'solid'],
    ],
  ])('where two meet, %s wins', (_, borders, expected) => {
    const [rule, ...rest] = rules(`<tr>${cell('a')}${cell('b')}</tr>`, `${css} ${borders}`);
    expect(rest).toEqual([]);
    expect(rule?.slice(4)).toEqual(expected);
  });

  test('of equal borders the cell wins over the row, the row over the table', () => {
    const all =
      'td { border-top: 1mm solid #111111 } tr { border-top: 1mm solid #222222 } table { border-top: 1mm solid #333333 }';
    expect(rules(`<tr>${cell('a')}</tr>`, `${css} ${all}`).map((rule) => rule[5])).toEqual(['#111111']);
    const without = all.replace('td { border-top: 1mm solid #111111 }', '');
    expect(rules(`<tr>${cell('a')}</tr>`, `${css} ${without}`).map((rule) => rule[5])).toEqual(['#222222']);
  });

  test('no rule runs through a cell that spans', () => {
    const rows = `<tr>${cell('a', 'rowspan="2"')}${cell('b')}</tr><tr><td></td></tr>`;
    const found = rules(rows, `${css} td { border: 1mm solid #000000 }`);
    const middle = found.filter((rule) => rule[3] === 0).map((rule) => [rule[0], rule[2]]);
    expect(middle).toEqual([
      [0, 23],
      [11, 12],
      [0, 23],
    ]);
  });

  test('thick rules lie over thin ones', () => {
    const found = rules(
      `<tr>${cell('a')}${cell('b')}</tr>`,
      `${css} td { border: 1mm solid #000000; border-top: 3mm solid #ff0000 }`,
    );
    expect(found.at(-1)?.[5]).toBe('#ff0000');
  });
});

describe('what cells hold', () => {
  test('blocks, whose margins stay inside', () => {
    const found = boxes(`<tr>${cell('a')}</tr>`, `${sized('a', 10, 5)} .a-in { margin: 2mm 0 3mm }`);
    expect(found.a).toEqual([0, 0, 10, 10]);
  });

  test('lists and tables', () => {
    const html =
      '<table><tbody><tr><td><ul><li>一</li></ul></td><td><table><tbody><tr><td>内</td></tr></tbody></table></td></tr></tbody></table>';
    expect(textOf(layOut(html, 'ul { padding-left: 5mm }').items)).toBe('・一内');
  });

  test('row backgrounds lie over the table and under the cells', () => {
    const html = `<tr class="b">${cell('a')}<td></td></tr>`;
    const items = layOut(
      `<table class="f"><tbody>${html}</tbody></table>`,
      `${PLAIN} ${sized('a', 10, 5)}`,
    ).items;
    expect(items.map((item) => item.kind === 'fill' && item.color)).toEqual([
      '#ff0000',
      '#bb0000',
      '#aa0000',
    ]);
  });
});
