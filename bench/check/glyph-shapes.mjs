// Takes pages as read, gives the shape that each glyph has on paper, and compares it with those of a page known to be right: text
// extraction does not prove that a glyph shows.

import { withoutSelectors } from '../contestants/characters.mjs';

/** @typedef {import('./read-pages.mjs').ReadPage} ReadPage */
/** @typedef {import('./read-pages.mjs').Glyph} Glyph */

const GRID = 10;
/** Difference to the background, of 255, below which nothing shows. */
const VISIBLE = 60;
/** Correlation of two shapes: of the same glyph it is above 0.9 mostly, of two glyphs or of a glyph with nothing near 0. */
const ALIKE = 0.55;
const KEPT = 6;
/** Pixels by which a glyph may be lower or higher: a stroke as thin as a hyphen's is then in another row of the grid. */
const SHIFTS = [0, -1, 1];

/**
 * Where the next glyph stands closer than a whole advance (closed-up punctuation), what lies beyond its origin is its own.
 *
 * @param {ReadPage} page
 * @param {Glyph} glyph
 * @param {Glyph | undefined} next
 * @param {number} [lower] pixels
 * @returns {number[] | undefined} darkness over a grid; nothing where nothing shows
 */
export function shapeOf(
  { pixels, width, height },
  { x, y: baseline, width: advance, size },
  next,
  lower = 0,
) {
  const y = baseline + lower;
  const left = Math.max(Math.round(x), 0);
  const right = Math.min(Math.round(x + advance), width);
  const top = Math.max(Math.round(y - size * 0.86), 0);
  const bottom = Math.min(Math.round(y + size * 0.12), height);
  if (right <= left || bottom <= top) return undefined;
  const end =
    next !== undefined && Math.abs(next.y - baseline) < 1 && next.x > x ? Math.round(next.x) : right;
  /** @type {number[]} */
  const greys = [];
  const counts = new Map();
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = (row * width + column) * 4;
      const grey = (2 * (pixels[at] ?? 0) + 5 * (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) >> 3;
      greys.push(column < end ? grey : -1);
      if (column < end) counts.set(grey, (counts.get(grey) ?? 0) + 1);
    }
  }
  let ground = 255;
  for (const [grey, count] of counts) if (count > (counts.get(ground) ?? 0)) ground = grey;
  const most = greys.reduce(
    (found, grey) => (grey < 0 ? found : Math.max(found, Math.abs(grey - ground))),
    0,
  );
  if (most < VISIBLE) return undefined;
  const shape = Array.from({ length: GRID * GRID }, () => 0);
  const [across, down] = [right - left, bottom - top];
  for (const [index, grey] of greys.entries()) {
    if (grey < 0) continue;
    const cell =
      Math.floor((Math.floor(index / across) * GRID) / down) * GRID +
      Math.floor(((index % across) * GRID) / across);
    shape[cell] = (shape[cell] ?? 0) + Math.abs(grey - ground) / most;
  }
  return shape;
}

/** @param {readonly number[]} a @param {readonly number[]} b */
export function correlation(a, b) {
  const mean = (/** @type {readonly number[]} */ list) =>
    list.reduce((sum, each) => sum + each, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const [index, value] of a.entries()) {
    const [fromA, fromB] = [value - meanA, (b[index] ?? 0) - meanB];
    both += fromA * fromB;
    onlyA += fromA * fromA;
    onlyB += fromB * fromB;
  }
  return both / Math.sqrt(onlyA * onlyB);
}

const keyOf = (/** @type {Glyph} */ { text, font }) => `${font} ${text}`;
/** By itself, and as whoever cannot draw variants draws it: alike enough to be known by one shape. */
const keysOf = (/** @type {Glyph} */ glyph) =>
  new Set([keyOf(glyph), keyOf({ ...glyph, text: withoutSelectors(glyph.text) })]);

/** How each character looks in each face. */
export class KnownShapes {
  /** @type {Map<string, number[][]>} */
  #shapes = new Map();

  /** @param {readonly ReadPage[]} pages */
  learn(pages) {
    for (const page of pages) {
      for (const [index, glyph] of page.glyphs.entries()) {
        for (const key of keysOf(glyph)) {
          const shapes = this.#shapes.get(key) ?? [];
          if (shapes.length >= KEPT) continue;
          const shape = shapeOf(page, glyph, page.glyphs[index + 1]);
          if (shape !== undefined) this.#shapes.set(key, [...shapes, shape]);
        }
      }
    }
  }

  /** What is wrong with the glyphs of a page. @param {ReadPage} page @returns {string[]} */
  faults(page) {
    return page.glyphs.flatMap((glyph, index) => {
      if (glyph.text.trim() === '') return [];
      const known = this.#shapes.get(keyOf(glyph));
      if (known === undefined) return [`${glyph.text} (${glyph.font}) is none of annai’s`];
      // An opening bracket's own blank may lie over this glyph's ink: then nothing of the box is the next one's.
      const shapes = SHIFTS.flatMap((lower) => [
        shapeOf(page, glyph, page.glyphs[index + 1], lower),
        shapeOf(page, glyph, undefined, lower),
      ]).filter((shape) => shape !== undefined);
      if (shapeOf(page, glyph, page.glyphs[index + 1]) === undefined)
        return [`${glyph.text} (${glyph.font}) does not show`];
      // Of a dense glyph it may be the ink that counts as ground: then its shape comes out inverted.
      const best = Math.max(
        ...known.flatMap((each) => shapes.map((shape) => Math.abs(correlation(each, shape)))),
      );
      return best >= ALIKE
        ? []
        : [`${glyph.text} (${glyph.font}) looks like something else (${best.toFixed(2)})`];
    });
  }
}
