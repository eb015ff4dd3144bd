/** Takes a font's loca, glyf and hmtx tables, gives each glyph's bytes, ink box and advance (OpenType 1.9 §glyf, §hmtx). */

import { endianness } from 'node:os';
import type { FontUnits } from '../../units.js';
import { required, type Sfnt } from './sfnt.js';

export interface GlyphTable {
  readonly count: number;
  /** The glyph's description in glyf; empty for a glyph without outline. */
  bytes(glyphId: number): Buffer;
  advance(glyphId: number): FontUnits;
  leftSideBearing(glyphId: number): FontUnits;
  inkBox(glyphId: number): readonly [FontUnits, FontUnits, FontUnits, FontUnits] | undefined;
}

export function readGlyphTable(sfnt: Sfnt): GlyphTable {
  const long = required(sfnt, 'head').readInt16BE(50) === 1;
  const loca = required(sfnt, 'loca');
  const hmtx = required(sfnt, 'hmtx');
  const metrics = required(sfnt, 'hhea').readUInt16BE(34);
  const pairs = inOwnOrder(hmtx.subarray(0, metrics * 4));
  const start = (index: number): number =>
    long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2;
  const bytes = (glyphId: number): Buffer => sfnt.part('glyf', start(glyphId), start(glyphId + 1));
  return {
    count: required(sfnt, 'maxp').readUInt16BE(4),
    bytes,
    advance: (glyphId) => pairs[Math.min(glyphId, metrics - 1) * 2] ?? 0,
    leftSideBearing: (glyphId) =>
      glyphId < metrics
        ? hmtx.readInt16BE(glyphId * 4 + 2)
        : hmtx.readInt16BE(metrics * 4 + (glyphId - metrics) * 2),
    inkBox(glyphId) {
      const glyph = bytes(glyphId);
      if (glyph.length === 0 || glyph.readInt16BE(0) === 0) return undefined;
      return [glyph.readInt16BE(2), glyph.readInt16BE(4), glyph.readInt16BE(6), glyph.readInt16BE(8)];
    },
  };
}

/** Numbers of two bytes as the computer has them: an advance is asked for once a character of every document. */
function inOwnOrder(numbers: Buffer): Uint16Array {
  // A copy: what a typed array looks at must begin at an even byte, and the table is the file's.
  const copy = new Uint8Array(numbers);
  if (endianness() === 'LE') Buffer.from(copy.buffer).swap16();
  return new Uint16Array(copy.buffer);
}
