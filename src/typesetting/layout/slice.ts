/**
 * Takes a placed block, gives what of it stands on the page, still in block coordinates (CSS Fragmentation 3 §5.4,
 * `box-decoration-break: slice`).
 *
 * A slice holds what lies in [from, to): its upper edge belongs to it, its lower edge to the next. The slice that begins
 * at the block's top also holds what rises above it, the one that ends at its bottom what hangs below.
 * - An item with an anchor goes whole by its anchor: everything that stands in a line.
 * - Glyphs go by their baseline; pictures and shapes by their top edge; a horizontal or slanting line by its y.
 * - Fills, frames and vertical lines are clipped to the slice.
 */

import type { Length } from '../../units.js';
import type { Fill, Frame, Heading, Item, Line, LinkArea, OpenSides } from './block.js';
import type { PlacedBlock } from './page.js';

interface Slice {
  readonly from: Length;
  readonly to: Length;
}

/** The items on the page, in painting order. */
export function itemsOf(placed: PlacedBlock): readonly Item[] {
  const slice = sliceOf(placed);
  if (slice.from === -Infinity && slice.to === Infinity) return placed.block.items;
  const items: Item[] = [];
  for (const item of placed.block.items) {
    const part = partOf(item, slice);
    if (part) items.push(part);
  }
  return items;
}

export function linksOf(placed: PlacedBlock): readonly LinkArea[] {
  const slice = sliceOf(placed);
  return placed.block.links.filter((link) => holds(slice, link.anchor ?? link.y));
}

export function headingsOf(placed: PlacedBlock): readonly Heading[] {
  const slice = sliceOf(placed);
  return placed.block.headings.filter((heading) => holds(slice, heading.y));
}

function sliceOf({ block, from, to }: PlacedBlock): Slice {
  return { from: from <= 0 ? -Infinity : from, to: to >= block.height ? Infinity : to };
}

function holds(slice: Slice, y: Length): boolean {
  return slice.from <= y && y < slice.to;
}

function partOf(item: Item, slice: Slice): Item | undefined {
  if (item.anchor === undefined) {
    if (item.kind === 'fill' || item.kind === 'frame') return clipBox(item, slice);
    if (item.kind === 'line' && item.dx === 0) return clipLine(item, slice);
  }
  return holds(slice, item.anchor ?? item.y) ? item : undefined;
}

function clipBox(item: Fill | Frame, slice: Slice): Fill | Frame | undefined {
  const top = Math.max(item.y, slice.from);
  const bottom = Math.min(item.y + item.height, slice.to);
  if (bottom <= top) return undefined;
  const open = openSides(top > item.y, bottom < item.y + item.height);
  return open === undefined ? item : { ...item, y: top, height: bottom - top, open };
}

function openSides(top: boolean, bottom: boolean): OpenSides | undefined {
  if (top) return bottom ? 'both' : 'top';
  return bottom ? 'bottom' : undefined;
}

function clipLine(item: Line, slice: Slice): Line | undefined {
  const top = Math.max(Math.min(item.y, item.y + item.dy), slice.from);
  const bottom = Math.min(Math.max(item.y, item.y + item.dy), slice.to);
  return bottom <= top ? undefined : { ...item, y: top, dy: bottom - top };
}
