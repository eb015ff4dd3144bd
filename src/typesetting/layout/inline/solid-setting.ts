/** Takes the classes of two neighbours, says whether a line opens between them in the third stage (JLREQ Table 6, "1/4"). */

import type { JlreqClass } from './jlreq-class.js';

/** Kana, ideographs and what is set solid with them. */
const SOLID: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'inseparable',
  'iteration-mark',
  'prolonged-sound-mark',
  'small-kana',
  'prefixed-abbreviation',
  'postfixed-abbreviation',
  'hiragana',
  'katakana',
  'ideograph',
]);
/** Nothing opens between these and an inseparable character after them. */
const HOLD_INSEPARABLE: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'inseparable',
  'iteration-mark',
  'prolonged-sound-mark',
  'small-kana',
]);

export function opensBetween(left: JlreqClass, right: JlreqClass): boolean {
  if (SOLID.has(left) && SOLID.has(right)) return !(right === 'inseparable' && HOLD_INSEPARABLE.has(left));
  if (right === 'western') return left === 'inseparable' || isAbbreviation(left);
  if (right === 'numeral') return left === 'postfixed-abbreviation';
  if (left === 'western' || left === 'numeral') {
    return right === 'inseparable' || right === 'prefixed-abbreviation';
  }
  return false;
}

const isAbbreviation = (type: JlreqClass): boolean =>
  type === 'prefixed-abbreviation' || type === 'postfixed-abbreviation';
