/**
 * Takes the blocks of all sections, gives them one below the other as a single strip: margins between them collapsed, with
 * a cut between every two (CSS Fragmentation 3 §4.1, §5.2).
 */

import type { Length } from '../../units.js';
import type { Block, Cut } from './block.js';
import { cutKind, joinBreaks } from './break-kinds.js';
import { collapse, extentOf, marginOf, NO_MARGIN } from './collapse-margins.js';

/** A cut in the strip's coordinates. */
export interface StripCut {
  readonly end: Length;
  readonly start: Length;
  readonly cut: Cut;
}

export interface Strip {
  readonly blocks: readonly { readonly block: Block; readonly top: Length }[];
  readonly height: Length;
  /** From top to bottom. */
  readonly cuts: readonly StripCut[];
}

export function joinStrips(blocks: readonly Block[]): Strip {
  const tops: { readonly block: Block; readonly top: Length }[] = [];
  const cuts: StripCut[] = [];
  let y: Length = 0;
  let pending = NO_MARGIN;
  let between: Block['breakAfter'] = 'auto';
  let placedAny = false;
  for (const block of blocks) {
    const above = marginOf(block.marginTop);
    const value = joinBreaks(between, block.breakBefore);
    if (block.height === 0) {
      tops.push({ block, top: y });
      pending = collapse(pending, above, marginOf(block.marginBottom));
      between = joinBreaks(value, block.breakAfter);
      continue;
    }
    const kind = cutKind(value);
    const forced = kind.kind === 'forced' && placedAny;
    const top = y + extentOf(forced ? above : collapse(pending, above));
    // The first page begins with its margin, as after a forced break. Nothing may stand above a page's head.
    const settled = placedAny && !forced ? top : Math.max(top, y);
    if (placedAny && settled >= y) {
      const place = block.place ? { place: block.place } : {};
      const start = forced ? y : settled;
      cuts.push({ end: y, start, cut: { ...kind, ...place, end: y, start } });
    }
    // Where a negative margin draws a section over the one before it, no cut may go through both.
    while ((cuts.at(-1)?.start ?? -Infinity) > settled) cuts.pop();
    tops.push({ block, top: settled });
    for (const cut of block.cuts) {
      if (cut.end + settled < y) continue;
      cuts.push({ end: cut.end + settled, start: cut.start + settled, cut });
    }
    y = Math.max(y, settled + block.height);
    pending = marginOf(block.marginBottom);
    between = block.breakAfter;
    placedAny = true;
  }
  return { blocks: tops, height: y, cuts };
}
