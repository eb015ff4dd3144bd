/**
 * Takes a chosen line and the room it is to fill, gives what each gap gains or loses: JLREQ's line adjustment, reducing
 * before expanding, stage by stage (3.8.2 to 3.8.4).
 */

import { type Length, ZERO } from '../../../units.js';
import { type Adjustments, type Stage, totalOf } from './adjustments.js';
import { type LineRange, TOLERANCE } from './line-range.js';
import type { Measures } from './setting.js';

/** Added before each cluster of the line, counted from `line.from`. */
export interface JustifiedLine {
  readonly added: readonly Length[];
  /** Of the visible content, as set. */
  readonly width: Length;
  /** What it lacks where its gaps would have to be torn apart to fill the room: then it is left as it is. */
  readonly lack: Length;
}

/** `opens` is false for the last line of a paragraph, which may close up and stays natural otherwise. */
export function justifyLine(
  measures: Measures,
  adjustments: Adjustments,
  line: LineRange,
  room: Length,
  opens: boolean,
): JustifiedLine {
  const added = new Array<Length>(Math.max(line.end - line.from, 0)).fill(ZERO);
  const slack = room - line.width;
  if (slack < 0) {
    const left = reduce(adjustments, line, -slack, added);
    if (left >= 0 || !opens) return { added, width: room + left, lack: ZERO };
    const lack = expand(adjustments, line, -left, added);
    return { added, width: room - lack, lack: lack > TOLERANCE ? lack : ZERO };
  }
  if (!opens || slack === 0) return { added, width: line.width, lack: ZERO };
  // Where its blank alone fills the line, the closer at the end takes it back; else its edge stands at the line's.
  const stretch = slack <= blankAtEnd(measures, line) ? ZERO : slack;
  const left = stretch - roomToOpen(adjustments, line);
  if (left > 0) return { added, width: line.width, lack: left > TOLERANCE ? slack : ZERO };
  expand(adjustments, line, stretch, added);
  return { added, width: line.width + stretch, lack: ZERO };
}

/** Gives what is still lacking; negative where a middle dot at the line's end gave more than was asked for. */
function reduce(adjustments: Adjustments, line: LineRange, need: Length, added: Length[]): Length {
  const [words, ...others] = adjustments.reductions;
  let left = need;
  if (words !== undefined) left -= share(words, line, left, added, -1);
  const dot = adjustments.dotAtEnd(line.end - 1);
  if (left > 0 && dot > 0) {
    left -= dot;
    added[added.length - 1] = (added.at(-1) ?? ZERO) - dot / 2;
  }
  for (const stage of others) left -= share(stage, line, left, added, -1);
  return left;
}

/** Gives what is left over. */
function expand({ expansions }: Adjustments, line: LineRange, slack: Length, added: Length[]): Length {
  let left = slack;
  for (const stage of expansions) left -= share(stage, line, left, added, 1);
  return left;
}

/** What the closer at the line's end gave up: not a hung mark, which is no part of the line, nor a hyphen's room. */
function blankAtEnd({ advances }: Measures, { end, endTrim }: LineRange): Length {
  return endTrim > 0 && endTrim < (advances[end - 1] ?? ZERO) ? endTrim : ZERO;
}

/** How far a line's gaps may open. */
const roomToOpen = ({ expansions }: Adjustments, { from, end }: LineRange): Length =>
  expansions.reduce((sum, stage) => sum + totalOf(stage, from, end), ZERO);

/** Every place gives the same part of what it can; returns how much was found. */
function share(stage: Stage, { from, end }: LineRange, asked: Length, added: Length[], sign: 1 | -1): Length {
  const most = totalOf(stage, from, end);
  if (most <= 0 || asked <= 0) return ZERO;
  const wanted = Math.min(asked, most);
  let limits = 0;
  let given = 0;
  for (let at = from + 1; at < end; at++) {
    limits += stage.limits[at] ?? ZERO;
    const upTo = Math.round(wanted * (limits / most));
    added[at - from] = (added[at - from] ?? ZERO) + sign * (upTo - given);
    given = upTo;
  }
  return wanted;
}
