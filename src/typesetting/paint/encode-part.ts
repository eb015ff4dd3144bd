/** Takes a placed block, gives what it paints as a content stream of its own, and what that stream names. */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { sure } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Face } from '../fonts/face.js';
import type { Fill, Image, Item } from '../layout/block.js';
import type { PlacedBlock } from '../layout/page.js';
import { headingsOf, itemsOf, linksOf } from '../layout/slice.js';
import type { RoleNode } from '../style/box.js';
import { ContentWriter } from './content-writer.js';
import type {
  BaseSubset,
  Bounds,
  EncodedPart,
  FaceUse,
  ImageUse,
  PartLink,
  PartMark,
} from './encoded-page.js';
import { around, boundsOf } from './item-bounds.js';
import { milli, operand } from './operands.js';
import { paintGlyphs, type RunFonts } from './paint-glyphs.js';
import {
  type Origin,
  paintFill,
  paintFrame,
  paintImage,
  paintLine,
  paintOutline,
  paintShape,
} from './paint-shapes.js';

export interface PartSurroundings {
  readonly pageHeight: Length;
  /** The MCID of the part's first mark; undefined for furniture, which is all artifact. */
  readonly firstMark: number | undefined;
}

/** Bytes. A line at the foot of a page takes longer to deflate than to lay out. */
const WORTH_DEFLATING = 1000;

/** Block roles below zero are decoration (ARTIFACT in block.ts). */
const isArtifact = (role: number): boolean => role < 0;

export function encodePart(
  placed: PlacedBlock,
  surroundings: PartSurroundings,
  base: BaseSubset,
): EncodedPart {
  const encoder = new PartEncoder(placed, surroundings, base);
  for (const item of itemsOf(placed)) encoder.paint(item);
  const plain = Buffer.from(encoder.end(), 'latin1');
  const deflated = plain.length >= WORTH_DEFLATING;
  const content = deflated ? deflateSync(plain) : plain;
  return {
    content,
    deflated,
    digest: createHash('sha256').update(content).digest('base64'),
    faces: encoder.faces(),
    images: encoder.images(),
    links: links(placed, surroundings),
    headings: headingsOf(placed).map(({ level, text, y }) => ({
      level,
      text,
      y: placed.y + y - placed.from,
    })),
    marks: encoder.marks,
  };
}

const artifact = (properties: string): string => `/Artifact <<${properties}>> BDC`;

/** Kinds of artifact: ISO 32000-1 §14.8.2.2.2. The head of a table is on each page anew, and stands in no margin. */
const PAGINATION = {
  top: '/Type /Pagination /Subtype /Header /Attached [/Top]',
  bottom: '/Type /Pagination /Subtype /Footer /Attached [/Bottom]',
  none: '/Type /Pagination',
} as const;

function background(fill: Fill, origin: Origin): string {
  const { left, top, right, bottom } = boundsOf(fill, origin);
  const up = (y: Length): string => operand(milli(origin.pageHeight - y));
  return `/Type /Background /BBox [${operand(milli(left))} ${up(bottom)} ${operand(milli(right))} ${up(top)}]`;
}

/** What a node without an element of its own belongs to. */
function elementOf(roles: readonly RoleNode[], role: number): number {
  let node = role;
  for (let at = roles[node]; at?.dissolved; at = roles[node]) node = at.parent;
  return node;
}

function links(placed: PlacedBlock, { firstMark }: PartSurroundings): readonly PartLink[] {
  return linksOf(placed).map(({ x, y, width, height, href, role }) => ({
    x: placed.x + x,
    y: placed.y + y - placed.from,
    width,
    height,
    href,
    ...(firstMark === undefined || isArtifact(role) ? {} : { node: role }),
  }));
}

interface FontUse extends RunFonts {
  readonly face: Face;
  usesBase: boolean;
  readonly outside: Set<number>;
}

