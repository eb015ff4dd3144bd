/**
 * Takes a strip and the heights of the pages, gives the piece of the strip that each page holds: as much as fits, cut at
 * the best place near its end (CSS Fragmentation 3 §4).
 */

import type { Problem } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Block, Cut } from './block.js';
import { fits } from './fits.js';
import type { Strip, StripCut } from './join-strips.js';
import { tallerThanPage } from './misfits.js';

/** The part of the strip from `from` to `to`, under the repeated head of the table that the cut went through. */
export interface Piece {
  readonly from: Length;
  readonly to: Length;
  readonly head?: Block;
}

export interface Filling {
  readonly pieces: readonly Piece[];
  readonly problems: readonly Problem[];
}

export function fillPages(strip: Strip, heightOf: (page: number) => Length): Filling {
  const pieces: Piece[] = [];
  const problems: Problem[] = [];
  let from: Length = 0;
  let next = 0;
  let head: Block | undefined;
  let place = strip.blocks[0]?.block.place;
  for (;;) {
    const height = heightOf(pieces.length);
    const limit = from + height - (head?.height ?? 0);
    const choice = chooseCut(strip, next, from, limit);
    const to = choice ? choice.at.end : strip.height;
    if (!fits(to, limit)) {
      problems.push(tallerThanPage(to - from + (head?.height ?? 0), height, place));
    }
    pieces.push({ from, to, ...(head ? { head } : {}) });
    if (!choice) return { pieces, problems };
    from = choice.at.start;
    head = choice.at.cut.repeat;
    place = choice.at.cut.place ?? place;
    next = choice.index + 1;
  }
}

interface Choice {
  readonly at: StripCut;
  readonly index: number;
}

/**
 * The first forced cut within reach; else none where the rest fits; else the last allowed one, else the last that only a
 * `break-inside` speaks against, else any; and where nothing is within reach, the first beyond it.
 */
function chooseCut(strip: Strip, next: number, from: Length, limit: Length): Choice | undefined {
  let best: Choice | undefined;
  for (let index = next; index < strip.cuts.length; index += 1) {
    const at = strip.cuts[index];
    // A cut with nothing above it would leave an empty page.
    if (at === undefined || at.end <= from) continue;
    if (!fits(at.end, limit)) {
      if (best) return best;
      return fits(strip.height, limit) ? undefined : { at, index };
    }
    if (at.cut.kind === 'forced') return { at, index };
    if (best === undefined || reluctance(at.cut) <= reluctance(best.at.cut)) best = { at, index };
  }
  return fits(strip.height, limit) ? undefined : best;
}

function reluctance({ kind, lastResort }: Cut): number {
  if (kind !== 'avoid') return 0;
  return lastResort ? 2 : 1;
}
