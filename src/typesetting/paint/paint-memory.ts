/** What may be kept of painting, by the block: the same block at the same place, with the same marks before it, is the same part. */

import type { Block } from '../layout/block.js';
import type { EncodedPart } from './encoded-page.js';
import type { Painting, RecallStretch } from './paint-part.js';

/** What `compute` gave for the block and the spot; the spot is told by a text. */
export type RecallPart<Result> = (block: Block, spot: string, compute: () => Result) => Result;

export interface PaintMemory {
  readonly parts: RecallPart<EncodedPart>;
  readonly paintings: RecallPart<Painting>;
  readonly stretches: RecallStretch;
}

/** Computes every time. */
export const NO_PAINT_MEMORY: PaintMemory = {
  parts: (_block, _spot, compute) => compute(),
  paintings: (_block, _spot, compute) => compute(),
  stretches: (_painting, _which, compute) => compute(),
};
