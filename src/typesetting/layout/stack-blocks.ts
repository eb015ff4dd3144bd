/**
 * Takes block-level boxes, gives them one below the other: margins collapsed (CSS 2.2 §8.3.1), a cut between every two of
 * them (CSS Fragmentation 3 §4.1).
 */

import type { Length } from '../../units.js';
import type { BlockLevelBox } from '../style/box.js';
import { cutKind, joinBreaks } from './break-kinds.js';
import { collapse, extentOf, NO_MARGIN } from './collapse-margins.js';
import type { FlowContext } from './flow-context.js';
import type { Part, Stack } from './fragment.js';
import { layoutAbsolute } from './layout-absolute.js';

/** Edges where no padding, border or height parts the children's margins from the parent's. */
export interface OpenEdges {
  readonly top: boolean;
  readonly bottom: boolean;
}

export function stackBlocks(
  boxes: readonly BlockLevelBox[],
  width: Length,
  open: OpenEdges,
  context: FlowContext,
): Stack {
  const parts: Part[] = [];
  let y: Length = 0;
  let baseline: Length | undefined;
  let placedAny = false;
  let top = NO_MARGIN;
  /** Margins since the last border box, not yet turned into space. */
  let pending = NO_MARGIN;
  /** Break values since the last border box. */
  let between: Stack['breakAfter'] = 'auto';
  let before: Stack['breakBefore'] = 'auto';

  for (const box of boxes) {
    if (box.style.position === 'absolute') {
      // It belongs to what stands before it, so that a cut does not send it to the next page.
      const above = Math.max(y - 1, 0);
      parts.push(...layoutAbsolute(box, width, above, context));
      continue;
    }
    const flow = context.layoutBox(box, width, false);
    const joined = collapse(pending, flow.top);
    const atHead = !placedAny && open.top;
    const value = joinBreaks(between, flow.breakBefore);
    let boxTop = atHead ? y : y + extentOf(joined);

    if (flow.through) {
      pending = joined;
      between = joinBreaks(value, flow.breakAfter);
      parts.push({ kind: 'fragment', x: flow.x, y: boxTop, fragment: flow.fragment });
      continue;
    }
    if (placedAny) {
      const { kind, lastResort } = cutKind(value);
      // The margin above a forced break is dropped, the one below is kept (§5.2).
      if (kind === 'forced') boxTop = y + Math.max(extentOf(flow.top), 0);
      // Boxes that a negative margin lays over each other cannot be parted.
      if (boxTop >= y) {
        const start = kind === 'forced' ? y : boxTop;
        const cut = { end: y, start, kind, place: box.place, ...(lastResort ? { lastResort } : {}) };
        parts.push({ kind: 'cut', cut });
      }
    } else {
      before = value;
      if (open.top) top = joined;
    }
    parts.push({ kind: 'fragment', x: flow.x, y: boxTop, fragment: flow.fragment });
    if (baseline === undefined && flow.fragment.baseline !== undefined) {
      baseline = boxTop + flow.fragment.baseline;
    }
    y = boxTop + flow.fragment.height;
    pending = flow.bottom;
    between = flow.breakAfter;
    placedAny = true;
  }

  if (!placedAny) {
    before = between;
    if (open.top) top = pending;
  }
  const swallowed = !open.bottom && (placedAny || !open.top);
  return {
    parts,
    // A negative margin may lift the last box above the first; what holds them is never less than flat.
    height: Math.max(swallowed ? y + extentOf(pending) : y, 0),
    ...(baseline === undefined ? {} : { baseline }),
    top,
    bottom: open.bottom && placedAny ? pending : NO_MARGIN,
    empty: !placedAny,
    breakBefore: before,
    breakAfter: placedAny ? between : 'auto',
  };
}
