/** Takes a page of placed blocks, gives it as PDF operators, with what they name: fonts, pictures, links, marks. */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { sure } from '../../problem.js';
import type { Face } from '../fonts/face.js';
import type { Block, Image, Item } from '../layout/block.js';
import type { Page, PlacedBlock } from '../layout/page.js';
import { headingsOf, itemsOf, linksOf } from '../layout/slice.js';
import type { RoleNode } from '../style/box.js';
import { ContentWriter } from './content-writer.js';
import type { BaseSubset, Bounds, EncodedPage, FaceUse, ImageUse, Mark } from './encoded-page.js';
import { around, boundsOf } from './item-bounds.js';
import { milli } from './operands.js';
import { paintGlyphs, type RunFonts } from './paint-glyphs.js';
import { type Origin, paintFill, paintFrame, paintImage, paintLine, paintShape } from './paint-shapes.js';

/** Block roles below zero are decoration (ARTIFACT in block.ts). */
const isArtifact = (role: number): boolean => role < 0;

/** The section of a block whose content is all artifact. */
const FURNITURE = -1;

export function encodePage(page: Page, sectionOf: (block: Block) => number, base: BaseSubset): EncodedPage {
  const encoder = new PageEncoder(page, base);
  for (const placed of page.furniture) encoder.paint(placed, FURNITURE);
  const sections = new Map<number, readonly RoleNode[]>();
  for (const placed of page.placed) {
    const section = sectionOf(placed.block);
    sections.set(section, placed.block.roles);
    encoder.paint(placed, section);
  }
  const all = [...page.furniture, ...page.placed];
  return {
    width: page.width,
    height: page.height,
    content: deflateSync(encoder.end()),
    faces: encoder.faces(),
    images: encoder.images(),
    links: all.flatMap((placed, i) =>
      links(placed, i < page.furniture.length ? FURNITURE : sectionOf(placed.block)),
    ),
    headings: page.placed.flatMap((placed) =>
      headingsOf(placed).map(({ level, text, y }) => ({ level, text, y: placed.y + y - placed.from })),
    ),
    marks: encoder.marks,
    sections,
  };
}

/** What a node without an element of its own belongs to. */
function elementOf(roles: readonly RoleNode[], role: number): number {
  let node = role;
  for (let at = roles[node]; at?.dissolved; at = roles[node]) node = at.parent;
  return node;
}

function links(placed: PlacedBlock, section: number): EncodedPage['links'] {
  return linksOf(placed).map(({ x, y, width, height, href, role }) => ({
    x: placed.x + x,
    y: placed.y + y - placed.from,
    width,
    height,
    href,
    ...(section === FURNITURE || isArtifact(role) ? {} : { owner: { section, node: role } }),
  }));
}

class PageEncoder {
  readonly marks: Mark[] = [];
  readonly #page: Page;
  readonly #base: BaseSubset;
  readonly #content = new ContentWriter();
  readonly #fonts = new Map<string, RunFonts & { readonly face: Face; readonly used: Set<number> }>();
  readonly #images = new Map<string, ImageUse>();

  constructor(page: Page, base: BaseSubset) {
    this.#page = page;
    this.#base = base;
  }

  paint(placed: PlacedBlock, section: number): void {
    const origin = { x: placed.x, y: placed.y - placed.from, pageHeight: this.#page.height };
    for (const item of itemsOf(placed)) {
      this.#mark(section, item, placed.block.roles, origin);
      this.#paintItem(item, origin);
    }
  }

  end(): string {
    return this.#content.end();
  }

  faces(): readonly FaceUse[] {
    return [...this.#fonts.values()].flatMap(({ face, used, inBase, base, supplement }) => {
      const cids = [...used].sort((a, b) => a - b);
      const inside = cids.filter((cid) => inBase.has(cid));
      const outside = cids.filter((cid) => !inBase.has(cid));
      return [
        ...(inside.length > 0 ? [{ face, resource: base, part: 'base' as const, cids: inside }] : []),
        ...(outside.length > 0
          ? [{ face, resource: supplement, part: 'supplement' as const, cids: outside }]
          : []),
      ];
    });
  }

  images(): readonly ImageUse[] {
    return [...this.#images.values()];
  }

  #mark(section: number, item: Item, roles: readonly RoleNode[], origin: Origin): void {
    if (section === FURNITURE) {
      this.#content.mark('pagination', () => '/Artifact <</Type /Pagination>> BDC');
    } else if (isArtifact(item.role)) {
      this.#content.mark('artifact', () => '/Artifact BMC');
    } else {
      const node = elementOf(roles, item.role);
      const { role } = sure(roles[node], 'role of an item');
      this.#content.mark(`${section} ${node}`, () => {
        const mcid = this.marks.push({ section, node }) - 1;
        return `/${role} <</MCID ${mcid}>> BDC`;
      });
      if (role === 'Figure') this.#widenBounds(boundsOf(item, origin));
    }
  }

  /** Of the figure that was marked last. */
  #widenBounds(bounds: Bounds): void {
    const mark = sure(this.marks.pop(), 'open mark');
    this.marks.push({ ...mark, bounds: mark.bounds === undefined ? bounds : around(mark.bounds, bounds) });
  }

  #paintItem(item: Item, origin: Origin): void {
    if (item.kind === 'glyphs') {
      const fonts = this.#fontsOf(item.face);
      for (const cid of item.cids) fonts.used.add(cid);
      const x = milli(origin.x + item.x);
      const y = milli(origin.pageHeight - origin.y - item.y);
      paintGlyphs(this.#content, item, x, y, fonts);
    } else if (item.kind === 'fill') paintFill(this.#content, item, origin);
    else if (item.kind === 'line') paintLine(this.#content, item, origin);
    else if (item.kind === 'frame') paintFrame(this.#content, item, origin);
    else if (item.kind === 'shape') paintShape(this.#content, item, origin);
    else paintImage(this.#content, item, origin, this.#imageOf(item.image).resource);
  }

  #fontsOf(face: Face): RunFonts & { readonly face: Face; readonly used: Set<number> } {
    let fonts = this.#fonts.get(face.id);
    if (fonts === undefined) {
      const name = this.#base.resource(face);
      fonts = { face, base: name, supplement: `${name}s`, inBase: this.#base.cids(face), used: new Set() };
      this.#fonts.set(face.id, fonts);
    }
    return fonts;
  }

  /** Named by the picture's key, so that every page of every document calls it alike. */
  #imageOf(image: Image): ImageUse {
    let use = this.#images.get(image.key);
    if (use === undefined) {
      use = { image, resource: `I${createHash('sha256').update(image.key).digest('hex').slice(0, 16)}` };
      this.#images.set(image.key, use);
    }
    return use;
  }
}
