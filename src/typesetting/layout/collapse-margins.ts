/** Takes margins that adjoin, gives the one margin they make together (CSS 2.2 §8.3.1). */

import { type Length, ZERO } from '../../units.js';

/** A set of adjoining margins: all that matters of it is its greatest and its most negative one. */
export interface Margins {
  /** ≥ 0 */
  readonly most: Length;
  /** ≤ 0 */
  readonly least: Length;
}

export const NO_MARGIN: Margins = { most: ZERO, least: ZERO };

export const marginOf = (length: Length): Margins => ({
  most: Math.max(length, 0),
  least: Math.min(length, 0),
});

export function collapse(...margins: readonly Margins[]): Margins {
  let { most, least } = NO_MARGIN;
  for (const margin of margins) {
    if (margin.most > most) most = margin.most;
    if (margin.least < least) least = margin.least;
  }
  return { most, least };
}

/** The space that the set takes. */
export const extentOf = ({ most, least }: Margins): Length => most + least;
