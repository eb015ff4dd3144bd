/** A line as chosen, before it is placed: which clusters stand on it and how its edges are treated. */

import { type Length, pt, ZERO } from '../../../units.js';
import { FORCED } from './find-opportunities.js';
import { isHardBreak } from './resolve-glyphs.js';
import type { Measures, Setting } from './setting.js';

export interface LineRange {
  /** Clusters of the line: from ≤ i < to. */
  readonly from: number;
  readonly to: number;
  /** Where its visible content ends: what comes after is spaces and the break. */
  readonly end: number;
  /** What its first and last visible cluster give up. */
  readonly startTrim: Length;
  readonly endTrim: Length;
  /** Of the visible content, edges trimmed, a hung mark left out. */
  readonly width: Length;
  /** The kind of place it ends at (find-opportunities). */
  readonly ending: number;
}

/** Widths shared out by percentages and columns are rounded: a thousandth of a point too much is no overflow. */
export const TOLERANCE: Length = pt(0.001);

/**
 * The line from `from` to `to`, trimmed as little as lets it fit into `room`; trimmed as far as it may be where it does
 * not fit. `fresh`: the paragraph's first line, or the one after a forced break.
 */
export function measureLine(
  measures: Measures,
  from: number,
  to: number,
  ending: number,
  fresh: boolean,
  room: Length,
): LineRange {
  const { advances, positions, vanishes, lineEndTrims, partings } = measures;
  let end = to;
  while (end > from && vanishes[end - 1] === true) end--;
  if (end === from) return { from, to, end, startTrim: ZERO, endTrim: ZERO, width: ZERO, ending };

  const startTrim = (fresh ? measures.firstLineTrims[from] : measures.lineStartTrims[from]) ?? ZERO;
  const last = end - 1;
  const parted = (partings.get(from)?.after ?? ZERO) + (partings.get(to)?.before ?? ZERO);
  const left = (positions[last] ?? ZERO) - (positions[from] ?? ZERO) + parted;
  const full = left + (advances[last] ?? ZERO) - startTrim;
  let endTrim = ZERO;
  for (const trim of lineEndTrims[last] ?? []) {
    endTrim = trim;
    if (full - trim <= room + TOLERANCE) break;
  }
  return { from, to, end, startTrim, endTrim, width: full - endTrim, ending };
}

/** The whole paragraph on one line, where nothing forces it apart and it fits into the room. */
export function wholeLine(setting: Setting, room: Length): LineRange | undefined {
  const { clusters } = setting;
  if (clusters.length === 0 || clusters.some(({ codePoint }) => isHardBreak(codePoint))) return undefined;
  const line = measureLine(setting, 0, clusters.length, FORCED, true, room);
  return line.width > room + TOLERANCE ? undefined : line;
}
