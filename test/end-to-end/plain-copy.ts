/** Takes drawn pages, gives a PDF in which plain PDFKit draws the same clusters and paths at the same places. */

import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { sure } from '../../src/problem.js';
import type { Face } from '../../src/typesetting/fonts/face.js';
import { VENDORED } from '../../src/typesetting/fonts/vendored-fonts.js';
import type { DrawnGlyph, DrawnPage, DrawnPath } from './drawn-page.js';

type Document = InstanceType<typeof PDFDocument>;

export async function plainCopy(pages: readonly DrawnPage[]): Promise<Uint8Array> {
  const document = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    const painted = [
      ...page.paths.map((path) => ({
        order: path.order,
        paint: () => drawPath(document, path, page.height),
      })),
      ...page.glyphs.map((glyph) => ({
        order: glyph.order,
        paint: () => drawGlyph(document, glyph, page.height),
      })),
    ].toSorted((one, other) => one.order - other.order);
    for (const { paint } of painted) paint();
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawPath(document: Document, { kind, segments, color, lineWidth }: DrawnPath, height: number): void {
  let at = 0;
  const next = (): number => sure(segments[at++], 'operand of a path');
  const point = (): [number, number] => [next(), height - next()];
  while (at < segments.length) {
    switch (next()) {
      case 0:
        document.moveTo(...point());
        break;
      case 1:
        document.lineTo(...point());
        break;
      case 2:
        document.bezierCurveTo(...point(), ...point(), ...point());
        break;
      case 4:
        document.closePath();
        break;
      default:
        throw new Error('unexpected segment');
    }
  }
  // PDFKit would write a colour between the path and its painting: set it as PDFKit's own methods do, beforehand.
  if (kind === 'fill') document.fill(color);
  else document.lineWidth(lineWidth).stroke(color);
}

export const VARIATION = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

function drawGlyph(document: Document, glyph: DrawnGlyph, height: number): void {
  const { face, text, x, baseline, size, color, ink } = glyph;
  if (ink === undefined) return;
  if (VARIATION.test(text)) {
    const font = fontOf(face);
    const scale = size / font.unitsPerEm;
    document
      .save()
      .translate(x, height - baseline)
      .scale(scale, -scale);
    document
      .path(font.getGlyph(variationGlyph(font, text)).path.toSVG())
      .fill(color)
      .restore();
    return;
  }
  document.font(fileOf(face)).fontSize(size).fillColor(color);
  document.text(text, x, height - baseline, { lineBreak: false, baseline: 'alphabetic' });
}

const fileOf = (face: Face): string =>
  sure(
    VENDORED.faces.find(({ id }) => id === face.id),
    face.id,
  ).file;

const fonts = new Map<string, Font>();
function fontOf(face: Face): Font {
  const font = fonts.get(face.id) ?? (create(readFileSync(fileOf(face))) as Font);
  fonts.set(face.id, font);
  return font;
}

/** fontkit reads format 14 right; only its looking up is wrong, so that PDFKit would print the base form. */
interface FontkitVariations {
  readonly _cmapProcessor: {
    readonly uvs: {
      readonly varSelectors: {
        toArray(): readonly {
          readonly varSelector: number;
          readonly nonDefaultUVS: readonly { unicodeValue: number; glyphID: number }[] | null;
        }[];
      };
    };
  };
}

function variationGlyph(font: Font, text: string): number {
  const [base = 0, selector = 0] = [...text].map((character) => character.codePointAt(0) ?? 0);
  const { uvs } = (font as unknown as FontkitVariations)._cmapProcessor;
  const forms = uvs.varSelectors.toArray().find(({ varSelector }) => varSelector === selector);
  const form = forms?.nonDefaultUVS?.find(({ unicodeValue }) => unicodeValue === base);
  return form?.glyphID ?? font.glyphForCodePoint(base).id;
}
