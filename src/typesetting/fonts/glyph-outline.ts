/**
 * Takes the bytes of a glyph, gives its outline alone, and where a composite one names its parts (OpenType 1.9 §glyf).
 *
 * Hinting is left out of embedded fonts: it is a fifth of the file, it does nothing on a printer, and readers of PDFs draw
 * outlines without it.
 */

const WORDS = 0x0001;
const ONE_SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const INSTRUCTIONS = 0x0100;

export interface GlyphOutline {
  /** Slices of the font file, to be written one after the other. */
  readonly pieces: readonly Buffer[];
  readonly length: number;
  /** Where glyph ids stand in a composite glyph; empty for a simple one. */
  readonly parts: readonly number[];
}

const EMPTY: GlyphOutline = { pieces: [], length: 0, parts: [] };
const NO_INSTRUCTIONS = Buffer.alloc(2);

export function outlineOf(glyph: Buffer): GlyphOutline {
  if (glyph.length === 0) return EMPTY;
  const contours = glyph.readInt16BE(0);
  return contours < 0 ? compositeOutline(glyph) : simpleOutline(glyph, contours);
}

function simpleOutline(glyph: Buffer, contours: number): GlyphOutline {
  const at = 10 + contours * 2;
  const instructions = glyph.readUInt16BE(at);
  if (instructions === 0) return { pieces: [glyph], length: glyph.length, parts: [] };
  const pieces = [glyph.subarray(0, at), NO_INSTRUCTIONS, glyph.subarray(at + 2 + instructions)];
  return { pieces, length: glyph.length - instructions, parts: [] };
}

function compositeOutline(glyph: Buffer): GlyphOutline {
  const parts: number[] = [];
  const copy = Buffer.from(glyph);
  let at = 10;
  for (;;) {
    const flags = glyph.readUInt16BE(at);
    copy.writeUInt16BE(flags & ~INSTRUCTIONS, at);
    parts.push(at + 2);
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2) + transformLength(flags);
    if ((flags & MORE) === 0) return { pieces: [copy.subarray(0, at)], length: at, parts };
  }
}

function transformLength(flags: number): number {
  if ((flags & ONE_SCALE) !== 0) return 2;
  if ((flags & TWO_SCALES) !== 0) return 4;
  return (flags & MATRIX) !== 0 ? 8 : 0;
}
