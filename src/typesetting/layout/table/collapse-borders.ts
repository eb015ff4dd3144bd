/** Takes a table of the collapsing borders model, gives the one border of every edge of its grid (CSS 2.2 §17.6.2). */

import type { Length } from '../../../units.js';
import type { TableBox } from '../../style/box.js';
import type { Border, BorderStyle } from '../../style/style.js';
import type { Grid, GridCell } from './grid.js';

export interface CollapsedBorders {
  /** [line][column]: line 0 is the table's top edge. */
  readonly horizontal: readonly (readonly Border[])[];
  /** [row][line]: line 0 is the table's left edge. */
  readonly vertical: readonly (readonly Border[])[];
}

const NO_BORDER: Border = { width: 0, style: 'none', color: '#000000' };
const RANK: Readonly<Record<BorderStyle, number>> = { none: 0, dotted: 1, dashed: 2, solid: 3, double: 4 };

export function collapseBorders(table: TableBox, grid: Grid): CollapsedBorders {
  const at = cellsByPlace(grid);
  const last = { row: grid.rows.length, column: grid.columns };
  const horizontal = range(last.row + 1).map((line) =>
    range(grid.columns).map((column) => {
      const above = at[line - 1]?.[column];
      const below = at[line]?.[column];
      if (above !== undefined && above === below) return NO_BORDER;
      return strongest([
        above?.box.style.borderBottom,
        below?.box.style.borderTop,
        grid.rows[line - 1]?.style.borderBottom,
        grid.rows[line]?.style.borderTop,
        line === 0 ? table.style.borderTop : undefined,
        line === last.row ? table.style.borderBottom : undefined,
      ]);
    }),
  );
  const vertical = grid.rows.map((row, index) =>
    range(last.column + 1).map((line) => {
      const before = at[index]?.[line - 1];
      const after = at[index]?.[line];
      if (before !== undefined && before === after) return NO_BORDER;
      return strongest([
        before?.box.style.borderRight,
        after?.box.style.borderLeft,
        ...(line === 0 ? [row.style.borderLeft, table.style.borderLeft] : []),
        ...(line === last.column ? [row.style.borderRight, table.style.borderRight] : []),
      ]);
    }),
  );
  return { horizontal, vertical };
}

/** Half of the widest border along a line: how far a cell or the table keeps off it. */
export function halfWidest(borders: readonly (Border | undefined)[]): Length {
  return Math.round(Math.max(0, ...borders.map((border) => border?.width ?? 0)) / 2);
}

/** The widest wins, then the stronger style; then cell before row before table, the upper and left before the other. */
function strongest(candidates: readonly (Border | undefined)[]): Border {
  let winner = NO_BORDER;
  for (const border of candidates) {
    if (border === undefined || border.style === 'none') continue;
    const wider = border.width - winner.width;
    if (wider > 0 || (wider === 0 && RANK[border.style] > RANK[winner.style])) winner = border;
  }
  return winner;
}

function cellsByPlace({ rows, cells }: Grid): readonly (readonly (GridCell | undefined)[])[] {
  const places: (GridCell | undefined)[][] = rows.map(() => []);
  for (const cell of cells) {
    for (const row of places.slice(cell.row, cell.row + cell.rowSpan)) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1) row[column] = cell;
    }
  }
  return places;
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
