/** Takes the pages of a document, gives for each section what of it stands where: its marked content and link annotations by node. */

import { sure } from '../../problem.js';
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
  /** Its number, counted over the document. */
  readonly section: number;
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

/** In document order. */
export function contentOfSections(pages: readonly EncodedPage[]): readonly SectionContent[] {
  const sections: Collected[] = [];
  for (const page of pages) {
    for (const [section, roles] of page.sections)
      sections[section] ??= { section, roles, spots: [], nodes: [], links: [] };
  }
  let annotation = 0;
  for (const [page, { marks, links }] of pages.entries()) {
    for (let mcid = 0; mcid < marks.length; mcid += 1) {
      const { section, node } = sure(marks[mcid], 'mark');
      const content = sure(sections[section], 'section of marked content');
      content.spots.push(spotAt(page, mcid));
      content.nodes.push(node);
    }
    for (const { owner } of links) {
      if (owner === undefined) continue;
      sections[owner.section]?.links.push({ node: owner.node, page, annotation });
      annotation += 1;
    }
  }
  // A section of which nothing is shown has left a hole.
  return sections.filter((content) => content !== undefined);
}
