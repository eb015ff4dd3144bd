/**
 * Takes millimetres, Q, points and font units, gives `Length`: the one integer unit of all layout.
 *
 * A Length counts 1/25,600,000 pt. That is 1/100 pt (the grain of font sizes) divided by 256,000, which both
 * 1000 and 2048 units per em divide: every advance of every face at every size is a whole number, so sums of
 * advances are exact and do not depend on the order of adding. A4 is 2.2e10, far below 2^53.
 *
 * Rule: a Length is always an integer. Whatever multiplies or divides one rounds (`scale`).
 */

/** Flavoured, not branded: sums of Lengths stay Lengths, while a Length is refused where another flavour is wanted. */
export type Length = number & { readonly flavour?: 'length' };

/** Font design units of one face (`unitsPerEm` to the em). */
export type FontUnits = number & { readonly flavour?: 'font-units' };

const PER_POINT = 25_600_000;
const FONT_SIZE_GRAIN = PER_POINT / 100;

export const ZERO: Length = 0;

export const pt = (points: number): Length => Math.round(points * PER_POINT);
export const mm = (millimetres: number): Length => pt((millimetres * 72) / 25.4);
/** 1 Q (級) = 0.25 mm, the Japanese unit of type size. */
export const q = (kyu: number): Length => mm(kyu / 4);

export const toPt = (length: Length): number => length / PER_POINT;
export const toMm = (length: Length): number => (toPt(length) * 25.4) / 72;

/** A Length times a ratio, rounded back to an integer. */
export const scale = (length: Length, ratio: number): Length => Math.round(length * ratio);

/** Font sizes are kept to 1/100 pt, so that advances of 1000- and 2048-unit faces stay whole. */
export const fontSize = (length: Length): Length => Math.round(length / FONT_SIZE_GRAIN) * FONT_SIZE_GRAIN;

/** Font units of a face at a font size. Exact for sizes made by `fontSize` and faces of 1000 or 2048 units. */
export const fromFontUnits = (units: FontUnits, unitsPerEm: number, size: Length): Length =>
  Math.round((units * size) / unitsPerEm);
