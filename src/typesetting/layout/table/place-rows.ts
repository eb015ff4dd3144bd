/** Takes the measured rows of a table, gives their cells placed, with a cut between every two body rows that no cell spans. */

import type { Length } from '../../../units.js';
import { cutKind, joinBreaks } from '../break-kinds.js';
import { checkRounding } from '../check-box.js';
import { decorateBox, fill } from '../decorate-box.js';
import type { Fragment, Part } from '../fragment.js';
import type { LayoutContext } from '../layout-context.js';
import { markContent } from '../mark-content.js';
import { breakInsideWhole } from '../misfits.js';
import { plainText } from '../plain-text.js';
import { halfWidest } from './collapse-borders.js';
import type { GridLines } from './draw-grid.js';
import type { Grid } from './grid.js';
import { contentOffset, type FilledCell, type RowMeasure } from './row-heights.js';
import type { TableFrame } from './table-frame.js';

export interface PlacedTable {
  readonly grid: Grid;
  readonly frame: TableFrame;
  readonly rows: readonly RowMeasure[];
  /** Top edge of each row, and one more where the next would begin. */
  readonly tops: readonly Length[];
  /** Left edge of each column, and one more. */
  readonly lefts: readonly Length[];
  readonly cells: readonly FilledCell[];
  readonly context: LayoutContext;
}

/** Row lines lie in the middle of their borders: with collapsed borders a row begins on its line. */
export function gridLines({ tops, lefts }: PlacedTable): GridLines {
  return { x: lefts, y: tops };
}

/** The cells of the rows from `first` up to, not including, `end`, and the cuts between these rows. */
export function placeRows(
  table: PlacedTable,
  first: number,
  end: number,
  repeat?: Fragment,
): readonly Part[] {
  const parts: Part[] = [];
  for (let row = first; row < end; row += 1) {
    if (row > Math.max(first, table.grid.headRows) && !isSpanned(table, row)) {
      parts.push(cutAbove(table, row, repeat));
    }
    const style = table.grid.rows[row]?.style;
    if (style && style.stringSet !== 'none') {
      if (table.context.trace) table.context.trace.beyondLeaves = true;
      const inRow = table.cells.filter(({ cell }) => cell.row === row);
      const value = inRow.map(({ cell }) => plainText(cell.box)).join(' ');
      parts.push({ kind: 'string', y: table.tops[row] ?? 0, name: style.stringSet, value });
    }
    for (const cell of table.cells) {
      if (cell.cell.row === row) parts.push(placeCell(table, cell));
    }
  }
  return parts;
}

/** Backgrounds of rows lie over the table's and under the cells' (CSS 2.2 §17.5.1). */
export function rowBackgrounds(table: PlacedTable, first: number, end: number): Fragment['decorations'] {
  const { grid, frame, rows, tops, lefts, cells } = table;
  return grid.rows.slice(first, end).flatMap(({ style: { backgroundColor } }, index) => {
    if (backgroundColor === 'transparent') return [];
    const y = tops[first + index] ?? 0;
    const height = rows[first + index]?.height ?? 0;
    if (frame.spacing === 0) {
      const left = lefts[0] ?? 0;
      return [fill(backgroundColor, left, y, (lefts.at(-1) ?? left) - left, height)];
    }
    return cells
      .filter(({ cell }) => cell.row === first + index)
      .map(({ cell, width }) => fill(backgroundColor, lefts[cell.column] ?? 0, y, width, height));
  });
}

/** Of all the rows that the cell spans. */
function cellHeight({ rows, frame }: PlacedTable, { cell }: FilledCell): Length {
  const spanned = rows.slice(cell.row, cell.row + cell.rowSpan);
  return spanned.reduce((sum, { height }) => sum + height, frame.spacing * (cell.rowSpan - 1));
}

function placeCell(table: PlacedTable, filled: FilledCell): Part {
  const { cell, width, insets, stack } = filled;
  const height = cellHeight(table, filled);
  const { style } = cell.box;
  const content: Fragment = {
    width: width - insets.left - insets.right,
    height: stack.height,
    decorations: [],
    parts: stack.parts,
    breakInside: 'auto',
  };
  const offset = contentOffset(filled, height, table.rows[cell.row]?.baseline ?? 0);
  const background = style.backgroundColor;
  const fragment: Fragment = {
    width,
    height,
    decorations: table.frame.collapsed
      ? background === 'transparent'
        ? []
        : [fill(background, 0, 0, width, height)]
      : decorateBox(style, width, height),
    parts: [
      ...(table.frame.collapsed ? [] : checkRounding(cell.box)),
      ...markContent(cell.box, table.context),
      ...checkBreaks(filled),
      { kind: 'fragment', x: insets.left, y: insets.top + offset, fragment: content },
    ],
    breakInside: 'whole',
  };
  return { kind: 'fragment', x: table.lefts[cell.column] ?? 0, y: table.tops[cell.row] ?? 0, fragment };
}

/** A break at the edge of a cell's content would break the row as much as one within it. */
function checkBreaks({ cell, stack }: FilledCell): readonly Part[] {
  const forced = stack.breakBefore === 'page' || stack.breakAfter === 'page';
  return forced ? [{ kind: 'problem', problem: breakInsideWhole(cell.box.place) }] : [];
}

function isSpanned({ cells }: PlacedTable, row: number): boolean {
  return cells.some(({ cell }) => cell.row < row && row < cell.row + cell.rowSpan);
}

/**
 * The rule between two rows closes one page and opens the next; under a repeated head the head's own rule opens it. With
 * separate borders the space between the rows goes, or stands under the repeated head as part of it.
 */
function cutAbove({ grid, frame, tops }: PlacedTable, row: number, repeat: Fragment | undefined): Part {
  const value = joinBreaks(
    grid.rows[row - 1]?.style.breakAfter ?? 'auto',
    grid.rows[row]?.style.breakBefore ?? 'auto',
  );
  const top = tops[row] ?? 0;
  const rule = halfWidest(frame.collapsed?.horizontal[row] ?? []);
  const place = grid.rows[row]?.place;
  return {
    kind: 'cut',
    cut: {
      ...cutKind(value),
      end: top - frame.spacing + rule,
      start: repeat ? top + rule : top - rule,
      ...(place ? { place } : {}),
    },
    ...(repeat ? { repeat } : {}),
  };
}