class PartEncoder {
  readonly marks: PartMark[] = [];
  readonly #roles: readonly RoleNode[];
  readonly #origin: Origin;
  readonly #firstMark: number | undefined;
  readonly #margin: PlacedBlock['margin'];
  readonly #base: BaseSubset;
  readonly #content = new ContentWriter();
  readonly #fonts = new Map<string, FontUse>();
  readonly #images = new Map<string, ImageUse>();

  constructor({ block, x, y, from, margin }: PlacedBlock, around: PartSurroundings, base: BaseSubset) {
    this.#roles = block.roles;
    this.#origin = { x, y: y - from, pageHeight: around.pageHeight };
    this.#firstMark = around.firstMark;
    this.#margin = margin;
    this.#base = base;
  }

  paint(item: Item): void {
    this.#mark(item);
    this.#paintItem(item);
  }

  /** Nothing at all where nothing was painted. The stream gives back the graphics state as it found it. */
  end(): string {
    const operators = this.#content.end();
    return operators === '' ? '' : `q\n${operators}\nQ\n`;
  }

  faces(): readonly FaceUse[] {
    return [...this.#fonts.values()].flatMap(({ face, usesBase, outside, base, supplement }) => [
      ...(usesBase ? [{ face, resource: base, part: 'base' as const }] : []),
      ...(outside.size > 0
        ? [
            {
              face,
              resource: supplement,
              part: 'supplement' as const,
              cids: [...outside].sort((a, b) => a - b),
            },
          ]
        : []),
    ]);
  }

  images(): readonly ImageUse[] {
    return [...this.#images.values()];
  }

  #mark(item: Item): void {
    if (this.#firstMark === undefined) {
      this.#content.mark('pagination', () => artifact(PAGINATION[this.#margin ?? 'none']));
    } else if (isArtifact(item.role)) {
      const properties = item.kind === 'fill' ? background(item, this.#origin) : '/Type /Layout';
      this.#content.mark(properties, () => artifact(properties));
    } else {
      const node = elementOf(this.#roles, item.role);
      const { role } = sure(this.#roles[node], 'role of an item');
      const mcid = this.#firstMark + this.marks.length;
      this.#content.mark(String(node), () => {
        this.marks.push({ node });
        return `/${role} <</MCID ${mcid}>> BDC`;
      });
      if (role === 'Figure') this.#widenBounds(boundsOf(item, this.#origin));
    }
  }

  /** Of the figure that was marked last. */
  #widenBounds(bounds: Bounds): void {
    const mark = sure(this.marks.pop(), 'open mark');
    this.marks.push({ ...mark, bounds: mark.bounds === undefined ? bounds : around(mark.bounds, bounds) });
  }

  #paintItem(item: Item): void {
    const origin = this.#origin;
    if (item.kind === 'glyphs') {
      const fonts = this.#fontsOf(item.face);
      for (const cid of item.cids) {
        if (fonts.inBase.has(cid)) fonts.usesBase = true;
        else fonts.outside.add(cid);
      }
      const x = milli(origin.x + item.x);
      const y = milli(origin.pageHeight - origin.y - item.y);
      paintGlyphs(this.#content, item, x, y, fonts);
    } else if (item.kind === 'fill') paintFill(this.#content, item, origin);
    else if (item.kind === 'line') paintLine(this.#content, item, origin);
    else if (item.kind === 'frame') paintFrame(this.#content, item, origin);
    else if (item.kind === 'shape') paintShape(this.#content, item, origin);
    else if (item.kind === 'outline') paintOutline(this.#content, item, origin);
    else paintImage(this.#content, item, origin, this.#imageOf(item.image).resource);
  }

  #fontsOf(face: Face): FontUse {
    let fonts = this.#fonts.get(face.id);
    if (fonts === undefined) {
      const name = this.#base.resource(face);
      fonts = {
        face,
        base: name,
        supplement: `${name}s`,
        inBase: this.#base.cids(face),
        usesBase: false,
        outside: new Set(),
      };
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
