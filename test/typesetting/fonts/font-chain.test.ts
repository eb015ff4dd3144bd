import { describe, expect, test } from 'vitest';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';

const chain = vendoredFonts().chain(['BIZ UDPGothic'], 400);
const faceOf = (cluster: string): string | undefined => chain.resolve(cluster)?.face.id;
const textOf = (cluster: string): string | undefined => {
  const found = chain.resolve(cluster);
  return found?.cids.map((cid) => found.face.text(cid)).join('');
};

describe('the first face that has the whole cluster is taken', () => {
  test.each([
    ['あ', 'biz-udpgothic'],
    ['髙', 'biz-udpgothic'],
    ['﨑', 'biz-udpgothic'],
    ['塚', 'biz-udpgothic'],
    ['葛\u{E0100}', 'biz-udpgothic'],
    ['か\u309A', 'biz-udpgothic'],
    ['が', 'biz-udpgothic'],
    ['か\u3099', 'biz-udpgothic'],
    ['ｶﾞ', 'biz-udpgothic'],
    ['𠮷', 'noto-sans-jp'],
    ['槗', 'noto-sans-jp'],
    ['𪚥', 'hanamin'],
  ])('%s is in %s', (cluster, face) => {
    expect(faceOf(cluster)).toBe(face);
    expect(textOf(cluster)).toBe(cluster);
  });

  test('a bold chain falls back to bold faces', () => {
    expect(vendoredFonts().chain(['BIZ UDPGothic'], 700).resolve('𠮷')?.face.id).toBe('noto-sans-jp-bold');
  });

  test('font-family decides how a character looks, never whether it can be printed', () => {
    const mono = vendoredFonts().chain(['Atkinson Hyperlegible Mono'], 400);
    expect(mono.primary.id).toBe('atkinson-mono');
    expect(mono.resolve('0')?.face.id).toBe('atkinson-mono');
    expect(mono.resolve('案')?.face.id).toBe('biz-udpgothic');
  });

  test('the same list and weight give the same chain', () => {
    expect(vendoredFonts().chain(['BIZ UDPGothic'], 400)).toBe(chain);
  });
});

describe('what no face can draw is not resolved', () => {
  test.each([
    ['a tab', '\t'],
    ['a carriage return', '\r'],
    ['CR LF', '\r\n'],
    ['a soft hyphen', '\u00AD'],
    ['a zero width space', '\u200B'],
    ['a byte order mark', '\uFEFF'],
    ['a line separator', '\u2028'],
    ['private use', '\uE000'],
    ['private use beyond the BMP', '\u{F0000}'],
    ['an unassigned character', '\u0378'],
    ['a noncharacter', '\uFFFE'],
    ['the replacement character', '\uFFFD'],
    ['a lone high surrogate', '\uD842'],
    ['a lone low surrogate', '\uDFB7'],
    ['an emoji', '😀'],
    ['a variation that no face has', '葛\u{E01EF}'],
    ['a selector on kana', 'あ\u{E0100}'],
    ['a selector alone', '\u{E0100}'],
    ['a standardized selector alone', '\uFE00'],
    ['two selectors', '葛\u{E0100}\u{E0101}'],
    ['a mark that would sit wrong', 'あ\u0301'],
    ['nothing', ''],
  ])('%s', (_, cluster) => {
    expect(chain.resolve(cluster)).toBeUndefined();
  });
});
