/** Takes the inline content of one block container and the width at hand, gives its lines (CSS Inline 3, JLREQ §3). */

import type { Length } from '../../../units.js';
import type { InlineLevelBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import type { LayoutContext } from '../layout-context.js';
import type { InlineLine } from './inline-line.js';

/**
 * `style` is that of the block container, `available` its content width.
 *
 * @throws ProblemError `V04` for every cluster that no face holds; `layout/too-wide` for what cannot be broken.
 */
export function layoutInline(
  _content: readonly InlineLevelBox[],
  _style: Style,
  _available: Length,
  _context: LayoutContext,
): readonly InlineLine[] {
  return [];
}
