import { describe, expect, test } from 'vitest';
import { boxesOn, layOutPages, problemsOf, textOn } from './lay-out.js';

const css = 'p { height: 60mm } .b { position: absolute; height: 10mm; width: 20mm }';
const pages = (html: string, more: string) => layOutPages(html, css + more).map(boxesOn);

describe('an absolute box', () => {
  test('stands where its edges say, from the edges of the page, and takes no room', () => {
    const html = '<section><p class="b"></p><p class="a"></p></section>';
    expect(pages(html, '@page { margin: 5mm } .b { top: 3mm; left: 4mm }')).toEqual([
      { a: [5, 5, 90, 60], b: [4, 3, 20, 10] },
    ]);
  });

  test('also from the far edges', () => {
    const html = '<section><p class="b"></p><p class="a"></p></section>';
    expect(pages(html, '.b { bottom: 3mm; right: 4mm }')[0]?.b).toEqual([76, 87, 20, 10]);
  });

  test('stands on the page of what comes before it', () => {
    const html = '<section><p class="a"></p><p class="b"></p><p class="c"></p></section>';
    expect(pages(html, '.b { top: 0; left: 0 }').map((page) => Object.keys(page).toSorted())).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  test('stands on the page of its parent where it comes first', () => {
    const html =
      '<section><p class="a"></p><aside class="new"><p class="b"></p><p class="c"></p></aside></section>';
    const found = pages(html, '.b { top: 0; left: 0 } .new { break-before: page }');
    expect(found.map((page) => Object.keys(page).toSorted())).toEqual([['a'], ['b', 'c']]);
  });

  test('at the end of a section stays before the break that follows', () => {
    const html =
      '<section><p class="a"></p><p class="b"></p></section><section class="new"><p class="c"></p></section>';
    const found = pages(html, '.b { top: 0; left: 0 } .new { break-before: page }');
    expect(found.map((page) => Object.keys(page).toSorted())).toEqual([['a', 'b'], ['c']]);
  });

  test('without a width is as wide as its content', () => {
    const html = '<section><p class="b">あいう</p><p class="a"></p></section>';
    const [page] = layOutPages(
      html,
      `${css} .b { width: auto; height: auto; top: 0; left: 0; font-size: 10mm; font-family: "BIZ UDGothic" }`,
    );
    expect(page && boxesOn(page).b?.[2]).toBe(30);
    expect(page && textOn(page)).toBe('あいう');
  });

  test('taller than its stated height is refused', () => {
    const html = '<section><aside class="b"><p class="c"></p></aside></section>';
    const problems = problemsOf(() => layOutPages(html, `${css} .b { top: 0; left: 0 } .c { height: 15mm }`));
    expect(problems).toEqual([
      { code: 'layout/too-tall', en: 'The content is 15.0 mm tall in a box of 10.0 mm: 5.0 mm too tall.' },
    ]);
  });

  test('that leaves the page is refused with the measure', () => {
    const html = '<section><p class="b"></p></section>';
    expect(problemsOf(() => layOutPages(html, `${css} .b { top: 95mm; left: 90mm }`))).toEqual([
      {
        code: 'layout/off-page',
        en: 'A box placed by position: absolute leaves the sheet by 10.0 mm sideways and 5.0 mm up or down.',
      },
    ]);
  });

  test.each(['', 'top: 0', 'left: 0', 'top: 10%; left: 0', 'top: 0; left: 0; right: 0; width: auto'])(
    'whose place is not settled is refused: %s',
    (where) => {
      const html = '<section><p class="b"></p></section>';
      expect(problemsOf(() => layOutPages(html, `${css} .b { ${where} }`)).map(({ code }) => code)).toEqual([
        'layout/absolute',
      ]);
    },
  );
});
