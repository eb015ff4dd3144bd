import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ambiguousIn, legendFor } from '../../../src/office/sheet/look-alikes.js';
import { spell, spellOut } from '../../../src/office/sheet/spelling.js';

const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const read = (text: string) => spellOut(text).map((each) => each.reading);

describe('spelling', () => {
  test('reads letters with their case, digits and signs by name', () => {
    expect(read('oO0 1lIi')).toEqual([
      'オー小',
      'オー大',
      'ゼロ',
      '空白',
      'イチ',
      'エル小',
      'アイ大',
      'アイ小',
    ]);
    expect(read('taro.yamada@')).toEqual([
      'ティー小',
      'エー小',
      'アール小',
      'オー小',
      'ドット',
      'ワイ小',
      'エー小',
      'エム小',
      'エー小',
      'ディー小',
      'エー小',
      'アット',
    ]);
    expect(read('-_')).toEqual(['ハイフン', 'アンダー']);
    expect(read('0123456789')).toEqual([
      'ゼロ',
      'イチ',
      'ニ',
      'サン',
      'ヨン',
      'ゴ',
      'ロク',
      'ナナ',
      'ハチ',
      'キュウ',
    ]);
  });

  test.each(PRINTABLE)(
    'has a reading of at most five characters for "%s", in two parts for letters',
    (character) => {
      const spelled = spell(character);
      expect(spelled?.character).toBe(character);
      expect(spelled?.reading).toMatch(/^[ァ-ヺーぁ-ん一-鿿]{1,5}$/);
      expect(spelled?.reading).toBe(`${spelled?.kana}${spelled?.letterCase ?? ''}`);
      expect(spelled?.letterCase).toBe(
        /[A-Z]/.test(character) ? '大' : /[a-z]/.test(character) ? '小' : undefined,
      );
    },
  );

  test('no two characters share a reading', () => {
    expect(new Set(PRINTABLE.map((character) => spell(character)?.reading)).size).toBe(95);
  });

  test('knows nothing but printable ASCII', () => {
    for (const character of ['\t', '\u007f', 'é', 'あ', 'Ａ', '']) expect(spell(character)).toBeUndefined();
  });

  test('keeps every character of a value, in order', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...PRINTABLE) });
    fc.assert(
      fc.property(
        ascii,
        (value) =>
          spellOut(value)
            .map((each) => each.character)
            .join('') === value,
      ),
    );
  });
});

describe('the legend', () => {
  const explained = (...values: string[]) => legendFor(values).map((each) => each.character);

  test.each([
    ['0Oo', ['0', 'O', 'o']],
    ['1lIi', ['1', 'l', 'I', 'i']],
    ['2Zz', ['2', 'Z', 'z']],
    ['5S', ['5', 'S']],
    ['8B', ['8', 'B']],
    ['-_', ['-', '_']],
    ['barn', ['rn']],
    ['savvy', ['vv']],
    ['cvk@ne.jp', []],
    ['a.b', []],
    ['a.b,c', [',', '.']],
  ])('of %s explains %j', (value, characters) => {
    expect(explained(value)).toEqual(characters);
  });

  test('holds what occurs in any of the values, once', () => {
    expect(explained('o1', 'o2')).toEqual(['o', '1', '2']);
    expect(explained('r', 'n')).toEqual([]);
  });

  test('explains nothing that does not occur', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...PRINTABLE) });
    fc.assert(
      fc.property(ascii, (value) => explained(value).every((character) => value.includes(character))),
    );
  });
});

describe('characters that ask for care', () => {
  test.each([
    ['taro', []],
    ['tar0', ['0']],
    ['tar0o', ['0', 'o']],
    ['sample', ['l']],
    ['I1', ['I', '1']],
    ['OSAKA-office', ['O', 'o']],
  ])('of %s are %j', (value, characters) => {
    expect(ambiguousIn(value)).toEqual(characters);
  });
});
