import { describe, expect, it } from 'vitest';
import {
  joinKana,
  joinSpaces,
  oneWaveDash,
  plainHyphens,
  tidy,
} from '../../../src/office/customers/normalise-text.js';

describe('tidy', () => {
  it.each([
    ['  山田 ', '山田'],
    ['\u3000\u00A0山田\t', '山田'],
    ['甲府市\r\n丸の内', '甲府市 丸の内'],
    ['甲府市\n\n丸の内', '甲府市  丸の内'],
    ['山\u00A0田', '山 田'],
    ['\u3000', ''],
  ])('%j → %j', (typed, tidied) => expect(tidy(typed)).toBe(tidied));

  it('trims every space separator of Unicode, and no other character that is printed', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const expected = /[\p{Zs}\r\n\t]/u.test(character) ? '山' : `${character}山${character}`;
      expect(tidy(`${character}山${character}`), code.toString(16)).toBe(expected);
    }
  });
});

describe('joinKana', () => {
  it.each([
    ['ﾔﾏﾀﾞ', 'ヤマダ'],
    ['ﾊﾟﾋﾟﾌﾟ', 'パピプ'],
    ['ｳﾞ', 'ヴ'],
    ['ﾜﾞｦﾞ', 'ヷヺ'],
    ['ﾒｿﾞﾝA101', 'メゾンA101'],
    ['か\u3099は\u309A', 'がぱ'],
    ['カﾞ', 'ガ'],
    ['ﾞﾟ', '゛゜'],
    ['ｱﾞ', 'ア゛'],
    ['｢ﾅ･ﾅ｣､｡ｰ', '「ナ・ナ」、。ー'],
    ['が', 'が'],
  ])('%s → %s', (typed, joined) => expect(joinKana(typed)).toBe(joined));

  it.each(['髙﨑', '塚晴猪礼神祥福靖', '精諸都飯館鶴隆', '葛\u{E0100}', '㈱①Ⅰ', 'ＡＢＣ', 'か\u309A'])(
    'leaves %s alone, which NFC or NFKC would change',
    (name) => expect(joinKana(name)).toBe(name),
  );
});

it('joins a run of any spaces to one ideographic space', () => {
  expect(joinSpaces('山田 \u3000  太郎')).toBe('山田\u3000太郎');
});

it('writes both wave dashes as U+301C', () => {
  expect(oneWaveDash('1～3〜5')).toBe('1〜3〜5');
});

it('reads every dash that is typed for a hyphen', () => {
  expect(plainHyphens('1‐2‑3‒4–5—6―7−8－9ｰ0ー1')).toBe('1-2-3-4-5-6-7-8-9-0-1');
});
