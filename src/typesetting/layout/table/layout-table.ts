/** Takes a table and the width of its containing block, gives it laid out (CSS 2.2 §17, CSS Tables 3). */

import type { Length } from '../../../units.js';
import type { TableBox } from '../../style/box.js';
import { joinBreaks } from '../break-kinds.js';
import { checkBox } from '../check-box.js';
import { marginOf } from '../collapse-margins.js';
import { decorateBox } from '../decorate-box.js';
import type { FlowContext } from '../flow-context.js';
import type { Flow, Fragment, Part } from '../fragment.js';
import { stackContent } from '../stack-content.js';
import { acrossStated, resolve, resolveMargin } from '../used-lengths.js';
import { halfWidest } from './collapse-borders.js';
import { columnWidths, tableMeasure, total } from './column-widths.js';
import { drawGrid } from './draw-grid.js';
import { fixedWidths } from './fixed-widths.js';
import { buildGrid, type Grid } from './grid.js';
import { measureColumns } from './measure-columns.js';
import { gridLines, type PlacedTable, placeRows, rowBackgrounds } from './place-rows.js';
import { type FilledCell, measureRows } from './row-heights.js';
import { frameTable, type TableFrame } from './table-frame.js';

export function layoutTable(box: TableBox, containing: Length, context: FlowContext): Flow {
  const { style } = box;
  const grid = buildGrid(box);
  const frame = frameTable(box, grid, containing);
  const widths = usedWidths(box, grid, frame, containing, context);
  const table = placeTable(box, grid, frame, widths, context);
  const width = (table.lefts.at(-1) ?? 0) + frame.around.right;
  const height = (table.tops.at(-1) ?? 0) + frame.around.bottom;
  const across = acrossStated(style, containing, width);
  const firstRow = table.rows[0];
  return {
    fragment: {
      width,
      height,
      decorations: [
        ...decorateBox(frame.collapsed ? withoutBorders(style) : style, width, height),
        ...rowBackgrounds(table, 0, grid.rows.length),
      ],
      parts: [
        ...checkBox(box, containing, across),
        ...placeRows(table, 0, grid.rows.length, repeatedHead(box, table, width)),
        ...rules(table, 0, grid.rows.length),
      ],
      breakInside: style.breakInside,
      ...(firstRow ? { baseline: frame.around.top + firstRow.baseline } : {}),
    },
    x: across.x,
    top: marginOf(resolveMargin(style.marginTop, containing)),
    bottom: marginOf(resolveMargin(style.marginBottom, containing)),
    through: false,
    breakBefore: joinBreaks(style.breakBefore, grid.rows[0]?.style.breakBefore ?? 'auto'),
    breakAfter: joinBreaks(style.breakAfter, grid.rows.at(-1)?.style.breakAfter ?? 'auto'),
  };
}

/** The table's `width` is that of its border box, as in HTML; without one the table is as wide as its content, up to the room. */
function usedWidths(
  { style }: TableBox,
  grid: Grid,
  frame: TableFrame,
  containing: Length,
  context: FlowContext,
): readonly Length[] {
  if (grid.columns === 0) return [];
  const around = frame.around.left + frame.around.right + frame.spacing * (grid.columns - 1);
  const stated = style.width === 'auto' ? undefined : resolve(style.width, containing) - around;
  if (stated !== undefined && style.tableLayout === 'fixed') return fixedWidths(grid, frame, stated);
  const columns = measureColumns(grid, frame, context);
  const { min, max } = tableMeasure(columns);
  const margins = resolveMargin(style.marginLeft, containing) + resolveMargin(style.marginRight, containing);
  return columnWidths(columns, Math.max(min, stated ?? Math.min(max, containing - margins - around)));
}

function placeTable(
  { style }: TableBox,
  grid: Grid,
  frame: TableFrame,
  widths: readonly Length[],
  context: FlowContext,
): PlacedTable {
  const { spacing, around } = frame;
  const cells = grid.cells.map((cell): FilledCell => {
    const spanned = widths.slice(cell.column, cell.column + cell.colSpan);
    const width = total(spanned) + spacing * (cell.colSpan - 1);
    const insets = frame.insetsOf(cell);
    const inner = Math.max(width - insets.left - insets.right, 0);
    const stack = stackContent(cell.box, inner, { top: false, bottom: false }, context);
    return { cell, width, insets, stack };
  });
  const stated = Math.max(typeof style.height === 'number' ? style.height : 0, style.minHeight);
  const rows = measureRows(grid, cells, spacing, stated - around.top - around.bottom);
  return {
    grid,
    frame,
    rows,
    tops: edges(
      around.top,
      rows.map(({ height }) => height),
      spacing,
    ),
    lefts: edges(around.left, widths, spacing),
    cells,
    context,
  };
}

/** Where each of the sizes begins, and where the last ends: no space follows it. */
function edges(from: Length, sizes: readonly Length[], spacing: Length): readonly Length[] {
  const starts: Length[] = [from];
  let end = from;
  for (const [index, size] of sizes.entries()) {
    end += size + (index < sizes.length - 1 ? spacing : 0);
    starts.push(end);
  }
  return starts;
}

function rules(table: PlacedTable, first: number, end: number): readonly Part[] {
  const { collapsed } = table.frame;
  if (!collapsed) return [];
  const fragment: Fragment = {
    width: 0,
    height: 0,
    decorations: drawGrid(collapsed, gridLines(table), first, end),
    parts: [],
    breakInside: 'auto',
  };
  return [{ kind: 'fragment', x: 0, y: 0, fragment }];
}

/** The head rows as they stand at the top of the table's later pages. */
function repeatedHead(box: TableBox, table: PlacedTable, width: Length): Fragment | undefined {
  const { grid, frame, tops } = table;
  const { headRows } = grid;
  if (headRows === 0 || headRows === grid.rows.length) return undefined;
  const rule = halfWidest(frame.collapsed?.horizontal[headRows] ?? []);
  const height = (tops[headRows] ?? 0) + rule;
  const style = frame.collapsed ? withoutBorders(box.style) : openStyle(box.style);
  return {
    width,
    height,
    decorations: [...decorateBox(style, width, height), ...rowBackgrounds(table, 0, headRows)],
    parts: [...placeRows(table, 0, headRows), ...rules(table, 0, headRows)],
    breakInside: 'whole',
  };
}

const NO_BORDER = { width: 0, style: 'none', color: '#000000' } as const;

/** With collapsed borders the table's own are among its rules. */
function withoutBorders(style: TableBox['style']): TableBox['style'] {
  return {
    ...style,
    borderRadius: 0,
    borderTop: NO_BORDER,
    borderRight: NO_BORDER,
    borderBottom: NO_BORDER,
    borderLeft: NO_BORDER,
  };
}

/** The box goes on above and below. */
function openStyle(style: TableBox['style']): TableBox['style'] {
  return { ...style, borderRadius: 0, borderTop: NO_BORDER, borderBottom: NO_BORDER };
}
