/**
 * Takes a section's roles, gives for each cell the header cells that its element must name (`Headers`, ISO 32000-1 §14.8.5.7).
 *
 * Scope says which header belongs to the cells that follow it. What stands before the header of its row would have none:
 * the code or the tick box that begins a row of settings. Such cells name all of their headers.
 */

import type { RoleNode } from '../style/box.js';

/** By node; empty for cells that Scope tells enough of, and for what is no cell. */
export function headerCells(roles: readonly RoleNode[]): readonly (readonly number[])[] {
  const headers = roles.map((): readonly number[] => []);
  const heads = (node: number, scope: 'Row' | 'Column'): boolean =>
    roles[node]?.role === 'TH' && roles[node]?.scope === scope;
  for (const [table, { role, dissolved }] of roles.entries()) {
    if (role !== 'Table' || dissolved) continue;
    const grid = gridOf(roles, table);
    for (const [y, row] of grid.entries()) {
      const first = row.findIndex((node) => heads(node, 'Row'));
      const ofRow = row.filter((node) => heads(node, 'Row'));
      for (const [x, cell] of row.slice(0, Math.max(first, 0)).entries()) {
        const ofColumn = grid.slice(0, y).flatMap((line) => line.slice(x, x + 1));
        const found = [...ofColumn.filter((node) => heads(node, 'Column')), ...ofRow];
        if (roles[cell]?.role === 'TD') headers[cell] = [...new Set([...(headers[cell] ?? []), ...found])];
      }
    }
  }
  return headers;
}

/** Which cell covers each place of a table. */
function gridOf(roles: readonly RoleNode[], table: number): readonly (readonly number[])[] {
  const childrenOf = (parent: number, ...kinds: readonly string[]): readonly number[] =>
    roles.flatMap((node, index) => (node.parent === parent && kinds.includes(node.role) ? [index] : []));
  const rows = childrenOf(table, 'TR', 'THead', 'TBody').flatMap((part) =>
    roles[part]?.role === 'TR' ? [part] : childrenOf(part, 'TR'),
  );
  const grid: number[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of childrenOf(row, 'TH', 'TD')) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const { colSpan = 1, rowSpan = 1 } = roles[cell] ?? {};
      for (const line of grid.slice(y, y + rowSpan))
        for (let column = x; column < x + colSpan; column += 1) line[column] = cell;
      x += colSpan;
    }
  }
  return grid;
}
