/**
 * Takes a measured paragraph to be justified and the room for its lines, gives the lines whose adjustments are the least
 * bad together (total fit: Knuth & Plass 1981, with JLREQ's stages for glue).
 */

import type { Length } from '../../../units.js';
import { type Adjustments, totalOf } from './adjustments.js';
import { ALLOWED, EMERGENCY, FORCED, INSIDE_PHRASE, LAST_RESORT, NEVER } from './find-opportunities.js';
import { countCharacters } from './lengthen-last-lines.js';
import { lineCosts, OUT_OF_REACH, TOO_WIDE } from './line-cost.js';
import { type LineRange, measureLine } from './line-range.js';
import { reluctance } from './reluctance.js';
import type { Setting } from './setting.js';

/** Of a last line, by its characters: ます。 alone looks a little lost, too. */
const SHORT_LAST_LINES = [1500, 1500, 15, 2];
/** Where no place divides what is wider than the line: whoever asked for the lines refuses them. */
const OVERFULL = 1e12;
/** A line ends at a worse kind of place only where a better one would leave a part too wide. */
const PENALTIES: Readonly<Record<number, number>> = {
  [INSIDE_PHRASE]: 30_000,
  [EMERGENCY]: 1e6,
  [LAST_RESORT]: 1e8,
};

export function breakOptimally(
  setting: Setting,
  adjustments: Adjustments,
  roomOf: (line: number) => Length,
): readonly LineRange[] {
  const lines: LineRange[] = [];
  const { opportunities, clusters } = setting;
  const choose = placeChooser(setting, adjustments, roomOf);
  for (let from = 0; from < clusters.length; ) {
    let to = from + 1;
    while (opportunities[to] !== FORCED) to++;
    let start = from;
    for (const place of choose(from, to, ALLOWED) ?? choose(from, to, LAST_RESORT) ?? []) {
      const words = adjustments.reductions[0];
      const spare = words === undefined ? 0 : totalOf(words, start, place);
      const room = roomOf(start === 0 ? 0 : 1) + spare;
      lines.push(measureLine(setting, start, place, opportunities[place] ?? NEVER, start === from, room));
      start = place;
    }
    from = to;
  }
  return lines;
}

/**
 * Where the lines between two forced breaks end, at places of the kind `softest` or better; undefined where a part between
 * two such places is too wide, unless there are no softer ones.
 */
function placeChooser(setting: Setting, adjustments: Adjustments, roomOf: (line: number) => Length) {
  const { opportunities } = setting;
  const costOf = lineCosts(setting, adjustments);
  const first = roomOf(0);
  const other = roomOf(1);

  return (start: number, stop: number, softest: number): readonly number[] | undefined => {
    // Of each place that a line may end at: the place, the cost of the lines up to it, the place before it.
    const places = [start];
    const costs = [0];
    const origins = [-1];
    let oldest = 0;
    for (let to = start + 1; to <= stop; to++) {
      const kind = opportunities[to] ?? NEVER;
      if (kind < softest) continue;
      const penalty = (PENALTIES[kind] ?? 0) + reluctance(setting, to);
      let best = Number.POSITIVE_INFINITY;
      const cheapest = leastFrom(costs, oldest);
      let origin = -1;
      let longer = Number.POSITIVE_INFINITY;
      for (let n = oldest; n < places.length; n++) {
        const from = places[n] ?? 0;
        const line = costOf(from, to, from === start, kind === FORCED, from === 0 ? first : other);
        const unbroken = softest === LAST_RESORT && n === places.length - 1;
        if (line === OUT_OF_REACH && !unbroken) oldest = n + 1;
        if ((line === OUT_OF_REACH || line === TOO_WIDE) && !unbroken) continue;
        const own = line === OUT_OF_REACH || line === TOO_WIDE ? OVERFULL : line;
        const cost = (costs[n] ?? 0) + own + penalty + shortness(setting, start, from, to, kind);
        if (cost <= best) {
          best = cost;
          origin = n;
        }
        // Costs fall while lines close up less and grow while they open wider: what begins later is worse still.
        if (own > longer && own + cheapest > best) break;
        longer = own;
      }
      if (origin >= 0) {
        places.push(to);
        costs.push(best);
        origins.push(origin);
      } else if (kind === FORCED) return undefined;
    }
    return trace(places, origins);
  };
}

function leastFrom(costs: readonly number[], from: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = from; n < costs.length; n++) least = Math.min(least, costs[n] ?? 0);
  return least;
}

/** A last line should not be a single character (JLREQ 3.5). */
function shortness(setting: Setting, start: number, from: number, to: number, kind: number): number {
  if (kind !== FORCED || from === start || to - from > 2 * SHORT_LAST_LINES.length) return 0;
  return SHORT_LAST_LINES[countCharacters(setting, from, to)] ?? 0;
}

function trace(places: readonly number[], origins: readonly number[]): readonly number[] {
  const chosen: number[] = [];
  for (let n = places.length - 1; n > 0; n = origins[n] ?? 0) chosen.push(places[n] ?? 0);
  return chosen.reverse();
}
