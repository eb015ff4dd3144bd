/**
 * Takes a section's roles and content, gives its structure elements as PDF syntax, in document order (ISO 32000-1 §14.7.2,
 * §14.8.4). They are many: they are made as text, without a dictionary in between.
 */

import { sure } from '../../problem.js';
import type { RoleNode } from '../style/box.js';
import type { SectionContent, Spot } from './section-content.js';

/** What elements name. Numbers are those of objects. */
export interface Surroundings {
  readonly pages: readonly number[];
  readonly annotation: (page: number, link: number) => number;
  /** `[left bottom right top]` in points. */
  readonly rectangle: (spot: Spot) => string;
  /** A text string in the object of that number. */
  readonly text: (object: number, value: string) => string;
  readonly parent: number;
  /** Gives the first number of that many new objects. */
  readonly allocate: (count: number) => number;
}

export interface SectionElements {
  readonly first: number;
  readonly bodies: readonly string[];
  /** The element's number by node, 0 for nodes without one. */
  readonly numbers: readonly number[];
  /** Those that hang from the section's parent. */
  readonly tops: readonly number[];
  /** The names of notes. */
  readonly notes: readonly { readonly id: string; readonly element: number }[];
}

/** Rows and cells stand in a table even where they are empty, else columns would move. */
const GRID: ReadonlySet<string> = new Set(['THead', 'TBody', 'TR', 'TH', 'TD']);

export function sectionElements({ roles, nodes }: SectionContent, around: Surroundings): SectionElements {
  const parents = effectiveParents(roles);
  const shown = shownNodes(roles, nodes, parents);
  const first = around.allocate(shown.reduce((sum, yes) => (yes ? sum + 1 : sum), 0));
  let next = first;
  const numbers = shown.map((yes) => (yes ? next++ : 0));
  const starts = startsOf(nodes, parents);
  const children = new Map<number, number[]>();
  for (const [node, parent] of parents.entries()) {
    if (!shown[node]) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  const bodies: string[] = [];
  const notes: { id: string; element: number }[] = [];
  for (const [node, role] of roles.entries()) {
    const own = numbers[node] ?? 0;
    if (own === 0) continue;
    const parent = numbers[parents[node] ?? -1] ?? around.parent;
    const content = nodes[node];
    const [spot] = content?.spots ?? [];
    let body = `<</S/${role.role}/P ${parent} 0 R`;
    if (spot !== undefined) body += `/Pg ${pageOf(spot, around)} 0 R`;
    if (role.role === 'Note') {
      const id = `note${String(own).padStart(10, '0')}`;
      notes.push({ id, element: own });
      body += `/ID ${around.text(own, id)}`;
    }
    body += attributes(role, spot, around);
    if (role.lang !== undefined) body += `/Lang ${around.text(own, role.lang)}`;
    if (role.alt !== undefined) body += `/Alt ${around.text(own, role.alt)}`;
    if (role.actualText !== undefined) body += `/ActualText ${around.text(own, role.actualText)}`;
    bodies.push(`${body}${kids(content, children.get(node) ?? [], numbers, starts, around)}>>`);
  }
  return { first, bodies, numbers, notes, tops: (children.get(-1) ?? []).map((node) => numbers[node] ?? 0) };
}

function effectiveParents(roles: readonly RoleNode[]): readonly number[] {
  return roles.map(({ parent }) => {
    let at = parent;
    for (let role = roles[at]; role?.dissolved; role = roles[at]) at = role.parent;
    return at;
  });
}

/** An element without anything in it would only be announced. */
function shownNodes(
  roles: readonly RoleNode[],
  nodes: SectionContent['nodes'],
  parents: readonly number[],
): readonly boolean[] {
  const shown = nodes.map((content) => content !== undefined);
  for (let node = shown.length - 1; node >= 0; node -= 1) {
    const parent = parents[node] ?? -1;
    if (shown[node] && parent >= 0) shown[parent] = true;
  }
  for (const [node, { role, dissolved }] of roles.entries()) {
    if (dissolved) shown[node] = false;
    else if (GRID.has(role) && shown[parents[node] ?? -1]) shown[node] = true;
  }
  return shown;
}

/** Where each node's content begins, its descendants' included; Infinity for what has none. */
function startsOf(nodes: SectionContent['nodes'], parents: readonly number[]): readonly number[] {
  const starts = nodes.map((content) => {
    const [spot] = content?.spots ?? [];
    return spot === undefined ? Infinity : orderOf(spot);
  });
  for (let node = starts.length - 1; node >= 0; node -= 1) {
    const parent = parents[node] ?? -1;
    if (parent >= 0) starts[parent] = Math.min(starts[parent] ?? Infinity, starts[node] ?? Infinity);
  }
  return starts;
}

const orderOf = ({ page, mcid }: Spot): number => page * 2 ** 20 + mcid;

/** Own content and elements as they follow each other: an element stands where its own content begins. */
function kids(
  content: SectionContent['nodes'][number],
  children: readonly number[],
  numbers: readonly number[],
  starts: readonly number[],
  around: Surroundings,
): string {
  const { spots = [], links = [] } = content ?? {};
  const list: string[] = [];
  let at = 0;
  for (const child of children) {
    const start = starts[child] ?? Infinity;
    for (; start !== Infinity && at < spots.length; at += 1) {
      const spot = sure(spots[at], 'spot');
      if (orderOf(spot) > start) break;
      list.push(reference(spot, spots, around));
    }
    list.push(`${numbers[child]} 0 R`);
  }
  for (; at < spots.length; at += 1) list.push(reference(sure(spots[at], 'spot'), spots, around));
  for (const { page, link } of links) {
    const pageNumber = sure(around.pages[page], 'page');
    list.push(`<</Type/OBJR/Pg ${pageNumber} 0 R/Obj ${around.annotation(page, link)} 0 R>>`);
  }
  if (list.length === 0) return '';
  return list.length === 1 ? `/K ${list[0]}` : `/K[${list.join(' ')}]`;
}

/** The element names the page of its first content; what stands on another says so itself. */
function reference(spot: Spot, spots: readonly Spot[], around: Surroundings): string {
  if (spot.page === spots[0]?.page) return String(spot.mcid);
  return `<</Type/MCR/Pg ${pageOf(spot, around)} 0 R/MCID ${spot.mcid}>>`;
}

const pageOf = ({ page }: Spot, { pages }: Surroundings): number => sure(pages[page], 'page');

function attributes(role: RoleNode, spot: Spot | undefined, around: Surroundings): string {
  const { scope, colSpan, rowSpan, listNumbering, placement } = role;
  const table =
    (scope === undefined ? '' : `/Scope/${scope}`) +
    (colSpan === undefined ? '' : `/ColSpan ${colSpan}`) +
    (rowSpan === undefined ? '' : `/RowSpan ${rowSpan}`);
  if (table !== '') return `/A<</O/Table${table}>>`;
  if (listNumbering !== undefined) return `/A<</O/List/ListNumbering/${listNumbering}>>`;
  const box = spot?.bounds === undefined ? '' : `/BBox ${around.rectangle(spot)}`;
  const layout = (placement === undefined ? '' : `/Placement/${placement}`) + box;
  return layout === '' ? '' : `/A<</O/Layout${layout}>>`;
}
