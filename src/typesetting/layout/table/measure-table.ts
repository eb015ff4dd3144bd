/** Takes a table, gives the min-content and max-content widths of its border box (CSS Tables 3 §3.9.1). */

import type { TableBox } from '../../style/box.js';
import type { FlowContext } from '../flow-context.js';
import type { InlineMeasure } from '../inline/inline-line.js';
import { tableMeasure } from './column-widths.js';
import { buildGrid } from './grid.js';
import { measureColumns } from './measure-columns.js';
import { frameTable } from './table-frame.js';

export function measureTable(table: TableBox, context: FlowContext): InlineMeasure {
  const grid = buildGrid(table);
  const frame = frameTable(table, grid, 0);
  const { min, max } = tableMeasure(measureColumns(grid, frame, context));
  const around = frame.around.left + frame.around.right + frame.spacing * Math.max(grid.columns - 1, 0);
  const stated = typeof table.style.width === 'number' ? table.style.width : undefined;
  return stated === undefined
    ? { min: min + around, max: max + around }
    : { min: Math.max(min + around, stated), max: Math.max(min + around, stated) };
}
