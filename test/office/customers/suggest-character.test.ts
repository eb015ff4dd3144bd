import { describe, expect, test } from 'vitest';
import { suggestCharacter } from '../../../src/office/customers/suggest-character.js';
import { createPipeline } from '../../../src/pipeline.js';
import { createTypesetter } from '../../../src/typesetting/typesetter.js';
import { customerOf } from '../sheet/customer-for-tests.js';

/** What the fonts really lack. */
const { missing } = createTypesetter({ css: '@page { size: A4; margin: 20mm }' });

describe('for a character that no font holds', () => {
  test.each<readonly [string, string, string | undefined, string | undefined]>([
    ['a kanji with a variant that the fonts lack', '山\u{E01EF}', 'IPAmj明朝', '山'],
    ['a kanji of extension B', '\u{20001}', '花園明朝B（HanaMinB）', undefined],
    ['a kanji of extension G', '\u{30001}', 'BabelStone Han', undefined],
    ['a kanji that was added late', '\u{9FEB}', 'BabelStone Han', undefined],
    ['an old form of kana', '\u{1B001}', 'IPAmj明朝', undefined],
    ['hangul', '김', 'Noto Sans KR', undefined],
    ['a hieroglyph', '\u{13000}', 'Noto Sans Egyptian Hieroglyphs', undefined],
    ['Thai', 'ก', 'Noto Sans Thai', undefined],
    ['a letter with a mark below', 'ḁ', 'Noto Sans', 'a'],
    ['a letter of mathematics', '𝐀', undefined, 'A'],
    ['an emoji', '😀', 'Noto Emoji', undefined],
    ['an emoji of several characters', '👨‍👩‍👧', 'Noto Emoji', undefined],
    ['a sign', '☄', 'Noto Sans Symbols 2', undefined],
  ])('%s: the face that has it, and the usual form', (_, cluster, face, usual) => {
    expect(missing(cluster).length).toBeGreaterThan(0);
    expect(suggestCharacter(cluster, missing)).toMatchObject({
      ...(face !== undefined && { face }),
      ...(usual !== undefined && { usual }),
    });
    if (usual === undefined) expect(suggestCharacter(cluster, missing).usual).toBeUndefined();
    else expect(missing(usual)).toEqual([]);
  });

  test('the problem says both, and changes nothing by itself', () => {
    const customer = { ...customerOf('IS', { mailAddress: 'a@cvk.ne.jp' }), name: '山\u{E01EF}田　ḁ' };
    const [first, second] = createPipeline({ issueDate: '2026-11-23' })
      .check(customer)
      .filter(({ code }) => code === 'V04');
    expect(first?.hint?.ja).toContain('ふつうは「山」（U+5C71）と書きます');
    expect(first?.hint?.ja).toContain('「IPAmj明朝」のような書体');
    expect(second?.hint?.en).toContain('Usually "a" (U+0061)');
    for (const problem of [first, second]) expect(problem?.severity).toBe('error');
  });
});
