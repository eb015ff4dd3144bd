/** Takes an image or drawing that stands in a line, gives its margin box with background, borders and drawing (CSS 2.2 §10.3.2). */

import type { Length } from '../../units.js';
import type { ReplacedBox } from '../style/box.js';
import type { Item } from './block.js';
import { decorateBox } from './decorate-box.js';
import { drawReplaced } from './draw-replaced.js';
import type { InlineObject } from './inline/inline-object.js';
import type { LayoutContext } from './layout-context.js';
import { insetsOf, resolveMargin } from './used-lengths.js';

export function drawObject(box: ReplacedBox, containing: Length, context: LayoutContext): InlineObject {
  const { style } = box;
  const insets = insetsOf(style, containing);
  const margin = {
    top: resolveMargin(style.marginTop, containing),
    right: resolveMargin(style.marginRight, containing),
    bottom: resolveMargin(style.marginBottom, containing),
    left: resolveMargin(style.marginLeft, containing),
  };
  const { width, height, item } = drawReplaced(box, containing, context);
  const borderBox = {
    width: insets.left + width + insets.right,
    height: insets.top + height + insets.bottom,
  };
  const move = (moved: Item, x: Length, y: Length): Item => ({ ...moved, x: moved.x + x, y: moved.y + y });
  return {
    width: margin.left + borderBox.width + margin.right,
    height: margin.top + borderBox.height + margin.bottom,
    items: [
      ...decorateBox(style, borderBox.width, borderBox.height).map((decoration) =>
        move(decoration, margin.left, margin.top),
      ),
      move(item, margin.left + insets.left, margin.top + insets.top),
    ],
  };
}
