/** Takes the named strings of the sections, gives the value of each on every page (CSS GCPM 3 §1.2, keyword `first`). */

import type { Piece } from './fill-pages.js';
import { findPiece } from './find-piece.js';
import type { Strip } from './join-strips.js';

/** The first value set on the page, else the last set before it. */
export function runningStrings(
  strip: Strip,
  pieces: readonly Piece[],
): readonly ReadonlyMap<string, string>[] {
  const set = pieces.map((): { name: string; value: string }[] => []);
  for (const placed of strip.blocks) {
    for (const { name, value, y } of placed.block.strings) {
      set[findPiece(pieces, placed.top + y, placed)]?.push({ name, value });
    }
  }
  let carried = new Map<string, string>();
  return set.map((values) => {
    const onPage = new Map(carried);
    for (const { name, value } of values.toReversed()) onPage.set(name, value);
    carried = new Map(onPage);
    for (const { name, value } of values) carried.set(name, value);
    return onPage;
  });
}
