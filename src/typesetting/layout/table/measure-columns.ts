/** Takes the cells of a table, gives what each column asks for (CSS Tables 3 §3.8.2: intrinsic widths of columns). */

import type { Length } from '../../../units.js';
import type { FlowContext } from '../flow-context.js';
import { measureContent } from '../measure-content.js';
import type { Grid, GridCell } from './grid.js';
import { share } from './share.js';
import type { TableFrame } from './table-frame.js';

/** All widths are outer ones: with padding and border of the cells. */
export interface ColumnMeasure {
  readonly min: Length;
  readonly max: Length;
  /** A cell states a length: the column takes no more than `max` as long as others can. */
  readonly constrained: boolean;
  /** Of the table's width; 0 where no cell states one. */
  readonly percent: number;
}

export function measureColumns(
  grid: Grid,
  frame: TableFrame,
  context: FlowContext,
): readonly ColumnMeasure[] {
  let columns: readonly ColumnMeasure[] = Array.from({ length: grid.columns }, () => NOTHING);
  const cells = grid.cells.map((cell) => ({ cell, measure: measureCell(cell, frame, context) }));
  // Narrow spans first: wide ones share out only what these do not give them anyway.
  for (const { cell, measure } of cells.toSorted((a, b) => a.cell.colSpan - b.cell.colSpan)) {
    columns = widenColumns(columns, cell, measure, frame.spacing);
  }
  return columns;
}

const NOTHING: ColumnMeasure = { min: 0, max: 0, constrained: false, percent: 0 };

function measureCell(cell: GridCell, frame: TableFrame, context: FlowContext): ColumnMeasure {
  const { width, boxSizing } = cell.box.style;
  const insets = frame.insetsOf(cell);
  const around = insets.left + insets.right;
  const content = measureContent(cell.box, context);
  const min = content.min + around;
  if (typeof width === 'number') {
    const stated = boxSizing === 'border-box' ? width : width + around;
    return { min, max: Math.max(min, stated), constrained: true, percent: 0 };
  }
  const percent = typeof width === 'object' ? width.percent : 0;
  return { min, max: content.max + around, constrained: false, percent };
}

function widenColumns(
  columns: readonly ColumnMeasure[],
  { column, colSpan }: GridCell,
  measure: ColumnMeasure,
  spacing: Length,
): readonly ColumnMeasure[] {
  const end = column + colSpan;
  const spanned = columns.slice(column, end);
  const between = spacing * (colSpan - 1);
  const shares = shareOut(spanned, measure, between);
  const widened = spanned.map((old, index): ColumnMeasure => {
    const part = shares[index] ?? NOTHING;
    const min = Math.max(old.min, part.min);
    return {
      min,
      max: Math.max(min, old.max, part.max),
      constrained: old.constrained || (colSpan === 1 && measure.constrained),
      percent: Math.max(old.percent, part.percent),
    };
  });
  return [...columns.slice(0, column), ...widened, ...columns.slice(end)];
}

/** What a cell asks of each column it spans: their own widths, and a share of what these lack together. */
function shareOut(
  spanned: readonly ColumnMeasure[],
  measure: ColumnMeasure,
  between: Length,
): readonly ColumnMeasure[] {
  if (spanned.length === 1) return [measure];
  const free = spanned.some(({ constrained, percent }) => !constrained && percent === 0);
  const weights = spanned.map(({ max, constrained, percent }) =>
    free && (constrained || percent > 0) ? 0 : Math.max(max, 1),
  );
  const sum = (of: 'min' | 'max' | 'percent') => spanned.reduce((before, column) => before + column[of], 0);
  const min = share(Math.max(measure.min - between - sum('min'), 0), weights);
  const max = share(Math.max(measure.max - between - sum('max'), 0), weights);
  const without = spanned.filter(({ percent }) => percent === 0).length;
  const percent = without === 0 ? 0 : Math.max(measure.percent - sum('percent'), 0) / without;
  return spanned.map((column, index) => ({
    min: column.min + (min[index] ?? 0),
    max: column.max + (max[index] ?? 0),
    constrained: false,
    percent: column.percent === 0 ? percent : column.percent,
  }));
}
