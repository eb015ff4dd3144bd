/** Takes a paragraph to be justified, gives what a line of it costs: how far its gaps must close up or open (JLREQ 3.8). */

import { type Length, ZERO } from '../../../units.js';
import type { Adjustments, Stage } from './adjustments.js';
import { TOLERANCE } from './line-range.js';
import type { Measures } from './setting.js';

/** What cannot close up enough. */
export const TOO_WIDE = Number.POSITIVE_INFINITY;
/** So wide that nothing longer from the same place can be a line either. */
export const OUT_OF_REACH = -1;
/** From here on the line is too short to be justified: no worse than a few lines that are opened as far as may be. */
const RAGGED = 3000;
/** A line half as long as the others is six times as bad. */
const RAGGEDNESS = 10;
/** Closing up as far as may be; opening by an eighth of an em between any two characters. */
const CLOSED = 30;
const OPENED = 100;
/** As wide as word spaces and the room between scripts may become. */
const SPACED = 10;

/** `fresh`: the line is the first, or follows a forced break. `last`: it is ended by one, and stays natural. */
type LineCost = (from: number, to: number, fresh: boolean, last: boolean, room: Length) => number;

/** Total fit asks this for ten lines a character: hence sums over the paragraph, and nothing made on the way. */
export function lineCosts(measures: Measures, adjustments: Adjustments): LineCost {
  const { advances, positions, vanishes, firstLineTrims, lineStartTrims, lineEndTrims, partings } = measures;
  const { dotAtEnd } = adjustments;
  const closable = sumOf(adjustments.reductions, advances.length);
  const [words, scripts, solid, anywhere] = adjustments.expansions.map(({ sums }) => sums);
  const wordsClose = adjustments.reductions[0]?.sums;
  const between = (sums: Float64Array | undefined, from: number, end: number): number =>
    sums === undefined ? 0 : (sums[end] ?? 0) - (sums[from + 1] ?? 0);

  const opening = (from: number, end: number, stretch: Length, room: Length): number => {
    const spaces = between(words, from, end) + between(scripts, from, end);
    if (stretch <= spaces) return SPACED * cube(stretch / Math.max(spaces, 1));
    const inSolid = stretch - spaces;
    const gaps = between(solid, from, end);
    // The third stage opens each gap by a quarter of an em at most.
    if (inSolid <= gaps) return SPACED + OPENED * cube((2 * inSolid) / gaps);
    const more = inSolid - gaps;
    const most = between(anywhere, from, end);
    if (more <= most) return SPACED + OPENED * cube(2 + more / most);
    return RAGGED * (1 + (RAGGEDNESS * stretch) / room);
  };

  return (from, to, fresh, last, room) => {
    let end = to;
    while (end > from && vanishes[end - 1] === true) end--;
    if (end === from) return last ? 0 : RAGGED;
    const startTrim = (fresh ? firstLineTrims[from] : lineStartTrims[from]) ?? ZERO;
    const parted =
      partings.size === 0 ? ZERO : (partings.get(from)?.after ?? ZERO) + (partings.get(to)?.before ?? ZERO);
    const left = (positions[end - 1] ?? ZERO) - (positions[from] ?? ZERO) - startTrim + parted;
    const advance = advances[end - 1] ?? ZERO;
    const closes = between(closable, from, end) + dotAtEnd(end - 1);
    if (left - closes > room + TOLERANCE) return OUT_OF_REACH;
    const spare = room + between(wordsClose, from, end) + TOLERANCE;
    let trim = ZERO;
    for (const tried of lineEndTrims[end - 1] ?? []) {
      trim = tried;
      if (left + advance - tried <= spare) break;
    }
    const slack = room - (left + advance - trim);
    if (slack < 0)
      return -slack > closes + TOLERANCE ? TOO_WIDE : CLOSED * cube(-slack / Math.max(closes, 1));
    const filled = trim > 0 && trim < advance && slack <= trim;
    return last || filled ? 0 : opening(from, end, slack, room);
  };
}

const cube = (ratio: number): number => ratio * ratio * ratio;

function sumOf(stages: readonly Stage[], count: number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (const stage of stages)
    for (let i = 0; i <= count; i++) sums[i] = (sums[i] ?? 0) + (stage.sums[i] ?? 0);
  return sums;
}
