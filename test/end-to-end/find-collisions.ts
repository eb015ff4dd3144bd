/** Takes a drawn page, gives what no reader may find on it: ink on ink, ink under a rule or a later fill, ink outside its area. */

import type { Box, DrawnGlyph, DrawnPage, DrawnPath } from './drawn-page.js';

/** Ink boxes are those of the outlines' extreme points; what overlaps by less is not seen. */
const TOUCH = 0.25;
/** Neighbours in a run may lean over each other: j, f and the like. */
const LEAN = 0.16;
/** A fill no thicker than this is a rule. */
const THIN = 2;

export interface Area extends Box {
  /** Below it only heads and feet. */
  readonly contentBottom: number;
}

const MM = 72 / 25.4;

/** The shipped template's page: margins of 16 mm at the sides and below, its foot in the margin; printers reach to 5 mm. */
export const SHEET_AREA: Area = {
  left: 16 * MM,
  right: (210 - 16) * MM,
  top: (297 - 10) * MM,
  bottom: 5 * MM,
  contentBottom: 16 * MM,
};

export function findCollisions(page: DrawnPage, area: Area): readonly string[] {
  const inked = page.glyphs.flatMap((glyph) => (glyph.ink === undefined ? [] : [{ glyph, ink: glyph.ink }]));
  return [
    ...inked.flatMap(({ glyph, ink }) => outside(glyph, ink, area)),
    ...pairs(inked).map(([one, other]) => `${shown(one.glyph)} lies on ${shown(other.glyph)}`),
    ...inked.flatMap(({ glyph, ink }) =>
      page.paths.flatMap((path) =>
        spoils(path, glyph, ink) ? [`a ${path.kind} lies on ${shown(glyph)}`] : [],
      ),
    ),
  ];
}

interface Inked {
  readonly glyph: DrawnGlyph;
  readonly ink: Box;
}

const shown = ({ text, x, baseline, size }: DrawnGlyph): string =>
  `${text} (${x.toFixed(1)}, ${baseline.toFixed(1)}; ${size} pt)`;

function outside(glyph: DrawnGlyph, ink: Box, area: Area): readonly string[] {
  const bottom = glyph.artifact ? area.bottom : area.contentBottom;
  const inside =
    ink.left >= area.left - TOUCH &&
    ink.right <= area.right + TOUCH &&
    ink.top <= area.top + TOUCH &&
    ink.bottom >= bottom - TOUCH;
  return inside ? [] : [`${shown(glyph)} lies outside`];
}

function pairs(inked: readonly Inked[]): readonly (readonly [Inked, Inked])[] {
  const sorted = inked.toSorted((one, other) => one.ink.left - other.ink.left);
  const found: (readonly [Inked, Inked])[] = [];
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.ink.left > one.ink.right) break;
      if (collide(one, other)) found.push([one, other]);
    }
  }
  return found;
}

function collide(one: Inked, other: Inked): boolean {
  const sameRun = one.glyph.run === other.glyph.run;
  const lean = sameRun ? LEAN * Math.max(one.glyph.size, other.glyph.size) : TOUCH;
  return overlap(one.ink, other.ink, lean, TOUCH);
}

const overlap = (one: Box, other: Box, byX: number, byY: number): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > byX &&
  Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > byY;

function spoils(path: DrawnPath, glyph: DrawnGlyph, ink: Box): boolean {
  const { left, bottom, right, top } = path.box;
  if (path.kind === 'fill' && path.order < glyph.order && Math.min(right - left, top - bottom) > THIN)
    return false;
  if (path.kind === 'fill') return overlap(path.box, ink, TOUCH, TOUCH);
  const half = path.lineWidth / 2;
  const edges: readonly Box[] = [
    { left, right, bottom: bottom - half, top: bottom + half },
    { left, right, bottom: top - half, top: top + half },
    { bottom, top, left: left - half, right: left + half },
    { bottom, top, left: right - half, right: right + half },
  ];
  return edges.some((edge) => overlap(edge, ink, Math.min(TOUCH, half), Math.min(TOUCH, half)));
}
