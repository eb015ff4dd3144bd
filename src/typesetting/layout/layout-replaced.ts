/** Takes an image or drawing that stands among blocks, gives it laid out (CSS 2.2 §10.3.4). */

import type { Length } from '../../units.js';
import type { ReplacedBox } from '../style/box.js';
import { checkBox } from './check-box.js';
import { marginOf } from './collapse-margins.js';
import { decorateBox } from './decorate-box.js';
import { drawReplaced } from './draw-replaced.js';
import type { Flow } from './fragment.js';
import type { LayoutContext } from './layout-context.js';
import { acrossStated, insetsOf, resolveMargin } from './used-lengths.js';

export function layoutReplaced(box: ReplacedBox, containing: Length, context: LayoutContext): Flow {
  const { style } = box;
  const insets = insetsOf(style, containing);
  const drawing = drawReplaced(box, containing, context);
  const width = insets.left + drawing.width + insets.right;
  const height = insets.top + drawing.height + insets.bottom;
  const across = acrossStated(style, containing, width);
  return {
    fragment: {
      width,
      height,
      decorations: decorateBox(style, width, height),
      parts: [
        ...checkBox(box, containing, across),
        {
          kind: 'line',
          x: insets.left,
          y: insets.top,
          anchor: insets.top,
          content: { items: [drawing.item], links: [] },
        },
      ],
      breakInside: 'whole',
    },
    x: across.x,
    top: marginOf(resolveMargin(style.marginTop, containing)),
    bottom: marginOf(resolveMargin(style.marginBottom, containing)),
    through: false,
    breakBefore: style.breakBefore,
    breakAfter: style.breakAfter,
  };
}
