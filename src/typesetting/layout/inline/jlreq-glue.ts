/** Takes the classes of two neighbours, gives the glue between their bodies (JLREQ Appendix B, Table 1). */

import type { JlreqClass } from './jlreq-class.js';

/** In em: `before` of the preceding character's size, `after` of the following one's. */
export interface Glue {
  readonly before: number;
  readonly after: number;
}

const SOLID: Glue = { before: 0, after: 0 };
const HALF_BEFORE: Glue = { before: 1 / 2, after: 0 };
const HALF_AFTER: Glue = { before: 0, after: 1 / 2 };
const QUARTER_BEFORE: Glue = { before: 1 / 4, after: 0 };
const QUARTER_AFTER: Glue = { before: 0, after: 1 / 4 };
const BETWEEN_DOTS: Glue = { before: 1 / 4, after: 1 / 4 };
const STOP_AND_DOT: Glue = { before: 1 / 2, after: 1 / 4 };

/** What stands a quarter em from Western letters and digits. Dividing punctuation does so only before them. */
const JAPANESE: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'iteration-mark',
  'prolonged-sound-mark',
  'small-kana',
  'hiragana',
  'katakana',
  'ideograph',
]);

const isMath = (type: JlreqClass): boolean => type === 'math-symbol' || type === 'math-operator';
const isStop = (type: JlreqClass): boolean => type === 'full-stop' || type === 'comma';
export const isWestern = (type: JlreqClass): boolean => type === 'western' || type === 'numeral';

export function jlreqGlue(left: JlreqClass, right: JlreqClass): Glue {
  if (isMath(left) || isMath(right)) return right === 'opening-bracket' ? HALF_AFTER : SOLID;
  if (right === 'middle-dot') {
    if (left === 'middle-dot') return BETWEEN_DOTS;
    return isStop(left) ? STOP_AND_DOT : QUARTER_AFTER;
  }
  if (left === 'middle-dot') return QUARTER_BEFORE;
  if (isStop(left) || left === 'closing-bracket') {
    const meets = isStop(right) || right === 'closing-bracket';
    return meets || (right === 'ideographic-space' && !isStop(left)) ? SOLID : HALF_BEFORE;
  }
  if (right === 'opening-bracket') {
    return left === 'opening-bracket' || left === 'ideographic-space' ? SOLID : HALF_AFTER;
  }
  if (isWestern(right) && (JAPANESE.has(left) || left === 'dividing-punctuation')) return QUARTER_BEFORE;
  return isWestern(left) && JAPANESE.has(right) ? QUARTER_AFTER : SOLID;
}
