/** Takes a section's roles, gives what of its structure elements is the same wherever the section stands. */

import type { RoleNode } from '../style/box.js';
import { headerCells } from './header-cells.js';

export interface SectionPlan {
  /** By node: the nearest node above it that has an element of its own; −1 for none. */
  readonly parents: readonly number[];
  /** `/S/P`. */
  readonly types: readonly string[];
  /** Attributes that depend neither on the page nor on other elements. */
  readonly attributes: readonly string[];
  /** By cell: the header cells that it names. */
  readonly headers: readonly (readonly number[])[];
  /** Nodes whose elements have a name: notes, and the header cells that a cell names. */
  readonly named: ReadonlySet<number>;
}

export function planOf(roles: readonly RoleNode[]): SectionPlan {
  const headers = headerCells(roles);
  const notes = roles.flatMap(({ role }, node) => (role === 'Note' ? [node] : []));
  return {
    headers,
    named: new Set([...notes, ...headers.flat()]),
    parents: effectiveParents(roles),
    types: roles.map(({ role }) => `<</S/${role}/P `),
    attributes: roles.map(attributes),
  };
}

function effectiveParents(roles: readonly RoleNode[]): readonly number[] {
  return roles.map(({ parent }) => {
    let at = parent;
    for (let role = roles[at]; role?.dissolved; role = roles[at]) at = role.parent;
    return at;
  });
}

function attributes(node: RoleNode): string {
  const { role, listNumbering, placement } = node;
  const table = tableAttributes(node);
  if (table !== '') return `/A<</O/Table${table}>>`;
  if (listNumbering !== undefined) return `/A<</O/List/ListNumbering/${listNumbering}>>`;
  // A Figure's are written with its place on the page.
  return placement === undefined || role === 'Figure' ? '' : `/A<</O/Layout/Placement/${placement}>>`;
}

export const tableAttributes = ({ scope, colSpan, rowSpan }: RoleNode): string =>
  (scope === undefined ? '' : `/Scope/${scope}`) +
  (colSpan === undefined ? '' : `/ColSpan ${colSpan}`) +
  (rowSpan === undefined ? '' : `/RowSpan ${rowSpan}`);
