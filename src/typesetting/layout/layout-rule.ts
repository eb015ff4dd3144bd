/** Takes an `<hr>`, gives it laid out: an empty box with its borders. */

import type { Length } from '../../units.js';
import type { RuleBox } from '../style/box.js';
import { checkBox } from './check-box.js';
import { marginOf } from './collapse-margins.js';
import { decorateBox } from './decorate-box.js';
import type { Flow } from './fragment.js';
import { acrossBlock, insetsOf, minimumHeight, resolveMargin, statedHeight } from './used-lengths.js';

export function layoutRule(box: RuleBox, containing: Length): Flow {
  const { style } = box;
  const insets = insetsOf(style, containing);
  const across = acrossBlock(style, containing, insets);
  const inner = Math.max(statedHeight(style, insets) ?? 0, minimumHeight(style, insets));
  const height = insets.top + inner + insets.bottom;
  return {
    fragment: {
      width: across.width,
      height,
      decorations: decorateBox(style, across.width, height),
      parts: checkBox(box, containing, across),
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
