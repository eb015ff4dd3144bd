/** Takes a measured paragraph, gives its lines as even as their number allows (CSS Text 4 §6.3, `text-wrap: balance`). */

import type { Length } from '../../../units.js';
import { type Breaking, breakGreedily } from './break-greedily.js';
import { ALLOWED } from './find-opportunities.js';
import { type LineRange, TOLERANCE } from './line-range.js';

/** The narrowest room that still gives the same number of lines and breaks no worse. */
export function balanceLines(setting: Breaking, roomOf: (line: number) => Length): readonly LineRange[] {
  let best = breakGreedily(setting, roomOf);
  if (best.length < 2) return best;
  const worst = worstEnding(best);
  let narrow = 0;
  let wide = Math.max(...best.map(({ width }) => width));
  while (wide - narrow > TOLERANCE) {
    const middle = Math.floor((narrow + wide) / 2);
    const lines = breakGreedily(setting, (line) => Math.min(middle, roomOf(line)));
    const fits = lines.every(({ width }, line) => width <= Math.min(middle, roomOf(line)) + TOLERANCE);
    if (fits && lines.length === best.length && worstEnding(lines) >= worst) {
      best = lines;
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return best;
}

const worstEnding = (lines: readonly LineRange[]): number =>
  Math.min(...lines.map(({ ending }) => Math.min(ending, ALLOWED)));
