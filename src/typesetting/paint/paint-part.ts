/** Takes a placed block, gives the operators that paint it, and what they name. */

import { createHash } from 'node:crypto';
import { sure } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Face } from '../fonts/face.js';
import type { Fill, GlyphRun, Image, Item, LineContent, PlacedLine } from '../layout/block.js';
import type { PlacedBlock } from '../layout/page.js';
import { decorationsOf, linesOf } from '../layout/slice.js';
import type { RoleNode } from '../style/box.js';
import { ContentWriter, type GraphicsState } from './content-writer.js';
import type { BaseSubset, Bounds, FaceUse, ImageUse, PartMark } from './encoded-page.js';
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

export interface PaintedPart {
  /** Nothing at all where nothing was painted. The stream gives back the graphics state as it found it. */
  readonly operators: string;
  readonly faces: readonly FaceUse[];
  readonly images: readonly ImageUse[];
  readonly marks: readonly PartMark[];
  /** Each line as it was painted. */
  readonly lines: readonly PaintedLine[];
}

/** The operators of a line hold good where the same line is painted from the same state, after as many marks. */
export interface PaintedLine {
  readonly content: LineContent;
  readonly from: GraphicsState;
  readonly marksBefore: number;
  readonly operators: string;
  readonly to: GraphicsState;
  readonly marks: readonly PartMark[];
  /** Whether it goes on with the figure before it, whose mark then says where both are drawn. */
  readonly goesOn: boolean;
  readonly used: Used;
}

/** The glyphs and pictures that some operators show. */
interface Used {
  readonly glyphs: readonly GlyphUse[];
  readonly images: readonly ImageUse[];
}

interface GlyphUse {
  readonly face: Face;
  readonly usesBase: boolean;
  readonly outside: readonly number[];
}

/** Block roles below zero are decoration (ARTIFACT in block.ts). */
const isArtifact = (role: number): boolean => role < 0;

/**
 * `like` is a block painted at the same spot, of the same decorations, with the same lines but for some: of these lines the
 * operators are taken over. What comes out is the same without.
 */
