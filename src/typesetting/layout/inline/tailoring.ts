/** Takes a character's line break class and the strictness wanted, gives the class it counts as (CSS Text 3 §5.3, lang=ja). */

import { BROAD, type LineBreakClass, traitsOf } from './character-class.js';

/** `none` is UAX #14 as it stands; the others are the values of `line-break`. */
export type Strictness = 'none' | 'strict' | 'normal' | 'loose';

/** 〜 and ゠ may begin a line from `normal` on. */
const JAPANESE_HYPHENS = new Set([0x301c, 0x30a0]);
/** Iteration marks, middle dots and full-width dividing punctuation may begin a line in `loose`. */
const LOOSE_STARTERS = new Set([...'々〻ゝゞヽヾ・：；･‼⁇⁈⁉！？'].map((sign) => sign.codePointAt(0) ?? 0));
/** “ and ” are brackets in Japanese text, as ICU has them from `normal` on: lines break before “ and after ”. */
const DOUBLE_QUOTES: ReadonlyMap<number, LineBreakClass> = new Map([
  [0x201c, 'OP'],
  [0x201d, 'CL'],
]);
/** Objects (pictures, tick boxes) stand in the text as this character and break as an ideograph does. */
const OBJECT = 0xfffc;

export function tailoredClass(
  codePoint: number,
  original: LineBreakClass,
  strictness: Strictness,
): LineBreakClass {
  if (original === 'CJ') return strictness === 'none' || strictness === 'strict' ? 'NS' : 'ID';
  if (strictness === 'none') return original;
  if (codePoint === OBJECT) return 'ID';
  if (strictness === 'strict') return original;
  if (JAPANESE_HYPHENS.has(codePoint)) return 'ID';
  const quote = DOUBLE_QUOTES.get(codePoint);
  if (quote !== undefined) return quote;
  if (strictness === 'normal') return original;
  if (LOOSE_STARTERS.has(codePoint)) return 'ID';
  return original === 'PR' && (traitsOf(codePoint) & BROAD) !== 0 ? 'ID' : original;
}
