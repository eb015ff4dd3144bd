/** Takes a table box, gives its cells on a grid of rows and columns (CSS Tables 3 §3.3, after the HTML table model). */

import type { CellBox, RowBox, TableBox } from '../../style/box.js';

export interface GridCell {
  readonly box: CellBox;
  readonly row: number;
  readonly column: number;
  /** Never reaches beyond the head or the body that the cell stands in. */
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface Grid {
  /** Head rows, then body rows. */
  readonly rows: readonly RowBox[];
  readonly headRows: number;
  readonly columns: number;
  /** In document order. */
  readonly cells: readonly GridCell[];
}

export function buildGrid({ head, body }: TableBox): Grid {
  const cells = [...placeGroup(head, 0), ...placeGroup(body, head.length)];
  return {
    rows: [...head, ...body],
    headRows: head.length,
    columns: Math.max(0, ...cells.map(({ column, colSpan }) => column + colSpan)),
    cells,
  };
}

function placeGroup(rows: readonly RowBox[], firstRow: number): readonly GridCell[] {
  const cells: GridCell[] = [];
  /** For each column the first row of the group that no cell from above reaches into. */
  const freeFrom: number[] = [];
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const box of row.cells) {
      while ((freeFrom[column] ?? 0) > index) column += 1;
      // HTML: a row span of 0 reaches to the end of the group.
      const rest = rows.length - index;
      const rowSpan = box.rowSpan === 0 ? rest : Math.min(box.rowSpan, rest);
      const colSpan = Math.max(box.colSpan, 1);
      for (let at = column; at < column + colSpan; at += 1) freeFrom[at] = index + rowSpan;
      cells.push({ box, row: firstRow + index, column, rowSpan, colSpan });
      column += colSpan;
    }
  }
  return cells;
}
