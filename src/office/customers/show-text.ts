/** Takes any text, gives a form that is safe to print in a message: what cannot be seen is shown as its code point. */

/** V8 takes a millisecond to take it in: not before a text is to be shown. */
const unseen = (): RegExp => /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export const codePoint = (character: string): string =>
  'U+' + (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** `「髙」（U+9AD9）`, or the code point alone where the character itself would not show. */
export function showCharacter(character: string): { readonly ja: string; readonly en: string } {
  const code = codePoint(character);
  if (/^\p{Zs}$/u.test(character)) return { ja: `空白（${code}）`, en: `a space (${code})` };
  if (character.search(unseen()) === 0) return { ja: `（${code}）`, en: code };
  return { ja: `「${character}」（${code}）`, en: `"${character}" (${code})` };
}

export const showText = (text: string): string =>
  text.replace(unseen(), (character) =>
    character === ' ' || character === '\u3000' || isVariationSelector(character)
      ? character
      : `〔${codePoint(character)}〕`,
  );

/** Selects a form of the character before it (a kanji variant, for one), so it is no stray although it is unseen. */
export const isVariationSelector = (character: string): boolean =>
  /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u.test(character);
