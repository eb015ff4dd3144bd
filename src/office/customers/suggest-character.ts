/**
 * Takes a character that no font of annai's holds, gives the face that would be needed for it and what is usually
 * written in its place: a suggestion only, for a name is the customer's (records.md V04).
 */

import { isVariationSelector } from './show-text.js';

export interface Suggestion {
  /** A free font that has it; undefined where none is known. */
  readonly face?: string;
  /** The usual form, where the fonts hold it. */
  readonly usual?: string;
  readonly kind: 'kanji' | 'emoji' | 'other';
}

type Face = readonly [pattern: RegExp, face: string];

/** Of the ideographs beyond the first plane, by the blocks of their extensions. */
const KANJI: readonly Face[] = [
  [/[\u{E0100}-\u{E01EF}]/u, 'IPAmj明朝'],
  [/[\u{20000}-\u{2EBEF}\u{2F800}-\u{2FA1F}]/u, '花園明朝B（HanaMinB）'],
  [/\p{Script=Han}/u, 'BabelStone Han'],
];
const EMOJI: readonly Face[] = [[/[\p{Emoji_Presentation}\p{Regional_Indicator}]|\u{FE0F}/u, 'Noto Emoji']];
const OTHERS: readonly Face[] = [
  // The old forms of kana (hentaigana) above all.
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'IPAmj明朝'],
  [/\p{Script=Hangul}/u, 'Noto Sans KR'],
  [/\p{Script=Bopomofo}/u, 'Noto Sans TC'],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, 'Noto Sans'],
  [/\p{Script=Thai}/u, 'Noto Sans Thai'],
  [/\p{Script=Lao}/u, 'Noto Sans Lao'],
  [/\p{Script=Khmer}/u, 'Noto Sans Khmer'],
  [/\p{Script=Myanmar}/u, 'Noto Sans Myanmar'],
  [/\p{Script=Devanagari}/u, 'Noto Sans Devanagari'],
  [/\p{Script=Bengali}/u, 'Noto Sans Bengali'],
  [/\p{Script=Sinhala}/u, 'Noto Sans Sinhala'],
  [/\p{Script=Tamil}/u, 'Noto Sans Tamil'],
  [/\p{Script=Arabic}/u, 'Noto Sans Arabic'],
  [/\p{Script=Hebrew}/u, 'Noto Sans Hebrew'],
  [/\p{Script=Mongolian}/u, 'Noto Sans Mongolian'],
  [/\p{Script=Tibetan}/u, 'Noto Serif Tibetan'],
  [/\p{Script=Egyptian_Hieroglyphs}/u, 'Noto Sans Egyptian Hieroglyphs'],
  [/\p{S}/u, 'Noto Sans Symbols 2'],
];

/** `cluster`: a character with its marks; `missing` gives the clusters of a text that no font holds. */
export function suggestCharacter(cluster: string, missing: (text: string) => readonly string[]): Suggestion {
  const usual = usualForms(cluster).find(
    (form) => form !== cluster && form.trim() !== '' && missing(form).length === 0,
  );
  const kind = kindOf(cluster);
  const face = FACES[kind].find(([pattern]) => pattern.test(cluster))?.[1];
  return { kind, ...(face !== undefined && { face }), ...(usual !== undefined && { usual }) };
}

const FACES: Readonly<Record<Suggestion['kind'], readonly Face[]>> = {
  kanji: KANJI,
  emoji: EMOJI,
  other: OTHERS,
};

function kindOf(cluster: string): Suggestion['kind'] {
  if (/\p{Script=Han}/u.test(cluster)) return 'kanji';
  return EMOJI.some(([pattern]) => pattern.test(cluster)) ? 'emoji' : 'other';
}

/** Nearest first: without the variant's mark, the kanji that a compatibility form stands for, plain letters, without accents. */
function usualForms(cluster: string): readonly string[] {
  const plain = [...cluster].filter((character) => !isVariationSelector(character)).join('');
  const compatible = plain.normalize('NFKC');
  return [plain, plain.normalize('NFC'), compatible, compatible.normalize('NFD').replace(/\p{M}/gu, '')];
}
