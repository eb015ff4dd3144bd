import { describe, expect, test } from 'vitest';
import type { Line } from '../../../src/typesetting/layout/block.js';
import { boxesOf, inMm, layOut, problemsOf, textOf } from './lay-out.js';

const boxes = (html: string, css = '') => boxesOf(layOut(html, css).items);

describe('width', () => {
  test.each([
    ['fills the containing block by itself', '', [0, 100]],
    ['leaves room for margins', 'margin: 0 10mm 0 5mm', [5, 85]],
    ['as stated, at the left', 'width: 40mm', [0, 40]],
    ['in percent', 'width: 25%', [0, 25]],
    ['margins that are auto share what is left', 'width: 40mm; margin: 0 auto', [30, 40]],
    ['one margin that is auto takes all', 'width: 40mm; margin-left: auto', [60, 40]],
    ['padding and border come on top', 'width: 40mm; padding: 0 2mm; border: 1mm solid #000000', [0, 46]],
    ['or not', 'width: 40mm; padding: 0 2mm; box-sizing: border-box', [0, 40]],
    ['negative margins widen', 'margin: 0 -5mm', [-5, 110]],
  ])('%s', (_, css, expected) => {
    const [x, , width] = boxes('<p class="a">あ</p>', `.a { ${css} }`).a ?? [];
    expect([x, width]).toEqual(expected);
  });

  test('a child stands inside padding and border', () => {
    const css = '.a { padding: 3mm; border: 1mm solid #000000 } .b { height: 10mm }';
    expect(boxes('<aside class="a"><p class="b"></p></aside>', css)).toEqual({
      a: [0, 0, 100, 18],
      b: [4, 4, 92, 10],
    });
  });

  test('a box wider than its place is refused, with the measure', () => {
    const problems = problemsOf(() => layOut('<p class="a"></p>', '.a { width: 100%; padding: 2mm }'));
    expect(problems).toEqual([
      {
        code: 'layout/too-wide',
        en: 'The content is 104.0 mm wide where 100.0 mm is free: 4.0 mm too wide.',
      },
    ]);
  });
});

describe('height', () => {
  test.each([
    ['as stated', 'height: 20mm', 20],
    ['at least the minimum', 'min-height: 20mm', 20],
    ['stated for the border box', 'height: 20mm; padding: 2mm; box-sizing: border-box', 20],
    ['stated for the content box', 'height: 20mm; padding: 2mm', 24],
    ['of the border box at least', 'min-height: 20mm; padding: 2mm; box-sizing: border-box', 20],
  ])('%s', (_, css, expected) => {
    expect(boxes('<p class="a">あ</p>', `.a { ${css} }`).a?.[3]).toBe(expected);
  });

  test('content taller than the stated height is refused, with the measures', () => {
    const html = '<aside class="a"><p class="b"></p></aside>';
    const problems = problemsOf(() => layOut(html, '.a { height: 20mm } .b { height: 25mm }'));
    expect(problems).toEqual([
      { code: 'layout/too-tall', en: 'The content is 25.0 mm tall in a box of 20.0 mm: 5.0 mm too tall.' },
    ]);
  });
});

