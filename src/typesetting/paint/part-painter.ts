/**
 * Takes the decorations and lines of a placed block one by one, gives their operators, with the marks that they stand in and
 * the fonts and pictures that they name.
 */

import { createHash } from 'node:crypto';
import { sure } from '../../problem.js';
import type { Face } from '../fonts/face.js';
import type { GlyphRun, Image, Item, PlacedLine } from '../layout/block.js';
import type { PlacedBlock } from '../layout/page.js';
import type { RoleNode } from '../style/box.js';
import { artifact, background, PAGINATION } from './artifact-mark.js';
import { ContentWriter } from './content-writer.js';
import type { BaseSubset, Bounds, ImageUse, PartMark } from './encoded-page.js';
import { around, boundsOf } from './item-bounds.js';
import { milli } from './operands.js';
import { paintGlyphs, type RunFonts } from './paint-glyphs.js';
import type { PaintMemory } from './paint-memory.js';
import {
  type Origin,
  paintFill,
  paintFrame,
  paintImage,
  paintLine,
  paintOutline,
  paintShape,
} from './paint-shapes.js';
import type { PaintedStep } from './painting.js';
import type { PartSurroundings } from './part-surroundings.js';
import { mergeUsed, supplementOf, type Used } from './used.js';

const NOTHING: Used = { glyphs: [], images: [] };

/** Block roles below zero are decoration (ARTIFACT in block.ts). */
const isArtifact = (role: number): boolean => role < 0;

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

export class PartPainter {
  readonly marks: PartMark[] = [];
  readonly #roles: readonly RoleNode[];
  readonly #origin: Origin;
  readonly #firstMark: number | undefined;
  readonly #margin: PlacedBlock['margin'];
  readonly #base: BaseSubset;
  readonly #memory: PaintMemory;
  readonly #content = new ContentWriter();
  readonly #used: Used[] = [];
  /** Of what is being painted. */
  readonly #fonts = new Map<Face, FontUse>();
  readonly #images = new Map<string, ImageUse>();

  constructor(
    { block, x, y, from, margin }: PlacedBlock,
    around: PartSurroundings,
    base: BaseSubset,
    memory: PaintMemory,
  ) {
    this.#roles = block.roles;
    this.#origin = { x, y: y - from, pageHeight: around.pageHeight };
    this.#firstMark = around.firstMark;
    this.#margin = margin;
    this.#base = base;
    this.#memory = memory;
  }

  paintDecorations(items: readonly Item[]): void {
    for (const item of items) this.#paint(item, this.#origin);
  }

  paintLine({ content, x, y }: PlacedLine): void {
    const origin = { ...this.#origin, x: this.#origin.x + x, y: this.#origin.y + y };
    for (const item of content.items) this.#paint(item, origin);
  }

  /** What `paint` paints, to be repeated. */
  step(paint: () => void): PaintedStep {
    this.#endStep();
    const from = this.#content.state();
    const begin = this.#content.length;
    const marksBefore = this.marks.length;
    const before = this.marks.at(-1);
    paint();
    return {
      from,
      marksBefore,
      operators: this.#content.since(begin),
      to: this.#content.state(),
      marks: this.marks.slice(marksBefore),
      goesOn: this.marks[marksBefore - 1] !== before,
      used: this.#endStep(),
    };
  }

  /** Paints as it was painted before; false where it may come out otherwise. */
  repeat({ from, marksBefore, operators, to, marks, used }: PaintedStep): boolean {
    if (marksBefore !== this.marks.length || !this.#content.isIn(from)) return false;
    this.#endStep();
    this.#content.repeat(operators, to);
    this.marks.push(...marks);
    this.#used.push(used);
    return true;
  }

  end(): string {
    const operators = this.#content.end();
    return operators === '' ? '' : `q\n${operators}\nQ\n`;
  }

  used(): Used {
    this.#endStep();
    return mergeUsed(this.#used);
  }

  /** What has been used since the last call. */
  #endStep(): Used {
    if (this.#fonts.size + this.#images.size === 0) return NOTHING;
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
    else if (item.kind === 'frame') paintFrame(this.#content, item, origin, this.#memory.paths);
    else if (item.kind === 'shape') paintShape(this.#content, item, origin);
    else if (item.kind === 'outline') paintOutline(this.#content, item, origin);
    else paintImage(this.#content, item, origin, this.#imageOf(item.image).resource);
  }

  #mark(item: Item, origin: Origin): void {
    if (this.#firstMark === undefined) this.#markArtifact(PAGINATION[this.#margin ?? 'none']);
    else if (isArtifact(item.role))
      this.#markArtifact(item.kind === 'fill' ? background(item, origin) : '/Type /Layout');
    else this.#markContent(elementOf(this.#roles, item.role), this.#firstMark, item, origin);
  }

  #markArtifact(properties: string): void {
    if (!this.#content.isMarked(properties)) this.#content.mark(properties, artifact(properties));
  }

  #markContent(node: number, firstMark: number, item: Item, origin: Origin): void {
    const { role } = sure(this.#roles[node], 'role of an item');
    const key = String(node);
    if (!this.#content.isMarked(key)) {
      this.#content.mark(key, `/${role} <</MCID ${firstMark + this.marks.length}>> BDC`);
      this.marks.push({ node });
    }
    if (role === 'Figure') this.#widenBounds(boundsOf(item, origin));
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
    return { face, base, supplement: supplementOf(base), inBase, usesBase: false, outside: new Set() };
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
