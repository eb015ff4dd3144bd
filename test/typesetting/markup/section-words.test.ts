import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sure } from '../../../src/problem.js';
import type { Element, Node } from '../../../src/typesetting/markup/element.js';
import { parseSection } from '../../../src/typesetting/markup/parse-markup.js';
import { reword, sectionWords, wordRanges } from '../../../src/typesetting/markup/section-words.js';

const parse = (html: string): Element =>
  parseSection({ html, place: { kind: 'source', file: 'sheet.html', line: 1, column: 1 } });

/** Without places: those of a reworded tree are the first one's. */
const shape = (node: Node): unknown =>
  node.kind === 'text' ? node.text : [node.tag, node.attributes, node.children.map(shape)];

function reworded(first: string, second: string): Element | undefined {
  const [before, after] = [sure(sectionWords(first), 'words'), sure(sectionWords(second), 'words')];
  expect(after.tags).toBe(before.tags);
  return rewordWhole(first, after.words);
}

function rewordWhole(html: string, words: readonly string[]): Element | undefined {
  const root = parse(html);
  const ranges = sure(wordRanges(root, sure(sectionWords(html), 'words').words.length), 'ranges');
  return reword(root, sure(ranges.get(root), 'range'), words);
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"'`=]/g,
    (sign) =>
      `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#x27', '`': '#x60', '=': '#x3D' }[sign]};`,
  );

/** Sections of one shape, with two fillings. */
const pairs = fc
  .array(
    fc.record({
      around: fc.constantFrom(
        '<p>·</p>',
        '<p>a <strong>·</strong> b<br>·</p>',
        '<table><tr><th>·</th> <td>·<tick></tick>·</td></tr></table>',
        '<ul>\n<li>·</li>\n</ul>',
        '<h2 class="x">·</h2>',
      ),
      one: fc.string({
        unit: fc.constantFrom('あ', '𠮷', 'a', ' ', '&', '<', '"', "'", '　', '\n'),
        minLength: 1,
        maxLength: 6,
      }),
      other: fc.string({
        unit: fc.constantFrom('い', '髙', 'b', ' ', '>', '=', '`'),
        minLength: 1,
        maxLength: 6,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => {
    const filled = (of: 'one' | 'other') =>
      `<section>${parts.map((part) => part.around.replaceAll('·', `x${escaped(part[of])}`)).join(' ')}</section>`;
    return [filled('one'), filled('other')] as const;
  });

describe('sections with the same tags', () => {
  test('the tree of one, with the words of the other, is the tree of the other', () => {
    fc.assert(
      fc.property(pairs, ([first, second]) => {
        expect(shape(sure(reworded(first, second), 'tree'))).toEqual(shape(parse(second)));
      }),
    );
  });

  test('each element has its own of the words', () => {
    const html = '<section><p>一 <strong>二</strong></p><p> </p><p>三</p></section>';
    const { words } = sure(sectionWords(html), 'words');
    const root = parse(html);
    const ranges = sure(wordRanges(root, words.length), 'ranges');
    const [first, , last] = root.children.map((child) => ranges.get(child as Element));
    expect([first, last, ranges.get(root)]).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 0, to: 3 },
    ]);
    const other = reword(root.children[0] as Element, sure(first, 'range'), ['壱 ', '弐', '参']);
    expect(shape(sure(other, 'element'))).toEqual(['p', {}, ['壱 ', ['strong', {}, ['弐']]]]);
    expect(wordRanges(root, words.length + 1)).toBeUndefined();
  });

  test('may have other barcodes, which are words too, but none that the parser would refuse', () => {
    const barcode = (codes: string) =>
      `<section><p><customer-barcode codes="${codes}"></customer-barcode></p></section>`;
    const [one, other] = ['1 2 '.repeat(10), '3 4 '.repeat(10)].map((codes) => `${codes}-`);
    const [first, second] = [barcode(sure(one, 'codes')), barcode(sure(other, 'codes'))];
    expect(shape(sure(reworded(first, second), 'tree'))).toEqual(shape(parse(second)));
    expect(reworded(first, barcode('1 2'))).toBeUndefined();
  });

  test('are told by their tags and the white space that stands alone', () => {
    const tags = (html: string) => sectionWords(html)?.tags;
    expect(tags('<section><p>a</p></section>')).toBe(tags('<section><p>bc d</p></section>'));
    expect(tags('<section><p>a</p></section>')).not.toBe(tags('<section><p></p></section>'));
    expect(tags('<section><p>a</p></section>')).not.toBe(tags('<section><p> </p></section>'));
    expect(tags('<section> <p>a</p></section>')).not.toBe(tags('<section><p>a</p></section>'));
    expect(tags('<section><p class="x">a</p></section>')).not.toBe(tags('<section><p>a</p></section>'));
  });
});

describe('what only the parser can read is left to it', () => {
  test.each([
    ['a comment', '<section><!-- a --><p>a</p></section>'],
    ['a declaration', '<section><!doctype html></section>'],
    ['a < that begins no tag', '<section><p>1 < 2</p></section>'],
    ['a > in a value', '<section><p class="a>b">a</p></section>'],
    ['a value in single quotes', `<section><p class='a>b'>a</p></section>`],
    ['text behind the section', '<section><p>a</p></section> a'],
    ['a tag without end', '<section><p'],
    ['U+0000', '<section><p>\u0000</p></section>'],
  ])('%s', (_, html) => {
    expect(sectionWords(html)).toBeUndefined();
  });

  test.each(['&nbsp;', '&#x3042;', 'A & B', '&unknown;', '&'])('the reference %s', (word) => {
    expect(rewordWhole('<section><p>a</p></section>', [word])).toBeUndefined();
  });
});
