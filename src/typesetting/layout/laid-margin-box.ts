/** A margin box with a text in it, not yet at its place. */

import type { Problem } from '../../problem.js';
import type { Block } from './block.js';

export interface LaidMarginBox {
  readonly block: Block;
  readonly problems: readonly Problem[];
}
