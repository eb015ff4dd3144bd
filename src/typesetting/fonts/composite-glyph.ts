/** Takes the bytes of a composite glyph, gives where its parts are named, so that they can be numbered anew (OpenType 1.9 §glyf). */

const WORDS = 0x0001;
const ONE_SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** Offsets of the glyph ids inside a composite glyph; none for a simple one. */
export function partOffsets(glyph: Buffer): readonly number[] {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return [];
  const offsets: number[] = [];
  let at = 10;
  for (;;) {
    const flags = glyph.readUInt16BE(at);
    offsets.push(at + 2);
    if ((flags & MORE) === 0) return offsets;
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2) + transformLength(flags);
  }
}

function transformLength(flags: number): number {
  if ((flags & ONE_SCALE) !== 0) return 2;
  if ((flags & TWO_SCALES) !== 0) return 4;
  return (flags & MATRIX) !== 0 ? 8 : 0;
}
