/** Takes a table and its grid, gives the space around and between its cells, for either borders model (CSS 2.2 §17.6). */

import type { Length } from '../../../units.js';
import type { TableBox } from '../../style/box.js';
import { type Edges, insetsOf, paddingsOf } from '../used-lengths.js';
import { type CollapsedBorders, collapseBorders, halfWidest } from './collapse-borders.js';
import type { Grid, GridCell } from './grid.js';

export interface TableFrame {
  /** From the table's border edge to the first and last cell. */
  readonly around: Edges;
  /** Between neighbouring cells. */
  readonly spacing: Length;
  /** Padding and border of a cell, as far as they lie inside it. */
  insetsOf(cell: GridCell): Edges;
  readonly collapsed?: CollapsedBorders;
}

export function frameTable(table: TableBox, grid: Grid, containing: Length): TableFrame {
  return table.style.borderCollapse === 'collapse'
    ? collapsedFrame(table, grid, containing)
    : separateFrame(table, containing);
}

function separateFrame({ style }: TableBox, containing: Length): TableFrame {
  const spacing = style.borderSpacing;
  const { top, right, bottom, left } = insetsOf(style, containing);
  return {
    around: { top: top + spacing, right: right + spacing, bottom: bottom + spacing, left: left + spacing },
    spacing,
    insetsOf: ({ box }) => insetsOf(box.style, containing),
  };
}

/** A border lies half in each of its cells, half outside at the table's edge; the table's padding counts for nothing. */
function collapsedFrame(table: TableBox, grid: Grid, containing: Length): TableFrame {
  const collapsed = collapseBorders(table, grid);
  const { horizontal, vertical } = collapsed;
  return {
    around: {
      top: halfWidest(horizontal[0] ?? []),
      right: halfWidest(vertical.map((row) => row[grid.columns])),
      bottom: halfWidest(horizontal[grid.rows.length] ?? []),
      left: halfWidest(vertical.map((row) => row[0])),
    },
    spacing: 0,
    insetsOf: (cell) => collapsedInsets(cell, collapsed, containing),
    collapsed,
  };
}

function collapsedInsets(
  cell: GridCell,
  { horizontal, vertical }: CollapsedBorders,
  containing: Length,
): Edges {
  const padding = paddingsOf(cell.box.style, containing);
  const endColumn = cell.column + cell.colSpan;
  const rows = vertical.slice(cell.row, cell.row + cell.rowSpan);
  const along = (line: number) => horizontal[line]?.slice(cell.column, endColumn) ?? [];
  return {
    top: padding.top + halfWidest(along(cell.row)),
    right: padding.right + halfWidest(rows.map((row) => row[endColumn])),
    bottom: padding.bottom + halfWidest(along(cell.row + cell.rowSpan)),
    left: padding.left + halfWidest(rows.map((row) => row[cell.column])),
  };
}
