/** Takes the laid-out cells of a table, gives the height and baseline of each row (CSS 2.2 §17.5.3). */

import type { Length } from '../../../units.js';
import type { Style } from '../../style/style.js';
import type { Stack } from '../fragment.js';
import type { Edges } from '../used-lengths.js';
import { total } from './column-widths.js';
import type { Grid, GridCell } from './grid.js';
import { share } from './share.js';

/** A cell with its content laid out at the width of its columns. */
export interface FilledCell {
  readonly cell: GridCell;
  readonly width: Length;
  readonly insets: Edges;
  readonly stack: Stack;
}

export interface RowMeasure {
  readonly height: Length;
  /** From the row's top, for the cells that align on it. */
  readonly baseline: Length;
}

/** `least`: what all rows and the spaces between them take at least, as the table's `height` says. */
export function measureRows(
  grid: Grid,
  cells: readonly FilledCell[],
  spacing: Length,
  least: Length,
): readonly RowMeasure[] {
  const baselines = grid.rows.map((_, row) =>
    Math.max(0, ...cells.filter((cell) => cell.cell.row === row && onBaseline(cell)).map(baselineOf)),
  );
  const heights = grid.rows.map(({ style }) => (typeof style.height === 'number' ? style.height : 0));
  const needs = cells.map((cell) => ({ cell: cell.cell, need: neededHeight(cell, baselines) }));
  for (const { cell, need } of needs) {
    if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 0, need);
  }
  const spanning = needs.filter(({ cell }) => cell.rowSpan > 1);
  for (const { cell, need } of spanning.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    grow(heights, cell.row, cell.rowSpan, need - spacing * (cell.rowSpan - 1));
  }
  grow(heights, 0, heights.length, least - spacing * Math.max(heights.length - 1, 0));
  return heights.map((height, row) => ({ height, baseline: baselines[row] ?? 0 }));
}

/** How far the content of a cell of this height stands below its upper inset. */
export function contentOffset(cell: FilledCell, height: Length, baseline: Length): Length {
  const free = height - naturalHeight(cell);
  switch (cell.cell.box.style.verticalAlign) {
    case 'top':
      return 0;
    case 'middle':
      return Math.floor(free / 2);
    case 'bottom':
      return free;
    case 'baseline':
      return baseline - baselineOf(cell);
  }
}

/** The cell's first baseline from its top; a cell without lines stands on the foot of its content. */
export function baselineOf({ insets, stack }: FilledCell): Length {
  return insets.top + (stack.baseline ?? stack.height);
}

const onBaseline = ({ cell }: FilledCell): boolean => cell.box.style.verticalAlign === 'baseline';

const naturalHeight = ({ insets, stack }: FilledCell): Length => insets.top + stack.height + insets.bottom;

function neededHeight(cell: FilledCell, baselines: readonly Length[]): Length {
  const lowered = onBaseline(cell) ? (baselines[cell.cell.row] ?? 0) - baselineOf(cell) : 0;
  return Math.max(lowered + naturalHeight(cell), statedHeight(cell.cell.box.style, cell.insets));
}

function statedHeight({ height, minHeight, boxSizing }: Style, insets: Edges): Length {
  const stated = Math.max(typeof height === 'number' ? height : 0, minHeight);
  return stated === 0 || boxSizing === 'border-box' ? stated : stated + insets.top + insets.bottom;
}

/** Makes a run of rows together at least this high, each in proportion to its height. */
function grow(heights: Length[], first: number, count: number, least: Length): void {
  const rows = heights.slice(first, first + count);
  const missing = least - total(rows);
  if (missing <= 0) return;
  for (const [index, part] of share(missing, rows).entries()) {
    heights[first + index] = (heights[first + index] ?? 0) + part;
  }
}
