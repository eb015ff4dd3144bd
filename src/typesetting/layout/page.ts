/** A page as layout leaves it: which strip of which block stands where. Paint needs nothing else. */

import type { Length } from '../../units.js';
import type { Block } from './block.js';

/** The part of a block from `from` to `to` (block coordinates), with `from` at the page's y. */
export interface PlacedBlock {
  readonly block: Block;
  readonly x: Length;
  readonly y: Length;
  readonly from: Length;
  readonly to: Length;
}

export interface Page {
  readonly width: Length;
  readonly height: Length;
  /** In reading order. A repeated table head comes just before the strip it heads, as furniture does: marked as artifact. */
  readonly placed: readonly PlacedBlock[];
  /** Margin boxes and repeated heads: artifacts. */
  readonly furniture: readonly PlacedBlock[];
}
