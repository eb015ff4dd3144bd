/**
 * Takes a run of glyphs, gives text operators (ISO 32000-1 §9.4.3): two-byte codes in hex, with an adjustment wherever
 * a glyph stands elsewhere than the advance of the one before it leads.
 */

import { sure } from '../../problem.js';
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
  let pen = 0;
  let at = 0;
  while (at < run.cids.length) {
    const base = fonts.inBase.has(sure(run.cids[at], 'cid'));
    content.font(base ? fonts.base : fonts.supplement, size);
    const parts: string[] = [];
    let codes = '';
    let adjusted = false;
    for (; at < run.cids.length; at += 1) {
      const cid = sure(run.cids[at], 'cid');
      if (fonts.inBase.has(cid) !== base) break;
      const adjustment = adjust(pen - sure(run.offsets[at], 'offset'), run.size);
      if (adjustment !== 0) {
        adjusted = true;
        if (codes !== '') parts.push(`<${codes}>`);
        codes = '';
        parts.push(String(adjustment));
        pen -= (adjustment * run.size) / 1000;
      }
      codes += code(cid);
      pen += (run.face.advance(cid) * run.size) / run.face.unitsPerEm;
    }
    content.show(adjusted ? `[${parts.join('')}<${codes}>] TJ` : `<${codes}> Tj`);
  }
}

/** How far back the pen must go, in thousandths of the size. */
const adjust = (surplus: number, size: number): number =>
  Math.round((surplus / size) * 1000 * DECIMALS) / DECIMALS + 0;

const code = (cid: number): string => (cid + 0x10000).toString(16).slice(1);
