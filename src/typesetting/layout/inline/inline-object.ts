/** A picture, a tick box or a code that stands in a line: its margin box, and where in it the drawing is. */

import type { Length } from '../../../units.js';
import type { Item } from '../block.js';

export interface InlineObject {
  readonly width: Length;
  readonly height: Length;
  /** From the margin box's top left corner, background first. */
  readonly items: readonly Item[];
}
