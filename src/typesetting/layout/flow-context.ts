/** The layout context with the two functions by which a box has its children laid out, so that no module imports in a ring. */

import type { Length } from '../../units.js';
import type { BlockLevelBox } from '../style/box.js';
import type { Flow } from './fragment.js';
import type { InlineMeasure } from './inline/inline-line.js';
import type { LayoutContext } from './layout-context.js';

export interface FlowContext extends LayoutContext {
  /**
   * `containing` is the width of the containing block. `own`: the box opens a formatting context of its own, so that no
   * margin of a child sticks out of it (CSS 2.2 §9.4.1).
   */
  layoutBox(box: BlockLevelBox, containing: Length, own: boolean): Flow;
  /** Min-content and max-content widths of the margin box; percentages count as nothing. */
  measureBox(box: BlockLevelBox): InlineMeasure;
}
