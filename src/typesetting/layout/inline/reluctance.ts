/**
 * Takes a place where a line may end, gives what it costs to end it there: words and numbers are better left whole, where the
 * gaps of the lines allow it (a matter of taste, which JLREQ leaves to it).
 */

import type { JlreqClass } from './jlreq-class.js';
import type { Setting } from './setting.js';

/** As much as opening every gap by a tenth of an em: a number holds to its counter, a word to its small kana. */
const STRONG = 50;
/** By a fourteenth: お|客様 and サー|バー can be read, but are stumbled over. */
const MILD = 20;
/** By a nineteenth: 不|便 and 保存|して, too, where the line might as well end before the word or after its ending. */
const SLIGHT = 8;

/** What goes on with the word or the number before it, from `normal` on at the head of a line, too. */
const CONTINUES: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'small-kana',
  'prolonged-sound-mark',
  'iteration-mark',
]);
const KANA: ReadonlySet<JlreqClass> = new Set<JlreqClass>(['hiragana', 'katakana', ...CONTINUES]);
const HONORIFICS = new Set([0x304a, 0x3054]);

export function reluctance({ types, clusters }: Setting, to: number): number {
  const before = types[to - 1];
  const after = types[to];
  if (before === undefined || after === undefined) return 0;
  if (CONTINUES.has(after)) return STRONG;
  const codePoint = clusters[to - 1]?.codePoint ?? 0;
  switch (after) {
    case 'ideograph':
      if (before === 'numeral') return STRONG;
      if (isWideDigit(codePoint) && isWideDigit(clusters[to]?.codePoint ?? 0)) return STRONG;
      if (HONORIFICS.has(codePoint)) return MILD;
      return before === 'ideograph' ? SLIGHT : 0;
    case 'katakana':
      return before === 'katakana' || CONTINUES.has(before) || HONORIFICS.has(codePoint) ? MILD : 0;
    case 'hiragana':
      return KANA.has(before) || before === 'ideograph' ? SLIGHT : 0;
    default:
      return 0;
  }
}

const isWideDigit = (codePoint: number): boolean => codePoint >= 0xff10 && codePoint <= 0xff19;
