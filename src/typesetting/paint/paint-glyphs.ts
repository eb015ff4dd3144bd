/**
 * Takes a run of glyphs, gives text operators (ISO 32000-1 §9.4.3): two-byte codes in hex, with an adjustment wherever
 * a glyph stands elsewhere than the advance of the one before it leads.
 */

import type { GlyphRun } from '../layout/block.js';
import type { ContentWriter } from './content-writer.js';
import { type Milli, milli } from './operands.js';

/** How the run's face is cut into fonts: base and supplement have the same codes and widths. */
export interface RunFonts {
  readonly base: string;
  readonly supplement: string;
  readonly inBase: ReadonlySet<number>;
}

/** Adjustments count in thousandths of the font size; two more decimals keep the pen within 0.0001 pt. */
const DECIMALS = 100;

export function paintGlyphs(
  content: ContentWriter,
  run: GlyphRun,
  x: Milli,
  y: Milli,
  fonts: RunFonts,
): void {
  content.fillColor(run.color);
  content.textAt(x, y);
  const size = milli(run.size);
  const { cids, offsets, face } = run;
  const perUnit = run.size / face.unitsPerEm;
  let pen = 0;
  let at = 0;
  while (at < cids.length) {
    const base = fonts.inBase.has(cids[at] ?? 0);
    content.font(base ? fonts.base : fonts.supplement, size);
    let shown = '<';
    let adjusted = false;
    for (; at < cids.length; at += 1) {
      const cid = cids[at] ?? 0;
      if (fonts.inBase.has(cid) !== base) break;
      const surplus = pen - (offsets[at] ?? 0);
      const adjustment = surplus === 0 ? 0 : adjust(surplus, run.size);
      if (adjustment !== 0) {
        adjusted = true;
        shown = shown === '<' ? `${adjustment}<` : `${shown}>${adjustment}<`;
        pen -= (adjustment * run.size) / 1000;
      }
      shown += code(cid);
      pen += face.advance(cid) * perUnit;
    }
    content.show(adjusted ? `[${shown}>] TJ` : `${shown}> Tj`);
  }
}

/** How far back the pen must go, in thousandths of the size. */
const adjust = (surplus: number, size: number): number =>
  Math.round((surplus / size) * 1000 * DECIMALS) / DECIMALS + 0;

const codes: string[] = [];

/** Four hexadecimal digits. There are 65,536 at most, and most text is made of a few hundred. */
function code(cid: number): string {
  const known = codes[cid];
  if (known !== undefined) return known;
  const made = (cid + 0x10000).toString(16).slice(1);
  codes[cid] = made;
  return made;
}
