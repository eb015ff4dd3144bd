/** Takes inline content, gives its min-content and max-content widths (CSS Sizing 3 §2.1). */

import type { Length } from '../../../units.js';
import type { InlineLevelBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import type { LayoutContext } from '../layout-context.js';

export interface InlineMeasure {
  /** The widest piece that holds together when every opportunity is taken. */
  readonly min: Length;
  /** The widest line when only forced breaks are taken. */
  readonly max: Length;
}

export function measureInline(
  _content: readonly InlineLevelBox[],
  _style: Style,
  _context: LayoutContext,
): InlineMeasure {
  return { min: 0, max: 0 };
}
