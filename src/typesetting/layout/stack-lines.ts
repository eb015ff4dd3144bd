/** Takes inline content, gives its lines one below the other, with cuts between them (CSS Fragmentation 3 §3.3, §4.1). */

import type { Length } from '../../units.js';
import type { InlineLevelBox } from '../style/box.js';
import type { Style } from '../style/style.js';
import { NO_MARGIN } from './collapse-margins.js';
import type { Part, Stack } from './fragment.js';
import { layoutInline } from './inline/layout-inline.js';
import type { LayoutContext } from './layout-context.js';

export function stackLines(
  content: readonly InlineLevelBox[],
  style: Style,
  width: Length,
  context: LayoutContext,
): Stack {
  const lines = layoutInline(content, style, width, context);
  const parts: Part[] = [];
  let y = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      // Fewer lines than orphans or widows ask for stay together only if the page has the room.
      const stray = index < style.orphans || lines.length - index < style.widows;
      parts.push({
        kind: 'cut',
        cut: { end: y, start: y, ...(stray ? { kind: 'avoid', lastResort: true } : { kind: 'allowed' }) },
      });
    }
    for (const problem of line.notices ?? []) parts.push({ kind: 'problem', problem });
    parts.push({ kind: 'line', x: 0, y, anchor: y, content: line });
    y += line.height;
  }
  const first = lines[0];
  return {
    parts,
    height: y,
    ...(first ? { baseline: first.baseline } : {}),
    top: NO_MARGIN,
    bottom: NO_MARGIN,
    empty: lines.length === 0,
    breakBefore: 'auto',
    breakAfter: 'auto',
  };
}
