/**
 * Takes the cuts of a strip and the anchors of its lines, gives the cuts that part the lines cleanly: every line before a
 * cut is anchored above it, every line after it below. So no page loses a line and none shows one twice, however boxes
 * hang over their edges.
 */

import type { Length } from '../../units.js';
import type { Cut } from './block.js';

export interface FoundCut {
  readonly cut: Cut;
  /** How many lines stand before the cut in reading order. */
  readonly after: number;
}

export function settleCuts(found: readonly FoundCut[], anchors: readonly Length[]): readonly Cut[] {
  const lowestBefore = runningMaximum(anchors);
  const highestAfter = runningMinimum(anchors);
  const cuts: Cut[] = [];
  for (const { cut, after } of found) {
    const above = lowestBefore[after] ?? -Infinity;
    const below = highestAfter[after] ?? Infinity;
    const settle = (y: Length): Length => Math.min(Math.max(y, above + 1), below);
    const [end, start] = [settle(cut.end), settle(cut.start)];
    // Lines that run into each other across the cut stay together.
    if (above >= below || end < (cuts.at(-1)?.end ?? -Infinity)) continue;
    cuts.push(end === cut.end && start === cut.start ? cut : { ...cut, end, start });
  }
  return cuts;
}

/** At n: the greatest of the first n. */
function runningMaximum(values: readonly Length[]): readonly Length[] {
  const result: Length[] = [-Infinity];
  let greatest = -Infinity;
  for (const value of values) {
    greatest = Math.max(greatest, value);
    result.push(greatest);
  }
  return result;
}

/** At n: the least of those from the n-th on. */
function runningMinimum(values: readonly Length[]): readonly Length[] {
  const result: Length[] = new Array(values.length + 1).fill(Infinity);
  let least = Infinity;
  for (let index = values.length - 1; index >= 0; index -= 1) {
    least = Math.min(least, values[index] ?? Infinity);
    result[index] = least;
  }
  return result;
}
