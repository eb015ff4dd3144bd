/** Takes the pages of a document, gives for each section what of it stands where: its marked content and link annotations by node. */

import type { EncodedPage, Mark } from '../paint/encoded-page.js';
import type { RoleNode } from '../style/box.js';

/** A marked-content sequence: the page's index in the document, and the MCID. */
export interface Spot {
  readonly page: number;
  readonly mcid: number;
  readonly bounds: Mark['bounds'];
}

export interface LinkSpot {
  readonly page: number;
  /** Index among the page's links. */
  readonly link: number;
}

/** Of one node: in order of pages, and on each in painting order. */
export interface NodeContent {
  readonly spots: Spot[];
  readonly links: LinkSpot[];
}

export interface SectionContent {
  readonly roles: readonly RoleNode[];
  /** By node; undefined for what has no content of its own. */
  readonly nodes: readonly (NodeContent | undefined)[];
}

/** In document order. */
export function contentOfSections(pages: readonly EncodedPage[]): ReadonlyMap<number, SectionContent> {
  const sections = new Map<number, { roles: readonly RoleNode[]; nodes: (NodeContent | undefined)[] }>();
  for (const page of pages) {
    for (const [number, roles] of page.sections) {
      if (!sections.has(number))
        sections.set(number, { roles, nodes: new Array<undefined>(roles.length).fill(undefined) });
    }
  }
  const contentOf = (section: number, node: number): NodeContent => {
    const nodes = sections.get(section)?.nodes ?? [];
    nodes[node] ??= { spots: [], links: [] };
    return nodes[node];
  };
  for (const [page, { marks, links }] of pages.entries()) {
    for (const [mcid, { section, node, bounds }] of marks.entries())
      contentOf(section, node).spots.push({ page, mcid, bounds });
    for (const [link, { owner }] of links.entries())
      if (owner !== undefined) contentOf(owner.section, owner.node).links.push({ page, link });
  }
  return new Map([...sections].sort(([a], [b]) => a - b));
}
