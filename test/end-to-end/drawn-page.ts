/** Takes a PDF, gives for each page every glyph and every path that pdf.js would draw, where it would draw it. */

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { sure } from '../../src/problem.js';
import type { Face } from '../../src/typesetting/fonts/face.js';
import { VENDORED, vendoredFonts } from '../../src/typesetting/fonts/vendored-fonts.js';
import { openPdf } from '../typesetting/pdf/read-pdf.js';

/** Points from the page's lower left. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface DrawnGlyph {
  /** The face that the embedded font's name names. */
  readonly face: Face;
  readonly cid: number;
  /** By ToUnicode. */
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  /** `#rrggbb`. */
  readonly color: string;
  /** Glyphs of one number follow each other on one baseline. */
  readonly run: number;
  /** Not part of the content: head and foot of the page. */
  readonly artifact: boolean;
  /** Where its ink lies; undefined for a space. */
  readonly ink: Box | undefined;
  /** How many glyphs and paths were drawn before. */
  readonly order: number;
}

export interface DrawnPath {
  readonly kind: 'stroke' | 'fill';
  /** Around the path; half the line's width is not in it. */
  readonly box: Box;
  readonly lineWidth: number;
  readonly color: string;
  /** pdf.js's own numbers: 0 x y (move), 1 x y (line), 2 and three points (curve), 4 (close). */
  readonly segments: readonly number[];
  readonly order: number;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly DrawnGlyph[];
  readonly paths: readonly DrawnPath[];
}

const faces: ReadonlyMap<string, Face> = new Map(
  VENDORED.faces.map(({ family, weight }) => {
    const face = vendoredFonts().chain([family], weight).primary;
    return [face.postScriptName, face];
  }),
);

const faceNamed = (baseFont: string): Face => sure(faces.get(baseFont.replace(/^[A-Z]{6}\+/, '')), baseFont);

export async function drawnPages(bytes: Uint8Array): Promise<readonly DrawnPage[]> {
  const document = await openPdf(bytes);
  const pages: DrawnPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { fnArray, argsArray } = await page.getOperatorList();
    const reader = new PageReader((id) => faceNamed((page.commonObjs.get(id) as { name: string }).name));
    for (const [index, operator] of fnArray.entries()) reader.read(operator, argsArray[index] as unknown[]);
    pages.push({ width, height, glyphs: reader.glyphs, paths: reader.paths });
  }
  await document.destroy();
  return pages;
}

interface ShownGlyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
}

/** Knows the operators that annai writes, and no other: an unknown one that moves or draws is an error. */
class PageReader {
  readonly glyphs: DrawnGlyph[] = [];
  readonly paths: DrawnPath[] = [];
  readonly #faceOf: (id: string) => Face;
  readonly #marks: boolean[] = [];
  #face: Face | undefined;
  #size = 0;
  #lineX = 0;
  #lineY = 0;
  #pen = 0;
  #lineWidth = 1;
  #fill = '#000000';
  #stroke = '#000000';
  #run = 0;
  readonly #saved: (readonly [fill: string, stroke: string, lineWidth: number])[] = [];

  constructor(faceOf: (id: string) => Face) {
    this.#faceOf = faceOf;
  }

  read(operator: number, args: readonly unknown[]): void {
    switch (operator) {
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.#marks.push(args[0] === 'Artifact');
        break;
      case OPS.endMarkedContent:
        this.#marks.pop();
        break;
      case OPS.save:
        this.#saved.push([this.#fill, this.#stroke, this.#lineWidth]);
        break;
      case OPS.restore:
        [this.#fill, this.#stroke, this.#lineWidth] = sure(this.#saved.pop(), 'saved graphics state');
        // Each part names the font that it shows text in.
        this.#face = undefined;
        break;
      case OPS.beginText:
        this.#moveTo(0, 0);
        break;
      case OPS.moveText:
        this.#moveTo(this.#lineX + Number(args[0]), this.#lineY + Number(args[1]));
        break;
      case OPS.setFont:
        this.#face = this.#faceOf(String(args[0]));
        this.#size = Number(args[1]);
        break;
      case OPS.showText:
        this.#show(args[0] as readonly (number | ShownGlyph)[]);
        break;
      case OPS.setLineWidth:
        this.#lineWidth = Number(args[0]);
        break;
      case OPS.constructPath:
        this.#path(
          Number(args[0]),
          Array.from((args[1] as readonly ArrayLike<number>[])[0] ?? []),
          Array.from(args[2] as ArrayLike<number>),
        );
        break;
      case OPS.setFillRGBColor:
        this.#fill = String(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        this.#stroke = String(args[0]);
        break;
      case OPS.setDash:
        if (Array.from(args[0] as ArrayLike<number>).length > 0) throw new Error('unexpected dashes');
        break;
      case OPS.endText:
      case OPS.dependency:
      case OPS.setLineCap:
        break;
      default:
        throw new Error(`unexpected operator ${operator}`);
    }
  }

  #moveTo(x: number, y: number): void {
    [this.#lineX, this.#lineY, this.#pen] = [x, y, x];
    this.#run += 1;
  }

  #show(parts: readonly (number | ShownGlyph)[]): void {
    const face = sure(this.#face, 'font');
    const size = this.#size;
    for (const part of parts) {
      if (typeof part === 'number') {
        this.#pen -= (part * size) / 1000;
        continue;
      }
      const cid = part.originalCharCode;
      const glyph = { face, cid, text: part.unicode, x: this.#pen, baseline: this.#lineY, size };
      this.glyphs.push({
        ...glyph,
        color: this.#fill,
        run: this.#run,
        artifact: this.#marks.includes(true),
        ink: inkOf(glyph),
        order: this.#drawn,
      });
      this.#pen += (part.width * size) / 1000;
    }
  }

  #path(
    painting: number,
    segments: readonly number[],
    [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
  ): void {
    if (painting !== OPS.stroke && painting !== OPS.fill) throw new Error(`unexpected painting ${painting}`);
    this.paths.push({
      kind: painting === OPS.fill ? 'fill' : 'stroke',
      box: { left, bottom, right, top },
      lineWidth: this.#lineWidth,
      color: painting === OPS.fill ? this.#fill : this.#stroke,
      segments,
      order: this.#drawn,
    });
  }

  get #drawn(): number {
    return this.glyphs.length + this.paths.length;
  }
}

function inkOf({
  face,
  cid,
  x,
  baseline,
  size,
}: Pick<DrawnGlyph, 'face' | 'cid' | 'x' | 'baseline' | 'size'>): Box | undefined {
  const box = face.inkBox(cid);
  if (box === undefined) return undefined;
  const scale = size / face.unitsPerEm;
  return {
    left: x + box[0] * scale,
    bottom: baseline + box[1] * scale,
    right: x + box[2] * scale,
    top: baseline + box[3] * scale,
  };
}
