/**
 * Takes a section's structure nodes as its tags gave them, gives them as the structure tree will say them: tables that only
 * place things side by side are none (ISO 14289-1 §7.5), header cells know what they head, and what says nothing is gone.
 */

import { sure } from '../../problem.js';
import type { Role, RoleNode } from './box.js';

const BLOCKS: ReadonlySet<Role> = new Set([
  ...(['Sect', 'Div', 'H1', 'H2', 'H3', 'H4', 'P', 'L', 'Table', 'Note'] as const),
]);

/** Indices stay what they were. */
export function settleRoles(nodes: readonly RoleNode[]): readonly RoleNode[] {
  const tables = nodes.map((node, index) => tableOf(nodes, node, index));
  const withHeaders = new Set(tables.filter((_, index) => nodes[index]?.role === 'TH'));
  const withBlocks = new Set(
    nodes
      .filter(({ role, placement }) => BLOCKS.has(role) || placement === 'Block')
      .map(({ parent }) => parent),
  );
  return nodes.map((node, index) => {
    const table = tables[index];
    if (table !== undefined && !withHeaders.has(table)) return placing(node, withBlocks.has(index));
    if (node.role === 'TH' && node.scope === undefined) return { ...node, scope: scopeOf(nodes, node) };
    return saysNothing(node) ? { ...node, dissolved: true } : node;
  });
}

/** The table that a node is, or is a row or cell of. */
function tableOf(nodes: readonly RoleNode[], node: RoleNode, index: number): number | undefined {
  let at = index;
  for (let { role, parent } = node; ; { role, parent } = sure(nodes[at], 'parent')) {
    if (role === 'Table') return at;
    if (!['THead', 'TBody', 'TR', 'TH', 'TD'].includes(role)) return undefined;
    at = parent;
  }
}

/** A table without a header cell is layout: its cells are text or groups, one after the other. */
function placing({ role, colSpan, rowSpan, ...node }: RoleNode, hasBlocks: boolean): RoleNode {
  if (role !== 'TD') return { ...node, role, dissolved: true };
  return { ...node, role: hasBlocks ? 'Div' : 'P' };
}

function scopeOf(nodes: readonly RoleNode[], { parent: row }: RoleNode): 'Row' | 'Column' {
  const part = nodes[nodes[row]?.parent ?? -1];
  return part?.role === 'THead' ? 'Column' : 'Row';
}

/** `<strong>`, `<em>`, `<small>`: PDF 1.7 has no element for them. */
const saysNothing = ({ role, lang, actualText }: RoleNode): boolean =>
  role === 'Span' && lang === undefined && actualText === undefined;
