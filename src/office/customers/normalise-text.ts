/**
 * Takes a cell's text, gives the text to print (postal.md §4.2). Never NFC or NFKC on the whole: both change kanji of
 * names (塚 U+FA10, 神 U+FA19, 福 U+FA1B …) into other characters.
 */

/** Line breaks, tabs and no-break spaces become spaces; the outside is trimmed, ideographic spaces too. */
export function tidy(text: string): string {
  if (text === '') return text;
  const plain = text.replace(/\r\n|[\r\n\t\u00A0]/g, ' ');
  // A pattern anchored at the end would try every run of spaces inside anew, at each of its characters.
  let begin = 0;
  let end = plain.length;
  while (begin < end && SPACES.includes(plain.charAt(begin))) begin += 1;
  while (end > begin && SPACES.includes(plain.charAt(end - 1))) end -= 1;
  return plain.slice(begin, end);
}

/** General category Zs. */
const SPACES =
  ' \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000';

const KANA_OR_MARK =
  /([\uFF66-\uFF9D\u3041-\u3096\u309D\u30A1-\u30FA\u30FD])([\uFF9E\uFF9F\u3099\u309A])|[\uFF61-\uFF9F]/g;

/** Half-width kana to full-width, with (han)dakuten joined to its kana: ﾔﾏﾀﾞ → ヤマダ, か + U+3099 → が. */
export function joinKana(text: string): string {
  return text.replace(KANA_OR_MARK, (found, kana: string | undefined, mark: string | undefined) => {
    if (kana === undefined || mark === undefined) return widen(found);
    const joined = (kana.normalize('NFKC') + mark.normalize('NFKC')).normalize('NFC');
    return joined.length === 1 ? joined : widen(kana) + widen(mark);
  });
}

/** A mark with no kana to sit on becomes the spacing ゛ or ゜; NFKC would make it combine with whatever stands before. */
function widen(character: string): string {
  if (character === '\uFF9E') return '\u309B';
  if (character === '\uFF9F') return '\u309C';
  return /[\uFF61-\uFF9F]/.test(character) ? character.normalize('NFKC') : character;
}

/** Runs of spaces to one ideographic space, as between family and given name. */
export const joinSpaces = (text: string): string => text.replace(/\p{Zs}+/gu, '\u3000');

/** Both wave dashes (CP932 reads 0x8160 as U+FF5E, a Mac types U+301C) to the one of JIS X 0208. */
export const oneWaveDash = (text: string): string => text.replace(/\uFF5E/g, '\u301C');

/** Full-width letters, digits and signs to ASCII: only for codes, numbers and addresses of mail, never for names. */
export const halfWidth = (text: string): string => text.normalize('NFKC');

/** Everything that is typed for a hyphen (postal.md §4.2), in values that know no long vowel mark. */
export const plainHyphens = (text: string): string =>
  text.replace(/[\u2010-\u2015\u2212\uFF0D\uFF70\u30FC\u2500]/g, '-');
