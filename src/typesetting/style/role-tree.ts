/** Takes elements in document order, gives the section's part of the structure tree (ISO 32000-1 §14.8). */

import type { Element } from '../markup/element.js';
import type { Role, RoleNode } from './box.js';

/** Decoration: no part of the structure. */
export const NO_ROLE = -1;

/** Tags whose box is a structure element of its own kind; what is not here adds none, or more than one. */
const ROLES: Readonly<Partial<Record<string, Role>>> = {
  section: 'Sect',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  p: 'P',
  ul: 'L',
  ol: 'L',
  dl: 'L',
  dt: 'Lbl',
  dd: 'LBody',
  table: 'Table',
  thead: 'THead',
  tbody: 'TBody',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  strong: 'Span',
  em: 'Span',
  small: 'Span',
  a: 'Link',
  aside: 'Note',
  figcaption: 'Caption',
};

export class RoleTree {
  readonly nodes: RoleNode[] = [];

  /** The index of the node that is added next. */
  get next(): number {
    return this.nodes.length;
  }

  /** The nodes from this index on. */
  since(index: number): readonly RoleNode[] {
    return this.nodes.slice(index);
  }

  add(node: RoleNode): number {
    this.nodes.push(node);
    return this.next - 1;
  }

  /** The element's own node, or its parent's where it has none (`<span>` without `lang`). */
  open(element: Element, parent: number, more: Omit<RoleNode, 'role' | 'parent'> = {}): number {
    const language = languageOf(element);
    const role = ROLES[element.tag] ?? (language.lang === undefined ? undefined : 'Span');
    return role === undefined ? parent : this.add({ role, parent, ...more, ...language });
  }
}

export const languageOf = ({ attributes: { lang } }: Element): { readonly lang?: string } =>
  lang === undefined ? {} : { lang };
