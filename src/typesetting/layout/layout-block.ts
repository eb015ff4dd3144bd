/** Takes a block or list item and the width of its containing block, gives it laid out (CSS 2.2 §9.4.1, §10.3.3, §10.6.3). */

import type { Length } from '../../units.js';
import type { BlockBox, ListItemBox } from '../style/box.js';
import { joinBreaks } from './break-kinds.js';
import { checkBox } from './check-box.js';
import { collapse, marginOf } from './collapse-margins.js';
import { decorateBox } from './decorate-box.js';
import { fits } from './fits.js';
import type { FlowContext } from './flow-context.js';
import type { Flow, Part } from './fragment.js';
import { hangMarker } from './hang-marker.js';
import { markContent } from './mark-content.js';
import { tallerThanStated } from './misfits.js';
import { stackContent } from './stack-content.js';
import { acrossBlock, insetsOf, minimumHeight, resolveMargin, statedHeight } from './used-lengths.js';

export function layoutBlock(
  box: BlockBox | ListItemBox,
  containing: Length,
  own: boolean,
  context: FlowContext,
): Flow {
  const { style } = box;
  const insets = insetsOf(style, containing);
  const across = acrossBlock(style, containing, insets);
  const stated = statedHeight(style, insets);
  const minimum = minimumHeight(style, insets);
  const open = {
    top: !own && insets.top === 0,
    bottom: !own && insets.bottom === 0 && stated === undefined && minimum === 0,
  };
  const contentWidth = across.width - insets.left - insets.right;
  const stack = stackContent(box, contentWidth, open, context);
  const marker = box.kind === 'list-item' ? hangMarker(box, stack, context) : undefined;
  const content = Math.max(stack.height, marker?.height ?? 0);
  const inner = Math.max(stated ?? content, minimum);
  const height = insets.top + inner + insets.bottom;

  const parts: Part[] = [...markContent(box, context), ...checkBox(box, containing, across)];
  if (!fits(content, inner))
    parts.push({ kind: 'problem', problem: tallerThanStated(content, inner, box.place) });
  parts.push({
    kind: 'fragment',
    x: insets.left,
    y: insets.top,
    fragment: {
      width: contentWidth,
      height: inner,
      decorations: [],
      parts: marker ? [marker.part, ...stack.parts] : stack.parts,
      breakInside: 'auto',
    },
  });

  const above = marginOf(resolveMargin(style.marginTop, containing));
  const below = marginOf(resolveMargin(style.marginBottom, containing));
  const through = open.top && stack.empty && insets.bottom === 0 && inner === 0;
  const all = collapse(above, stack.top, below);
  const baseline = stack.baseline ?? marker?.baseline;
  return {
    fragment: {
      width: across.width,
      height,
      decorations: decorateBox(style, across.width, height),
      parts,
      breakInside: style.breakInside,
      ...(baseline === undefined ? {} : { baseline: insets.top + baseline }),
    },
    x: across.x,
    top: through ? all : collapse(above, stack.top),
    bottom: through ? all : collapse(below, stack.bottom),
    through,
    breakBefore: joinBreaks(style.breakBefore, stack.breakBefore),
    breakAfter: joinBreaks(style.breakAfter, stack.breakAfter),
  };
}
