/** Takes a picture, tick box or code that stands in a line, gives its margin box with the drawing in it (CSS 2.2 §10.8). */

import { type Length, scale, ZERO } from '../../../units.js';
import type { ReplacedBox } from '../../style/box.js';
import { decorateBox } from '../decorate-box.js';
import { drawReplaced } from '../draw-replaced.js';
import type { LayoutContext } from '../layout-context.js';
import { insetsOf, resolveMargin } from '../used-lengths.js';
import { BELOW_BASELINE } from './em-box.js';
import type { InlineObject } from './inline-object.js';

export function measureObject(box: ReplacedBox, available: Length, context: LayoutContext): InlineObject {
  const { style } = box;
  const insets = insetsOf(style, available);
  const drawing = drawReplaced(box, available, context);
  const left = resolveMargin(style.marginLeft, available);
  const top = resolveMargin(style.marginTop, available);
  const width = insets.left + drawing.width + insets.right;
  const height = insets.top + drawing.height + insets.bottom;
  const { item } = drawing;
  return {
    width: left + width + resolveMargin(style.marginRight, available),
    height: top + height + resolveMargin(style.marginBottom, available),
    // A tick box stands among characters as one of them.
    depth: box.drawing.kind === 'tick' ? scale(style.fontSize, BELOW_BASELINE) : ZERO,
    items: [
      ...decorateBox(style, width, height).map((part) => ({ ...part, x: part.x + left, y: part.y + top })),
      { ...item, x: item.x + left + insets.left, y: item.y + top + insets.top },
    ],
  };
}
