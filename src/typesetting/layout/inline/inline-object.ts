/** A picture, tick box or code that stands in a line: its margin box with the drawing in it. */

import type { Length } from '../../../units.js';
import type { Item } from '../block.js';

export interface InlineObject {
  /** Of the margin box. */
  readonly width: Length;
  readonly height: Length;
  /** How far it hangs below the baseline that it stands on. */
  readonly depth: Length;
  /** From the margin box's top left corner. */
  readonly items: readonly Item[];
}