export function paintPart(
  placed: PlacedBlock,
  surroundings: PartSurroundings,
  base: BaseSubset,
  like?: PaintedPart,
): PaintedPart {
  const painter = new PartPainter(placed, surroundings, base);
  painter.paintDecorations(decorationsOf(placed));
  const lines = linesOf(placed).map((line, index) => {
    const known = like?.lines[index];
    if (known?.content === line.content && painter.repeat(known)) return known;
    return painter.paintLine(line);
  });
  return {
    operators: painter.end(),
    faces: painter.faces(),
    images: painter.images(),
    marks: painter.marks,
    lines,
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

interface FontUse extends RunFonts {
  readonly face: Face;
  usesBase: boolean;
  readonly outside: Set<number>;
}

class PartPainter {
  readonly marks: PartMark[] = [];
  readonly #roles: readonly RoleNode[];
  readonly #origin: Origin;
  readonly #firstMark: number | undefined;
  readonly #margin: PlacedBlock['margin'];
  readonly #base: BaseSubset;
  readonly #content = new ContentWriter();
  readonly #used: Used[] = [];
  /** Of what is being painted. */
  readonly #fonts = new Map<Face, FontUse>();
  readonly #images = new Map<string, ImageUse>();

  constructor({ block, x, y, from, margin }: PlacedBlock, around: PartSurroundings, base: BaseSubset) {
    this.#roles = block.roles;
    this.#origin = { x, y: y - from, pageHeight: around.pageHeight };
    this.#firstMark = around.firstMark;
    this.#margin = margin;
    this.#base = base;
  }

  paintDecorations(items: readonly Item[]): void {
    for (const item of items) this.#paint(item, this.#origin);
    this.#takeUsed();
  }

  paintLine({ content, x, y }: PlacedLine): PaintedLine {
    const from = this.#content.state();
    const begin = this.#content.length;
    const marksBefore = this.marks.length;
    const before = this.marks.at(-1);
    const origin = { ...this.#origin, x: this.#origin.x + x, y: this.#origin.y + y };
    for (const item of content.items) this.#paint(item, origin);
    return {
      content,
      from,
      marksBefore,
      operators: this.#content.since(begin),
      to: this.#content.state(),
      marks: this.marks.slice(marksBefore),
      goesOn: this.marks[marksBefore - 1] !== before,
      used: this.#takeUsed(),
    };
  }

  /** Paints a line as it was painted before; false where it may come out otherwise. */
  repeat({ from, marksBefore, operators, to, marks, goesOn, used }: PaintedLine): boolean {
    if (goesOn || marksBefore !== this.marks.length || !this.#content.isIn(from)) return false;
    this.#content.repeat(operators, to);
    this.marks.push(...marks);
    this.#used.push(used);
    return true;
  }

  end(): string {
    const operators = this.#content.end();
    return operators === '' ? '' : `q\n${operators}\nQ\n`;
  }

  faces(): readonly FaceUse[] {
    const merged = new Map<Face, FontUse>();
    for (const { glyphs } of this.#used) {
      for (const { face, usesBase, outside } of glyphs) {
        const all = merged.get(face) ?? this.#fontUse(face);
        merged.set(face, all);
        all.usesBase ||= usesBase;
        for (const cid of outside) all.outside.add(cid);
      }
    }
    return [...merged.values()].flatMap(({ face, usesBase, outside, base, supplement }) => [
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
    const merged = this.#used.flatMap(({ images }) => images.map((use) => [use.image.key, use] as const));
    return [...new Map(merged).values()];
  }

  #takeUsed(): Used {
    const glyphs = [...this.#fonts.values()].map(({ face, usesBase, outside }) => ({
      face,
      usesBase,
      outside: [...outside],
    }));
    const used = { glyphs, images: [...this.#images.values()] };
    this.#fonts.clear();
    this.#images.clear();
    this.#used.push(used);
    return used;
  }

  #paint(item: Item, origin: Origin): void {
    this.#mark(item, origin);
    if (item.kind === 'glyphs') this.#paintGlyphs(item, origin);
    else if (item.kind === 'fill') paintFill(this.#content, item, origin);
    else if (item.kind === 'line') paintLine(this.#content, item, origin);
    else if (item.kind === 'frame') paintFrame(this.#content, item, origin);
    else if (item.kind === 'shape') paintShape(this.#content, item, origin);
    else if (item.kind === 'outline') paintOutline(this.#content, item, origin);
    else paintImage(this.#content, item, origin, this.#imageOf(item.image).resource);
  }

  #mark(item: Item, origin: Origin): void {
    if (this.#firstMark === undefined) {
      this.#content.mark('pagination', () => artifact(PAGINATION[this.#margin ?? 'none']));
    } else if (isArtifact(item.role)) {
      const properties = item.kind === 'fill' ? background(item, origin) : '/Type /Layout';
      this.#content.mark(properties, () => artifact(properties));
    } else {
      const node = elementOf(this.#roles, item.role);
      const { role } = sure(this.#roles[node], 'role of an item');
      const mcid = this.#firstMark + this.marks.length;
      this.#content.mark(String(node), () => {
        this.marks.push({ node });
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

  #paintGlyphs(run: GlyphRun, origin: Origin): void {
    const fonts = this.#fonts.get(run.face) ?? this.#fontUse(run.face);
    this.#fonts.set(run.face, fonts);
    for (const cid of run.cids) {
      if (fonts.inBase.has(cid)) fonts.usesBase = true;
      else fonts.outside.add(cid);
    }
    const x = milli(origin.x + run.x);
    const y = milli(origin.pageHeight - origin.y - run.y);
    paintGlyphs(this.#content, run, x, y, fonts);
  }

  #fontUse(face: Face): FontUse {
    const base = this.#base.resource(face);
    const inBase = this.#base.cids(face);
    return { face, base, supplement: `${base}s`, inBase, usesBase: false, outside: new Set() };
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
