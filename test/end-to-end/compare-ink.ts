/** Takes two pictures of one page, gives the drawn clusters whose ink differs between them. */

import type { Picture } from '../typesetting/pdf/read-pdf.js';
import type { DrawnGlyph, DrawnPage } from './drawn-page.js';

export interface InkFault {
  readonly text: string;
  readonly face: string;
  /** Mean difference in the cluster's box, from 0 to 1 (black against white). */
  readonly apart: number;
}

/** `scale` is pixels a point. */
export function compareInk(
  page: DrawnPage,
  mine: Picture,
  theirs: Picture,
  scale: number,
): readonly InkFault[] {
  return page.glyphs.flatMap((glyph) =>
    glyph.ink === undefined
      ? []
      : [
          {
            text: glyph.text,
            face: glyph.face.id,
            apart: apart(glyph.ink, page.height, mine, theirs, scale),
          },
        ],
  );
}

function apart(
  { left, right, bottom, top }: NonNullable<DrawnGlyph['ink']>,
  height: number,
  mine: Picture,
  theirs: Picture,
  scale: number,
): number {
  let [sum, count] = [0, 0];
  for (let y = Math.floor((height - top) * scale); y < (height - bottom) * scale; y += 1) {
    for (let x = Math.floor(left * scale); x < right * scale; x += 1) {
      sum += Math.abs(mine.grey(x, y) - theirs.grey(x, y));
      count += 1;
    }
  }
  return sum / count / 255;
}
