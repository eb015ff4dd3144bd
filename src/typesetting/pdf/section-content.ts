/** Takes the pages of a document, gives for each section what of it stands where: its marked content and link annotations by node. */

import type { EncodedPage } from '../paint/encoded-page.js';
import type { RoleNode } from '../style/box.js';

/** A marked-content sequence of a document, as a number that grows in reading order: the page's index, and the MCID. */
export type Spot = number;

/** No page has as many marks. */
const PAGE = 2 ** 20;

const spotAt = (page: number, mcid: number): Spot => page * PAGE + mcid;
export const pageOf = (spot: Spot): number => Math.floor(spot / PAGE);
export const mcidOf = (spot: Spot): number => spot % PAGE;

export interface SectionContent {
  readonly roles: readonly RoleNode[];
  /** In order, and the node of each. */
  readonly spots: readonly Spot[];
  readonly nodes: readonly number[];
  readonly links: readonly OwnedLink[];
}

/** A link annotation; it is counted over the document. */
export interface OwnedLink {
  readonly node: number;
  readonly page: number;
  readonly annotation: number;
}

interface Collected extends SectionContent {
  readonly spots: Spot[];
  readonly nodes: number[];
  readonly links: OwnedLink[];
}

/** In document order, by the section's number. */
export function contentOfSections(
  pages: readonly EncodedPage[],
): readonly (readonly [number, SectionContent])[] {
  const sections = new Map<number, Collected>();
  for (const page of pages) {
    for (const [number, roles] of page.sections) {
      if (!sections.has(number)) sections.set(number, { roles, spots: [], nodes: [], links: [] });
    }
  }
  let annotation = 0;
  for (const [page, { marks, links }] of pages.entries()) {
    let number = -1;
    let section: Collected | undefined;
    for (let mcid = 0; mcid < marks.length; mcid += 1) {
      const mark = marks[mcid];
      if (mark === undefined) continue;
      if (mark.section !== number) {
        number = mark.section;
        section = sections.get(number);
      }
      section?.spots.push(spotAt(page, mcid));
      section?.nodes.push(mark.node);
    }
    for (const { owner } of links) {
      if (owner === undefined) continue;
      sections.get(owner.section)?.links.push({ node: owner.node, page, annotation });
      annotation += 1;
    }
  }
  return [...sections].sort(([a], [b]) => a - b);
}
