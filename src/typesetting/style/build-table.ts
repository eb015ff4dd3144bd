/** Takes a `<table>`, gives its rows and cells. Rows outside `<tbody>` get one in the structure, as HTML parsers give them. */

import type { CellBox, RowBox, TableBox } from './box.js';
import { type ContentOf, displayOf, type ElementWalk, type Styled } from './element-walk.js';
import { refusePartStyle } from './style-problems.js';

export function buildTable(table: Styled, walk: ElementWalk, contentOf: ContentOf): TableBox {
  const { element, computed } = table;
  const role = walk.roles.open(element, table.role);
  const head: RowBox[] = [];
  const body: RowBox[] = [];
  let impliedBody: number | undefined;
  walk.eachElement({ element, computed, role }, (child) => {
    if (displayOf(child) === 'row') {
      impliedBody ??= walk.roles.add({ role: 'TBody', parent: role });
      body.push(buildRow({ ...child, role: impliedBody }, walk, contentOf));
      return;
    }
    refusePartStyle(child.computed.style, child.element);
    impliedBody = undefined;
    const rows = child.element.tag === 'thead' ? head : body;
    const part = { ...child, role: walk.roles.open(child.element, role) };
    walk.eachElement(part, (row) => rows.push(buildRow(row, walk, contentOf)));
  });
  return { kind: 'table', style: computed.style, role, place: element.place, head, body };
}

function buildRow(row: Styled, walk: ElementWalk, contentOf: ContentOf): RowBox {
  const role = walk.roles.open(row.element, row.role);
  const cells: CellBox[] = [];
  walk.eachElement({ ...row, role }, (cell) => cells.push(buildCell(cell, walk, contentOf)));
  return { kind: 'row', style: row.computed.style, role, place: row.element.place, cells };
}

function buildCell(cell: Styled, walk: ElementWalk, contentOf: ContentOf): CellBox {
  const { element, computed } = cell;
  const { colspan = '1', rowspan = '1', scope } = element.attributes;
  const colSpan = Number(colspan);
  const rowSpan = Number(rowspan);
  const role = walk.roles.open(element, cell.role, {
    ...(scope === undefined ? {} : { scope: scope === 'row' ? 'Row' : 'Column' }),
    ...(colSpan === 1 ? {} : { colSpan }),
    ...(rowSpan === 1 ? {} : { rowSpan }),
  });
  const content = contentOf({ element, computed, role }, walk);
  return { kind: 'cell', style: computed.style, role, place: element.place, colSpan, rowSpan, ...content };
}
