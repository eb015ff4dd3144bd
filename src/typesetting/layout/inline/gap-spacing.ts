/** Takes two neighbours, gives the room between them, and notes what of it belongs to whom. */

import { type Length, scale, ZERO } from '../../../units.js';
import { autospaceType } from './character-class.js';
import type { Glue } from './glue.js';
import type { JlreqClass } from './jlreq-class.js';
import { isWestern, jlreqGlue } from './jlreq-glue.js';
import { isHardBreak } from './resolve-glyphs.js';
import type { Spaced } from './spaced.js';

/** Between ideographs and Western letters or digits, of the ideograph's size. */
const CSS_AUTOSPACE = 1 / 8;
const JLREQ_AUTOSPACE = 1 / 4;

/** `letter-spacing`: half of it stands on either side of a character (CSS Text 4 §9.2), and none at the edges of a line. */
export function spaceApart({ cluster: before }: Spaced, { cluster: after }: Spaced): Length {
  const sum = before.piece.style.letterSpacing + after.piece.style.letterSpacing;
  return sum === 0 || isHardBreak(before.codePoint) || isHardBreak(after.codePoint)
    ? ZERO
    : Math.round(sum / 2);
}

/** JLREQ Table 1: what the glyphs hold of it already is not given twice. */
export function spaceByJlreq(before: Spaced, after: Spaced, glue: Glue, i: number): Length {
  const table = jlreqGlue(before.type, after.type);
  const left = before.cluster.piece.style.fontSize;
  const right = after.cluster.piece.style.fontSize;
  const solid = -before.blank.after - after.blank.before;
  if (isBetweenScripts(before.type, after.type)) {
    const space = autospaced(before, after)
      ? scale(isWestern(before.type) ? right : left, amountOf(before, JLREQ_AUTOSPACE))
      : ZERO;
    glue.scripts[i] = space;
    return solid + space;
  }
  const fromLeft = scale(left, table.before);
  const fromRight = scale(right, table.after);
  note(glue, i, before.type, fromLeft);
  note(glue, i, after.type, fromRight);
  return solid + fromLeft + fromRight;
}

/** CSS Text 4 §8.2 and §8.3.2: of two adjoining full-width marks one loses its blank half. */
export function spaceByTrims(before: Spaced, after: Spaced, glue: Glue, i: number): Length {
  if (isBetweenIdeographAndLetter(before, after) && autospaced(before, after)) {
    const ideograph = autospaceType(before.cluster.codePoint) === 'ideograph' ? before : after;
    const space = scale(ideograph.cluster.piece.style.fontSize, amountOf(ideograph, CSS_AUTOSPACE));
    glue.scripts[i] = space;
    return space;
  }
  const opens = opensWithBlank(after);
  const closes = closesWithBlank(before);
  const meetsOpener = (): boolean => isOf(before, OPENERS) || isDot(before) || isSpace(before);
  if (opens && collapses(after) && (closes || meetsOpener())) {
    note(glue, i, before.type, before.blank.after);
    return -after.blank.before;
  }
  const meetsCloser = (): boolean =>
    closesWithBlank(after) || isOf(after, CLOSERS) || isDot(after) || isSpace(after);
  if (closes && collapses(before) && meetsCloser()) {
    note(glue, i, after.type, after.blank.before);
    return -before.blank.after;
  }
  note(glue, i, before.type, blankIn(before, before.blank.after));
  note(glue, i, after.type, blankIn(after, after.blank.before));
  return ZERO;
}

/** Brackets of any width: next to 「 a half-width ｢ or ( is as good as another full-width one. */
const OPENERS = /^[\p{Ps}‘“]$/u;
const CLOSERS = /^[\p{Pe}’”]$/u;
const isOf = ({ cluster }: Spaced, marks: RegExp): boolean => marks.test(cluster.text);
const isSpace = ({ type }: Spaced): boolean => type === 'ideographic-space';
const isDot = ({ type, full }: Spaced): boolean => type === 'middle-dot' && full;
const opensWithBlank = ({ type, full }: Spaced): boolean => type === 'opening-bracket' && full;
const closesWithBlank = ({ type, full, blank }: Spaced): boolean =>
  full && blank.after > 0 && type !== 'middle-dot';
/** `trim-all` has taken it from the glyph already. */
const blankIn = ({ cluster }: Spaced, blank: Length): Length =>
  cluster.piece.style.textSpacingTrim === 'trim-all' ? ZERO : blank;

function collapses({ cluster: { piece } }: Spaced): boolean {
  return piece.style.textSpacingTrim !== 'space-all' && piece.style.textSpacingTrim !== 'trim-all';
}

function note(glue: Glue, i: number, type: JlreqClass, amount: Length): void {
  switch (type) {
    case 'opening-bracket':
    case 'closing-bracket':
    case 'comma':
      glue.marks[i] = (glue.marks[i] ?? ZERO) + amount;
      break;
    case 'middle-dot':
      glue.dots[i] = (glue.dots[i] ?? ZERO) + amount;
      break;
    default:
      // What follows a full stop is never taken from it.
      break;
  }
}

function isBetweenScripts(left: JlreqClass, right: JlreqClass): boolean {
  return isWestern(left) !== isWestern(right) && quartered(left, right);
}

/** Marks bring glue of their own. */
function quartered(left: JlreqClass, right: JlreqClass): boolean {
  const { before, after } = jlreqGlue(left, right);
  return before + after === JLREQ_AUTOSPACE && left !== 'middle-dot' && right !== 'middle-dot';
}

function isBetweenIdeographAndLetter({ cluster: before }: Spaced, { cluster: after }: Spaced): boolean {
  const left = autospaceType(before.codePoint);
  const right = autospaceType(after.codePoint);
  if (left === right || left === 'other' || right === 'other') return false;
  return left === 'ideograph' || right === 'ideograph';
}

function autospaced({ cluster: before }: Spaced, { cluster: after }: Spaced): boolean {
  const numeric =
    autospaceType(before.codePoint) === 'numeral' || autospaceType(after.codePoint) === 'numeral';
  const wanted = numeric ? 'ideograph-numeric' : 'ideograph-alpha';
  return [before, after].every(
    ({ piece: { style } }) => style.textAutospace === 'normal' || style.textAutospace === wanted,
  );
}

function amountOf({ cluster: { piece } }: Spaced, usual: number): number {
  return piece.style.AnnaiAutospace === 'auto' ? usual : piece.style.AnnaiAutospace;
}
