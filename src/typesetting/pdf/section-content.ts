/** Takes the pages of a document, gives for each section what of it stands where: its marked content and link annotations by node. */

import type { EncodedPage } from '../paint/encoded-page.js';
import type { RoleNode } from '../style/box.js';

/** A marked-content sequence of a document, as a number that grows in reading order: the page's index, and the MCID. */
export type Spot = number;

/** No page has as many marks. */
const PAGE = 2 ** 20;

export const spotAt = (page: number, mcid: number): Spot => page * PAGE + mcid;
export const pageOf = (spot: Spot): number => Math.floor(spot / PAGE);
export const mcidOf = (spot: Spot): number => spot % PAGE;

export interface LinkSpot {
  readonly page: number;
  /** Index among the page's links. */
  readonly link: number;
}

export interface SectionContent {
  readonly roles: readonly RoleNode[];
  /** By node, in order; undefined for what has no content of its own. */
  readonly spots: readonly (readonly Spot[] | undefined)[];
  readonly links: ReadonlyMap<number, readonly LinkSpot[]>;
}

interface Collected extends SectionContent {
  readonly spots: (Spot[] | undefined)[];
  readonly links: Map<number, LinkSpot[]>;
}

/** In document order. */
export function contentOfSections(pages: readonly EncodedPage[]): ReadonlyMap<number, SectionContent> {
  const sections = new Map<number, Collected>();
  for (const page of pages) {
    for (const [number, roles] of page.sections) {
      if (sections.has(number)) continue;
      const spots = new Array<undefined>(roles.length).fill(undefined);
      sections.set(number, { roles, spots, links: new Map() });
    }
  }
  for (const [page, { marks, links }] of pages.entries()) {
    for (let mcid = 0; mcid < marks.length; mcid += 1) {
      const mark = marks[mcid];
      const spots = mark && sections.get(mark.section)?.spots;
      if (!spots) continue;
      const own = spots[mark.node];
      if (own === undefined) spots[mark.node] = [spotAt(page, mcid)];
      else own.push(spotAt(page, mcid));
    }
    for (const [link, { owner }] of links.entries()) {
      const owned = owner && sections.get(owner.section)?.links;
      if (owned) owned.set(owner.node, [...(owned.get(owner.node) ?? []), { page, link }]);
    }
  }
  return new Map([...sections].sort(([a], [b]) => a - b));
}
