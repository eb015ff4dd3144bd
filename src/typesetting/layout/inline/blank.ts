/** Takes a character's class and what the face draws it wide, gives how much of that is blank, and where (JLREQ 3.1.2). */

import { type Length, ZERO } from '../../../units.js';
import { type JlreqClass, jlreqClass } from './jlreq-class.js';

/** What a glyph's advance holds beside its body. */
export interface Blank {
  readonly before: Length;
  readonly after: Length;
}

const NONE: Blank = { before: ZERO, after: ZERO };
/** The class that spacing goes by: half-width ｡｢｣､･ are set as drawn. Kinsoku goes by `jlreqClass`. */
export const spacingClass = (codePoint: number): JlreqClass =>
  codePoint >= 0xff61 && codePoint <= 0xff65 ? 'ideograph' : jlreqClass(codePoint);

/** Brackets, stops and middle dots have bodies of half an em; every face draws the ink within it, at the same end. */
export function blankOf(type: JlreqClass, width: Length, size: Length): Blank {
  const blank = width - Math.floor(size / 2);
  if (blank <= 0) return NONE;
  switch (type) {
    case 'opening-bracket':
      return { before: blank, after: ZERO };
    case 'closing-bracket':
    case 'full-stop':
    case 'comma':
      return { before: ZERO, after: blank };
    case 'middle-dot': {
      const before = Math.floor(blank / 2);
      return { before, after: blank - before };
    }
    default:
      return NONE;
  }
}
