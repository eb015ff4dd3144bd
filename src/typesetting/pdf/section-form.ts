/**
 * Takes a section's roles and content, gives its structure elements as PDF syntax, in document order (ISO 32000-1 §14.7.2,
 * §14.8.4), with holes for what differs between documents: numbers of objects, and texts.
 */

import { sure } from '../../problem.js';
import type { RoleNode } from '../style/box.js';
import { hole, type ObjectForm, objectForm } from './object-form.js';
import { mcidOf, pageOf, type SectionContent, type Spot } from './section-content.js';
import { planOf, tableAttributes } from './section-plan.js';
import { literalString } from './string-syntax.js';

export interface SectionForm {
  /** Tells it from every other form. */
  readonly id: number;
  readonly elements: ObjectForm;
  /** What fills its texts. */
  readonly texts: readonly SectionText[];
  /** Elements that are objects of their own: with them every document would have other `elements`. */
  readonly spelled: readonly SpelledElement[];
  /** The element's place by node, 0 being the first; −1 for nodes without one. */
  readonly places: readonly number[];
  /** Places of those that hang from the section's parent. */
  readonly tops: readonly number[];
  /** Places of those that have a name. */
  readonly named: readonly number[];
}

/** What a reading aid spells is read out as one word. */
export interface SpelledElement {
  readonly node: number;
  readonly place: number;
  /** Its text is the only one. */
  readonly syntax: ObjectForm;
}

export type SectionText =
  | { readonly node: number; readonly entry: TextEntry }
  /** Where a Figure is drawn. */
  | { readonly box: Spot };

export const TEXT_ENTRIES = [
  ['alt', 'Alt'],
  ['actualText', 'ActualText'],
] as const;
export type TextEntry = (typeof TEXT_ENTRIES)[number][0];

/** Rows and cells stand in a table even where they are empty, else columns would move. */
const GRID: ReadonlySet<string> = new Set(['THead', 'TBody', 'TR', 'TH', 'TD']);

const own = (place: number): string => `${hole('own', place)} 0 R`;
const onPage = (spot: Spot): string => `/Pg ${hole('page', pageOf(spot))} 0 R`;

export function sectionForm(content: SectionContent, id: number): SectionForm {
  const { roles } = content;
  const { parents, types, attributes, headers, named } = planOf(roles);
  const spots = spotsByNode(content);
  const starts = startsOf(content, spots, parents);
  const places = placesOf(roles, parents, starts);
  const kids = kidsOf(content, spots, parents, places, starts);
  const texts: SectionText[] = [];
  const spelled: SpelledElement[] = [];
  const tops: number[] = [];
  const text = (filling: SectionText): string => hole('text', texts.push(filling) - 1);
  const bodies = roles.map((role, node) => {
    const place = sure(places[node], 'place');
    if (place < 0) return '';
    const parent = sure(parents[node], 'parent');
    const spot = spots[node]?.[0];
    if (parent < 0) tops.push(place);
    let body = sure(types[node], 'type');
    body += parent < 0 ? `${hole('parent', 0)} 0 R` : own(sure(places[parent], 'place'));
    if (spot !== undefined) body += onPage(spot);
    if (named.has(node)) body += `/ID(${hole('name', place)})`;
    const heads = headers[node] ?? [];
    if (role.role === 'Figure') body += placed(role, spot === undefined ? '' : text({ box: spot }));
    else if (heads.length === 0) body += attributes[node];
    else {
      const names = heads.map((head) => `(${hole('name', sure(places[head], 'place'))})`);
      body += `/A<</O/Table${tableAttributes(role)}/Headers[${names.join('')}]>>`;
    }
    if (role.lang !== undefined) body += `/Lang ${literalString(role.lang)}`;
    const end = `${kids[node] === undefined ? '' : `/K[${kids[node]}]`}>>`;
    if (role.spelled) {
      const syntax = objectForm(1, [`${body}/ActualText ${hole('text', 0)}${end}`]);
      spelled.push({ node, place, syntax });
      return '';
    }
    for (const [entry, key] of TEXT_ENTRIES)
      if (role[entry] !== undefined) body += `/${key} ${text({ node, entry })}`;
    return `${hole('begin', place)}${body}${end}`;
  });
  const count = places.filter((place) => place >= 0).length;
  return {
    id,
    elements: objectForm(count, bodies),
    texts,
    spelled,
    places,
    tops,
    named: places.filter((place, node) => place >= 0 && named.has(node)),
  };
}

