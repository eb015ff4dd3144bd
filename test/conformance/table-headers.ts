/**
 * Takes a table element, gives the header cells of each data cell as assistive technology finds them: those that the cell
 * names, else those before it in its row and above it in its columns whose Scope says so (ISO 32000-1 §14.8.5.7).
 */

import { nameOf, textOfString } from './read-objects.js';
import {
  attribute,
  elementsWithin,
  isElement,
  type StructureElement,
  type TaggedFile,
  treeEntries,
} from './read-structure.js';

export type Grid = readonly (readonly (StructureElement | undefined)[])[];

export interface TableHeaders {
  readonly grid: Grid;
  readonly headers: ReadonlyMap<StructureElement, readonly StructureElement[]>;
  /** Names that lead nowhere. */
  readonly unknown: readonly string[];
}

export function tableHeaders(tagged: TaggedFile, table: StructureElement): TableHeaders {
  const grid = gridOf(tagged, table);
  const cells = [...new Set(grid.flat())].flatMap((cell) => (cell === undefined ? [] : [cell]));
  const names = new Map(
    (tagged.root.has('IDTree') ? treeEntries(tagged.file, tagged.root.get('IDTree')) : []).map(
      ([id, ref]) => [
        textOfString(id),
        cells.find(({ number }) => JSON.stringify(ref) === JSON.stringify({ ref: number })),
      ],
    ),
  );
  const unknown: string[] = [];
  const headers = new Map<StructureElement, StructureElement[]>();
  for (const cell of cells) {
    if (cell.role !== 'TD') continue;
    const named = attribute(tagged, cell, 'Headers');
    if (named === undefined) headers.set(cell, byScope(tagged, grid, cell));
    else {
      const ids = tagged.file.array(named).map(textOfString);
      const found = ids.map((id) => names.get(id));
      unknown.push(...ids.filter((_, i) => found[i]?.role !== 'TH'));
      headers.set(
        cell,
        found.flatMap((header) => (header === undefined ? [] : [header])),
      );
    }
  }
  return { grid, headers, unknown };
}

function byScope(tagged: TaggedFile, grid: Grid, cell: StructureElement): StructureElement[] {
  const found = new Set<StructureElement>();
  const add = (header: StructureElement | undefined, scope: string): void => {
    if (header?.role === 'TH' && nameOf(attribute(tagged, header, 'Scope')) === scope) found.add(header);
  };
  for (const [y, row] of grid.entries()) {
    for (const [x, each] of row.entries()) {
      if (each !== cell) continue;
      for (const above of grid.slice(0, y)) add(above[x], 'Column');
      for (const before of row.slice(0, x)) add(before, 'Row');
    }
  }
  return [...found];
}

function gridOf(tagged: TaggedFile, table: StructureElement): Grid {
  const rows = table.kids
    .filter(isElement)
    .flatMap((part) => (part.role === 'TR' ? [part] : part.kids.filter(isElement)));
  const grid: (StructureElement | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row.kids.filter(isElement)) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const columns = Number(attribute(tagged, cell, 'ColSpan') ?? 1);
      const lines = Number(attribute(tagged, cell, 'RowSpan') ?? 1);
      for (let dy = 0; dy < lines; dy += 1)
        for (let dx = 0; dx < columns; dx += 1) (grid[y + dy] ?? [])[x + dx] = cell;
      x += columns;
    }
  }
  return grid;
}

/** Of every table of the file. */
export const allHeaders = (tagged: TaggedFile): ReadonlyMap<StructureElement, readonly StructureElement[]> =>
  new Map(
    elementsWithin(tagged.document)
      .filter(({ role }) => role === 'Table')
      .flatMap((table) => [...tableHeaders(tagged, table).headers]),
  );
