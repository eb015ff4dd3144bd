/** Takes an item of a figure, gives the rectangle that it is drawn in (ISO 32000-1 §14.8.5.4.3, BBox). */

import type { Item } from '../layout/block.js';
import type { Bounds } from './encoded-page.js';
import type { Origin } from './paint-shapes.js';

export function boundsOf(item: Item, origin: Origin): Bounds {
  const [left, top, width, height] = extent(item);
  return {
    left: origin.x + left,
    top: origin.y + top,
    right: origin.x + left + width,
    bottom: origin.y + top + height,
  };
}

function extent(item: Item): readonly [number, number, number, number] {
  switch (item.kind) {
    case 'glyphs':
      return [item.x, item.y - item.size, (item.offsets.at(-1) ?? 0) + item.size, item.size];
    case 'line':
      return [item.x, item.y, item.dx, item.dy];
    default:
      return [item.x, item.y, item.width, item.height];
  }
}

export const around = (one: Bounds, other: Bounds): Bounds => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});