function spotsByNode({ roles, spots, nodes }: SectionContent): readonly (readonly Spot[])[] {
  const byNode = roles.map((): Spot[] => []);
  for (const [i, spot] of spots.entries()) byNode[sure(nodes[i], 'node')]?.push(spot);
  return byNode;
}

/** Where each node's content begins, its descendants' included; Infinity for what has none. */
function startsOf(
  { links }: SectionContent,
  spots: readonly (readonly Spot[])[],
  parents: readonly number[],
): readonly number[] {
  const linked = new Set(links.map(({ node }) => node));
  const starts = spots.map((mine, node) => mine[0] ?? (linked.has(node) ? Number.MAX_VALUE : Infinity));
  for (let node = starts.length - 1; node >= 0; node -= 1) {
    const parent = parents[node] ?? -1;
    if (parent >= 0) starts[parent] = Math.min(starts[parent] ?? Infinity, starts[node] ?? Infinity);
  }
  return starts;
}

/** An element without anything in it would only be announced: it has no place. */
function placesOf(
  roles: readonly RoleNode[],
  parents: readonly number[],
  starts: readonly number[],
): readonly number[] {
  const places: number[] = [];
  let count = 0;
  for (const [node, { role, dissolved }] of roles.entries()) {
    const inTable = GRID.has(role) && (places[parents[node] ?? -1] ?? -1) >= 0;
    const shown = starts[node] !== Infinity || inTable;
    places.push(shown && !dissolved ? count++ : -1);
  }
  return places;
}

/** Own content and elements as they follow each other: an element stands where its own content begins. */
function kidsOf(
  { links }: SectionContent,
  spots: readonly (readonly Spot[])[],
  parents: readonly number[],
  places: readonly number[],
  starts: readonly number[],
): readonly (string | undefined)[] {
  const kids = new Array<string | undefined>(places.length).fill(undefined);
  const taken = new Array<number>(places.length).fill(0);
  const add = (node: number, kid: string): void => {
    const before = kids[node];
    kids[node] = before === undefined ? kid : `${before} ${kid}`;
  };
  const addSpots = (node: number, until: number): void => {
    const mine = spots[node] ?? [];
    let at = taken[node] ?? 0;
    for (; at < mine.length; at += 1) {
      const spot = sure(mine[at], 'spot');
      if (spot > until) break;
      add(node, reference(spot, mine));
    }
    taken[node] = at;
  };
  for (const [node, place] of places.entries()) {
    const parent = parents[node] ?? -1;
    if (place < 0 || parent < 0) continue;
    const start = starts[node] ?? Infinity;
    if (start !== Infinity) addSpots(parent, start);
    add(parent, own(place));
  }
  for (const node of places.keys()) addSpots(node, Infinity);
  for (const { node, page, annotation } of links) {
    add(node, `<</Type/OBJR/Pg ${hole('page', page)} 0 R/Obj ${hole('annotation', annotation)} 0 R>>`);
  }
  return kids;
}

/** The element names the page of its first content; what stands on another says so itself. */
function reference(spot: Spot, spots: readonly Spot[]): string {
  if (pageOf(spot) === pageOf(spots[0] ?? spot)) return String(mcidOf(spot));
  return `<</Type/MCR${onPage(spot)}/MCID ${mcidOf(spot)}>>`;
}

function placed({ placement }: RoleNode, box: string): string {
  const attributes = placement === undefined ? '' : `/Placement/${placement}`;
  return `/A<</O/Layout${attributes}${box === '' ? '' : `/BBox ${box}`}>>`;
}
