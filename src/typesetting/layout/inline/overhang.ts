/** Takes a neighbour of a base, gives how far ruby that is longer than its base reaches over it (JLREQ 3.3.8). */

import { type Length, ZERO } from '../../../units.js';
import { blankOf, spacingClass } from './blank.js';
import type { JlreqClass } from './jlreq-class.js';
import type { Cluster } from './paragraph.js';

/** Kana and their kin; never ideographs, nor another base. */
const OVERHUNG: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'hiragana',
  'katakana',
  'small-kana',
  'prolonged-sound-mark',
  'inseparable',
  'middle-dot',
]);

export interface Reach {
  /** By how much the ruby text is longer than its base, on one side. */
  readonly edge: Length;
  /** Of the ruby text. */
  readonly size: Length;
}

/** Over the character before the base, or the blank half of a closing bracket or stop. */
export function overhangBefore(mark: Cluster, advance: Length, gap: Length, reach: Reach): Length {
  const type = spacingClass(mark.codePoint);
  const closes = type === 'closing-bracket' || type === 'full-stop' || type === 'comma';
  const blank = closes ? blankOf(type, advance, mark.piece.style.fontSize).after + gap : ZERO;
  return overhang(mark, type, advance, blank, reach);
}

/** Over the character after the base, or the blank half of an opening bracket. */
export function overhangAfter(mark: Cluster, advance: Length, gap: Length, reach: Reach): Length {
  const type = spacingClass(mark.codePoint);
  const blank =
    type === 'opening-bracket' ? blankOf(type, advance, mark.piece.style.fontSize).before + gap : ZERO;
  return overhang(mark, type, advance, blank, reach);
}

/**
 * As glue it works between characters only: at a line's head and end the base keeps its room, and nothing reaches out of
 * the line. Two ruby texts over one kana take half of it each.
 */
function overhang(
  { piece }: Cluster,
  type: JlreqClass,
  advance: Length,
  blank: Length,
  { edge, size }: Reach,
): Length {
  if (piece.reading !== undefined) return ZERO;
  if (blank > ZERO) return Math.min(edge, size, blank);
  return OVERHUNG.has(type) ? Math.min(edge, size, Math.floor(advance / 2)) : ZERO;
}
