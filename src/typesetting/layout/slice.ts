/**
 * Takes a placed block, gives what of it stands on the page, still in block coordinates (CSS Fragmentation 3 §5.4,
 * `box-decoration-break: slice`).
 *
 * A slice holds what lies in [from, to): its upper edge belongs to it, its lower edge to the next. The slice that begins
 * at the block's top also holds what rises above it, the one that ends at its bottom what hangs below.
 * - A line goes whole by its anchor, with everything that stands in it.
 * - Of the decorations, fills, frames and vertical rules are clipped to the slice; what else there is goes by its y.
 */

import type { Length } from '../../units.js';
import type { Fill, Frame, Heading, Item, Line, OpenSides, PlacedLine } from './block.js';
import type { PlacedBlock } from './page.js';

interface Slice {
  readonly from: Length;
  readonly to: Length;
}

/** The backgrounds and borders on the page, in painting order. */
export function decorationsOf(placed: PlacedBlock): readonly Item[] {
  const slice = sliceOf(placed);
  if (isWhole(slice)) return placed.block.decorations;
  return placed.block.decorations.flatMap((item) => partOf(item, slice) ?? []);
}

/** The lines on the page, in reading order. */
export function linesOf(placed: PlacedBlock): readonly PlacedLine[] {
  const slice = sliceOf(placed);
  if (isWhole(slice)) return placed.block.lines;
  return placed.block.lines.filter(({ anchor }) => holds(slice, anchor));
}

export function headingsOf(placed: PlacedBlock): readonly Heading[] {
  const slice = sliceOf(placed);
  return placed.block.headings.filter((heading) => holds(slice, heading.y));
}

function sliceOf({ block, from, to }: PlacedBlock): Slice {
  return { from: from <= 0 ? -Infinity : from, to: to >= block.height ? Infinity : to };
}

const isWhole = ({ from, to }: Slice): boolean => from === -Infinity && to === Infinity;

function holds(slice: Slice, y: Length): boolean {
  return slice.from <= y && y < slice.to;
}

function partOf(item: Item, slice: Slice): Item | undefined {
  if (item.kind === 'fill' || item.kind === 'frame') return clipBox(item, slice);
  if (item.kind === 'line' && item.dx === 0) return clipLine(item, slice);
  return holds(slice, item.y) ? item : undefined;
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
