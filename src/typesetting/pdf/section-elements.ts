/**
 * Takes a section's roles and content, gives its structure elements as PDF syntax, in document order (ISO 32000-1 §14.7.2,
 * §14.8.4). They are many: they are made as text, without a dictionary in between.
 */

import { sure } from '../../problem.js';
import type { RoleNode } from '../style/box.js';
import { mcidOf, pageOf, type SectionContent, type Spot } from './section-content.js';
import { planOf, tableAttributes } from './section-plan.js';

/** What elements name. Numbers are those of objects. */
export interface Surroundings {
  readonly pages: readonly number[];
  readonly annotation: (page: number, link: number) => number;
  /** `[left bottom right top]` in points. */
  readonly rectangle: (spot: Spot) => string;
  /** A text string, encrypted where the file is. */
  readonly text: (value: string) => string;
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
  /** Elements that have a name, by rising number. */
  readonly named: readonly number[];
}

/** Rows and cells stand in a table even where they are empty, else columns would move. */
const GRID: ReadonlySet<string> = new Set(['THead', 'TBody', 'TR', 'TH', 'TD']);

export function sectionElements(content: SectionContent, around: Surroundings): SectionElements {
  const { roles } = content;
  const { parents, types, attributes, headers, named } = planOf(roles);
  const starts = startsOf(content, parents);
  const numbers = numbersOf(content, parents, starts, around);
  const kids = kidsOf(content, parents, numbers, starts, around);
  const bodies: string[] = [];
  const withNames: number[] = [];
  const tops: number[] = [];
  for (let node = 0; node < roles.length; node += 1) {
    const own = numbers[node] ?? 0;
    if (own === 0) continue;
    const role = sure(roles[node], 'role');
    const parent = parents[node] ?? -1;
    if (parent < 0) tops.push(own);
    const spot = content.spots[node]?.[0];
    let body = `${types[node]}${parent < 0 ? around.parent : numbers[parent]} 0 R`;
    if (spot !== undefined) body += `/Pg ${around.pages[pageOf(spot)]} 0 R`;
    if (named.has(node)) {
      withNames.push(own);
      body += `/ID ${around.text(nameOfElement(own))}`;
    }
    const heads = headers[node] ?? [];
    if (role.role === 'Figure') body += placed(role, spot, around);
    else if (heads.length === 0) body += attributes[node];
    else {
      const names = heads.map((head) => around.text(nameOfElement(numbers[head] ?? 0)));
      body += `/A<</O/Table${tableAttributes(role)}/Headers[${names.join(' ')}]>>`;
    }
    if (role.lang !== undefined) body += `/Lang ${around.text(role.lang)}`;
    if (role.alt !== undefined) body += `/Alt ${around.text(role.alt)}`;
    if (role.actualText !== undefined) body += `/ActualText ${around.text(role.actualText)}`;
    bodies.push(`${body}${kids[node] === undefined ? '' : `/K[${kids[node]}]`}>>`);
  }
  return { first: numbers.find((number) => number > 0) ?? 0, bodies, numbers, named: withNames, tops };
}

/** Of rising numbers, rising names. */
export const nameOfElement = (element: number): string => `e${String(element).padStart(10, '0')}`;

/** Where each node's content begins, its descendants' included; Infinity for what has none. */
function startsOf({ spots, links }: SectionContent, parents: readonly number[]): readonly number[] {
  const starts = spots.map((own, node) => own?.[0] ?? (links.has(node) ? Number.MAX_VALUE : Infinity));
  for (let node = starts.length - 1; node >= 0; node -= 1) {
    const parent = parents[node] ?? -1;
    if (parent >= 0) starts[parent] = Math.min(starts[parent] ?? Infinity, starts[node] ?? Infinity);
  }
  return starts;
}

/** An element without anything in it would only be announced: it has no number. */
function numbersOf(
  { roles }: SectionContent,
  parents: readonly number[],
  starts: readonly number[],
  { allocate }: Surroundings,
): readonly number[] {
  const numbers: number[] = [];
  let count = 0;
  for (const [node, { role, dissolved }] of roles.entries()) {
    const shown = starts[node] !== Infinity || (GRID.has(role) && (numbers[parents[node] ?? -1] ?? 0) > 0);
    numbers.push(shown && !dissolved ? ++count : 0);
  }
  const first = count === 0 ? 0 : allocate(count);
  return numbers.map((number) => (number === 0 ? 0 : first + number - 1));
}

/** Own content and elements as they follow each other: an element stands where its own content begins. */
function kidsOf(
  { spots, links }: SectionContent,
  parents: readonly number[],
  numbers: readonly number[],
  starts: readonly number[],
  around: Surroundings,
): readonly (string | undefined)[] {
  const kids = new Array<string | undefined>(numbers.length).fill(undefined);
  const taken = new Array<number>(numbers.length).fill(0);
  const add = (node: number, kid: string): void => {
    const before = kids[node];
    kids[node] = before === undefined ? kid : `${before} ${kid}`;
  };
  const addSpots = (node: number, until: number): void => {
    const own = spots[node];
    if (own === undefined) return;
    let at = taken[node] ?? 0;
    for (; at < own.length; at += 1) {
      const spot = sure(own[at], 'spot');
      if (spot > until) break;
      add(node, reference(spot, own, around));
    }
    taken[node] = at;
  };
  for (let node = 0; node < numbers.length; node += 1) {
    const parent = parents[node] ?? -1;
    if (numbers[node] === 0 || parent < 0) continue;
    const start = starts[node] ?? Infinity;
    if (start !== Infinity) addSpots(parent, start);
    add(parent, `${numbers[node]} 0 R`);
  }
  for (let node = 0; node < numbers.length; node += 1) addSpots(node, Infinity);
  for (const [node, own] of links) {
    for (const { page, link } of own)
      add(node, `<</Type/OBJR/Pg ${around.pages[page]} 0 R/Obj ${around.annotation(page, link)} 0 R>>`);
  }
  return kids;
}

/** The element names the page of its first content; what stands on another says so itself. */
function reference(spot: Spot, spots: readonly Spot[], { pages }: Surroundings): string {
  const page = pageOf(spot);
  if (page === pageOf(spots[0] ?? spot)) return String(mcidOf(spot));
  return `<</Type/MCR/Pg ${pages[page]} 0 R/MCID ${mcidOf(spot)}>>`;
}

function placed({ placement }: RoleNode, spot: Spot | undefined, { rectangle }: Surroundings): string {
  const box = spot === undefined ? '' : `/BBox ${rectangle(spot)}`;
  return `/A<</O/Layout${placement === undefined ? '' : `/Placement/${placement}`}${box}>>`;
}
