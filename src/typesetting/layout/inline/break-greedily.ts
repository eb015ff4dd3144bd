/** Takes a measured paragraph and the room for its lines, gives the lines, each as long as fits (first fit). */

import type { Length } from '../../../units.js';
import { FORCED, LAST_RESORT, NEVER } from './find-opportunities.js';
import { type LineRange, measureLine, TOLERANCE } from './line-range.js';
import type { Measures, Setting } from './setting.js';

export type Breaking = Measures & Pick<Setting, 'opportunities'>;

/**
 * `roomOf` gives the width for line n. A line is wider than that only where no place of the kind `softest` or better lies
 * within it.
 */
export function breakGreedily(
  setting: Breaking,
  roomOf: (line: number) => Length,
  softest: number = LAST_RESORT,
): readonly LineRange[] {
  const count = setting.advances.length;
  const lines: LineRange[] = [];
  for (let from = 0; from < count; ) {
    const before = lines.at(-1);
    const fresh = before === undefined || before.ending === FORCED;
    const line = longestLine(setting, from, fresh, roomOf(lines.length), softest);
    lines.push(line);
    from = line.to;
  }
  return lines;
}

/** The last place of the best kind that lies within the room; a forced break ends the search. */
function longestLine(
  setting: Breaking,
  from: number,
  fresh: boolean,
  room: Length,
  softest: number,
): LineRange {
  const { opportunities } = setting;
  let best: LineRange | undefined;
  for (let to = from + 1; to <= setting.advances.length; to++) {
    const kind = opportunities[to] ?? NEVER;
    if (kind < softest) continue;
    const line = measureLine(setting, from, to, kind, fresh, room);
    if (line.width > room + TOLERANCE) return best ?? line;
    if (kind === FORCED) return line;
    if (best === undefined || kind >= best.ending) best = line;
  }
  throw new Error('annai: internal error: a paragraph without an end');
}
