/** What may be kept of painting, by the block: the same block at the same place, with the same marks before it, is the same part. */

import type { Block } from '../layout/block.js';
import type { EncodedPart } from './encoded-page.js';

/** What `compute` gave for the block and the spot; the spot is told by a text. */
export type PaintMemory = (block: Block, spot: string, compute: () => EncodedPart) => EncodedPart;

/** Computes every time. */
export const NO_PAINT_MEMORY: PaintMemory = (_block, _spot, compute) => compute();
