/** A page as layout leaves it: which strip of which block stands where. Paint needs nothing else. */

import type { Length } from '../../units.js';
import type { Block } from './block.js';

/** The part of a block from `from` to `to` (block coordinates), with `from` at the page's y. `slice.ts` says what is in it. */
export interface PlacedBlock {
  readonly block: Block;
  readonly x: Length;
  readonly y: Length;
  readonly from: Length;
  readonly to: Length;
  /** Of a margin box: the margin that it stands in. */
  readonly margin?: 'top' | 'bottom';
}

export interface Page {
  readonly width: Length;
  readonly height: Length;
  /** Sections in reading order, then the absolute blocks: painted in this order, so that these lie on top. */
  readonly placed: readonly PlacedBlock[];
  /** Margin boxes and repeated table heads: artifacts, whatever roles their items name. */
  readonly furniture: readonly PlacedBlock[];
}
