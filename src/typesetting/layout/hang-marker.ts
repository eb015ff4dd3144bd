/**
 * Takes a list item, gives its marker, hung outside at the content's start on the baseline of the first line (CSS Lists 3
 * §3.1).
 */

import { type Length, scale } from '../../units.js';
import type { ListItemBox } from '../style/box.js';
import type { LinePart, Part, Stack } from './fragment.js';
import { layoutInline } from './inline/layout-inline.js';
import { measureInline } from './inline/measure-inline.js';
import type { LayoutContext } from './layout-context.js';

/** Between marker and content, of the font size: a Western word space, as JLREQ has it between number and text. */
const GAP = 1 / 3;

export interface Marker {
  readonly part: LinePart;
  /** What an item without lines needs for its marker. */
  readonly height: Length;
  readonly baseline: Length;
}

/** Stands in a line of its own where the item does not begin with one. */
export function hangMarker(
  { style, marker, markerRole, markerStyle, place }: ListItemBox,
  stack: Stack,
  context: LayoutContext,
): Marker | undefined {
  if (marker === '') return undefined;
  const text = { kind: 'text', text: marker, style: markerStyle, role: markerRole, place } as const;
  const { max } = measureInline([text], markerStyle, context);
  const [line] = layoutInline([text], markerStyle, max, context);
  if (!line) return undefined;
  const baseline = beginsWithLine(stack.parts) ? stack.baseline : undefined;
  const y = baseline === undefined ? 0 : baseline - line.baseline;
  return {
    part: {
      kind: 'line',
      x: -line.width - scale(style.fontSize, GAP),
      y,
      anchor: 0,
      content: line,
    },
    height: baseline === undefined ? line.height : 0,
    baseline: y + line.baseline,
  };
}

/** Whether a line stands at the content's top: no cut may come between the marker and the line it belongs to. */
function beginsWithLine(parts: readonly Part[]): boolean {
  for (const part of parts) {
    if (part.kind === 'line') return true;
    if (part.kind === 'cut') return false;
    if (part.kind === 'fragment' && part.fragment.height > 0) return beginsWithLine(part.fragment.parts);
  }
  return false;
}
