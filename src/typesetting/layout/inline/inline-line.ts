/** What inline layout hands to the flow: line boxes, their items placed from the line's top left, and how wide content is. */

import type { Problem } from '../../../problem.js';
import type { Length } from '../../../units.js';
import type { LineContent } from '../block.js';

/** Its content: x from the content box's left edge, y from the line's top. */
export interface InlineLine extends LineContent {
  readonly height: Length;
  /** The alphabetic baseline, from the line's top. */
  readonly baseline: Length;
  /** From the content box's left edge to the right edge of the last character or box, glue at the end not counted. */
  readonly width: Length;
  /** Of the whole paragraph, on its first line: what composition could not do by its rules. */
  readonly notices?: readonly Problem[];
}

export interface InlineMeasure {
  /** The widest piece that holds together when every opportunity is taken. */
  readonly min: Length;
  /** The widest line when only forced breaks are taken. */
  readonly max: Length;
}
