/** Takes a table of fixed layout and the width to fill, gives its column widths from the first row alone (CSS 2.2 §17.5.2.1). */

import { type Length, scale } from '../../../units.js';
import { total } from './column-widths.js';
import type { Grid, GridCell } from './grid.js';
import { share } from './share.js';
import type { TableFrame } from './table-frame.js';

export function fixedWidths(grid: Grid, frame: TableFrame, available: Length): readonly Length[] {
  const stated: (Length | undefined)[] = new Array(grid.columns).fill(undefined);
  for (const cell of grid.cells.filter(({ row }) => row === 0)) {
    const width = statedOuterWidth(cell, frame, available);
    if (width === undefined) continue;
    const parts = share(
      Math.max(width - frame.spacing * (cell.colSpan - 1), 0),
      new Array(cell.colSpan).fill(1),
    );
    for (const [index, part] of parts.entries()) stated[cell.column + index] = part;
  }
  const widths = stated.map((width) => width ?? 0);
  const rest = Math.max(available - total(widths), 0);
  const open = stated.map((width) => (width === undefined ? 1 : 0));
  const parts = share(rest, open.includes(1) ? open : widths);
  return widths.map((width, index) => width + (parts[index] ?? 0));
}

function statedOuterWidth(
  { box, ...cell }: GridCell,
  frame: TableFrame,
  available: Length,
): Length | undefined {
  const { width, boxSizing } = box.style;
  if (width === 'auto') return undefined;
  if (typeof width === 'object') return scale(available, width.percent / 100);
  const insets = frame.insetsOf({ box, ...cell });
  return boxSizing === 'border-box' ? width : width + insets.left + insets.right;
}
