/** What may be kept of painting, by the block: the same block at the same place, with the same marks before it, is the same part. */

import type { Block } from '../layout/block.js';
import type { EncodedPart } from './encoded-page.js';
import type { PaintedStep, Painting } from './painting.js';

/** What `compute` gave for the block and the spot; the spot is told by a text. */
export type RecallPart<Result> = (block: Block, spot: string, compute: () => Result) => Result;

/** Steps of a painting that came one after the other, as one; `which` tells the first and the last. */
export type RecallStretch = (painting: Painting, which: string, compute: () => PaintedStep) => PaintedStep;

export interface PaintMemory {
  readonly parts: RecallPart<EncodedPart>;
  readonly paintings: RecallPart<Painting>;
  readonly stretches: RecallStretch;
  /** Of frames, by their corners: a reading aid has one for each letter, at the same places on every sheet. */
  readonly paths: (key: string, compute: () => string) => string;
}

/** Computes every time. */
export const NO_PAINT_MEMORY: PaintMemory = {
  parts: (_block, _spot, compute) => compute(),
  paintings: (_block, _spot, compute) => compute(),
  stretches: (_painting, _which, compute) => compute(),
  paths: (_key, compute) => compute(),
};