describe('borders and backgrounds', () => {
  const items = (css: string) =>
    layOut('<p class="a"></p>', `.a { width: 20mm; height: 10mm; ${css} }`).items;
  const lines = (css: string) =>
    items(css)
      .filter((item): item is Line => item.kind === 'line')
      .map(({ x, y, dx, dy, width, dash }) => [...[x, y, dx, dy, width].map(inMm), dash]);

  test('a border is a line in its middle, over the full side', () => {
    expect(lines('border: 1mm dashed #000000')).toEqual([
      [0, 0.5, 22, 0, 1, 'dashed'],
      [21.5, 0, 0, 12, 1, 'dashed'],
      [0, 11.5, 22, 0, 1, 'dashed'],
      [0.5, 0, 0, 12, 1, 'dashed'],
    ]);
  });

  test('a double border is two lines of a third', () => {
    expect(lines('border-top: 3mm double #000000')).toEqual([
      [0, 0.5, 20, 0, 1, 'solid'],
      [0, 2.5, 20, 0, 1, 'solid'],
    ]);
  });

  test('rounded corners make one frame, its radius in the middle of the border', () => {
    const [fill, frame, ...rest] = items('border: 1mm solid #000000; border-radius: 3mm');
    expect(rest).toEqual([]);
    expect(fill).toMatchObject({ kind: 'fill', color: '#aa0000' });
    expect(fill?.kind === 'fill' && inMm(fill.radius)).toBe(3);
    expect(
      frame?.kind === 'frame' && [frame.x, frame.y, frame.width, frame.height, frame.radius].map(inMm),
    ).toEqual([0.5, 0.5, 21, 11, 2.5]);
  });

  test('corners cannot be rounded where borders differ', () => {
    const problems = problemsOf(() => items('border-left: 1mm solid #000000; border-radius: 3mm'));
    expect(problems.map(({ code }) => code)).toEqual(['layout/border-radius']);
  });

  test('backgrounds lie behind the content of the whole section', () => {
    const block = layOut('<p class="a">一</p><p class="b">二</p>', '.b { margin-top: -3mm }');
    expect(block.items.map(({ kind }) => kind)).toEqual(['fill', 'fill', 'glyphs', 'glyphs']);
  });
});

describe('lists', () => {
  const list = layOut(
    '<ol><li>一つ目</li><li>二つ目</li></ol>',
    'ol { padding-left: 10mm } li { font-size: 12pt }',
  );

  test('a marker hangs outside, a word space before the content, on the baseline of the first line', () => {
    const runs = list.items.flatMap((item) => (item.kind === 'glyphs' ? [item] : []));
    expect(textOf(runs)).toBe('1.一つ目2.二つ目');
    const [marker, text] = runs;
    expect(marker?.y).toBe(text?.y);
    expect(text && inMm(text.x)).toBe(10);
    expect(marker && marker.x < (text?.x ?? 0)).toBe(true);
  });

  test('a marker and its content have their own roles', () => {
    const roles = list.items.map((item) => list.roles[item.role]?.role);
    expect(roles).toEqual(['Lbl', 'LBody', 'Lbl', 'LBody']);
  });

  test('an item without lines is as high as its marker', () => {
    const block = layOut('<ol><li class="a"></li></ol>', '.a { font-size: 10mm; line-height: 2 }');
    expect(boxesOf(block.items).a?.[3]).toBe(20);
  });
});

test('a marker stands at the head of an item that begins with something else than a line', () => {
  const html = '<ul><li><p class="a"></p><p>文</p></li></ul>';
  const block = layOut(html, '.a { height: 40mm } ul { font-size: 3mm; line-height: 1 }');
  const [marker] = block.items.filter(({ kind }) => kind === 'glyphs');
  expect(marker && inMm(marker.y)).toBeLessThan(3);
});

test('a rule is drawn as its top border', () => {
  const block = layOut('<hr>', 'hr { border-top: 1mm solid #000000; margin: 2mm 0 }');
  expect(block.items.map((item) => item.kind === 'line' && [item.y, item.dx].map(inMm))).toEqual([
    [0.5, 100],
  ]);
  expect([block.marginTop, block.height].map(inMm)).toEqual([2, 1]);
});

describe('what a section announces', () => {
  test('headings with their text, level and place', () => {
    const block = layOut('<p class="a"></p><h2>設定の<br>控え</h2>', '.a { height: 10mm }');
    expect(block.headings.map(({ level, text, y }) => [level, text, inMm(y)])).toEqual([
      [2, '設定の控え', 10],
    ]);
  });

  test('named strings of blocks, table cells and pieces of text', () => {
    const html =
      '<p class="s">山田</p><p>お客様番号 <span class="t">A-1</span></p><table><tbody><tr><td class="u">乙</td></tr></tbody></table>';
    const css =
      '.s { string-set: name content() } .t { string-set: number content() } .u { string-set: cell content() }';
    expect(layOut(html, css).strings.map(({ name, value }) => [name, value])).toEqual([
      ['name', '山田'],
      ['number', 'A-1'],
      ['cell', '乙'],
    ]);
  });
});
