/**
 * Takes a font and a list of its glyphs, gives a TrueType file of these alone, for embedding in a PDF
 * (ISO 32000-1 §9.9, OpenType 1.9): outlines are copied as they are, composite ones name new numbers.
 */

import { type GlyphOutline, outlineOf } from './glyph-outline.js';
import type { GlyphTable } from './glyph-table.js';
import { required, type Sfnt } from './sfnt.js';

export function subsetTrueType(sfnt: Sfnt, glyphs: GlyphTable, glyphIds: readonly number[]): Uint8Array {
  if (glyphIds[0] !== 0) throw new Error('annai: internal error: a subset begins with .notdef');
  const { ids, numbers, outlines } = withParts(glyphs, glyphIds);
  const { glyf, loca, long } = glyphData(outlines, numbers);

  const head = Buffer.from(required(sfnt, 'head'));
  head.writeUInt32BE(0, CHECKSUM_ADJUSTMENT);
  head.writeInt16BE(long ? 1 : 0, 50);
  const hhea = Buffer.from(required(sfnt, 'hhea'));
  hhea.writeUInt16BE(ids.length, 34);
  const maxp = Buffer.from(required(sfnt, 'maxp'));
  maxp.writeUInt16BE(ids.length, 4);
  // Nothing of what only glyph programs need: zones, storage, functions, stack.
  maxp.fill(0, 14, 28).writeUInt16BE(1, 14);

  return writeSfnt([
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metrics(glyphs, ids)],
    ['loca', loca],
    ['maxp', maxp],
  ]);
}

interface NumberedGlyphs {
  readonly ids: readonly number[];
  readonly numbers: ReadonlyMap<number, number>;
  readonly outlines: readonly GlyphOutline[];
}

/** The wanted glyphs, then the parts of composite ones in the order of meeting. */
function withParts(glyphs: GlyphTable, glyphIds: readonly number[]): NumberedGlyphs {
  const ids = [...glyphIds];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const outlines: GlyphOutline[] = [];
  // The loop goes on into what it adds: parts may be composite themselves.
  for (const id of ids) {
    const outline = outlineOf(glyphs.bytes(id));
    outlines.push(outline);
    for (const part of partIds(outline)) {
      if (!numbers.has(part)) numbers.set(part, ids.push(part) - 1);
    }
  }
  return { ids, numbers, outlines };
}

const partIds = ({ pieces: [glyph], parts }: GlyphOutline): readonly number[] =>
  glyph === undefined ? [] : parts.map((offset) => glyph.readUInt16BE(offset));

/** The highest offset that a short loca can name; glyphs stand on even offsets. */
const SHORT_REACH = 0xffff * 2;

function glyphData(
  outlines: readonly GlyphOutline[],
  numbers: ReadonlyMap<number, number>,
): { glyf: Buffer; loca: Buffer; long: boolean } {
  const size = outlines.reduce((sum, { length }) => sum + even(length), 0);
  const long = size > SHORT_REACH;
  const glyf = Buffer.alloc(size);
  const loca = Buffer.alloc((outlines.length + 1) * (long ? 4 : 2));
  let start = 0;
  outlines.forEach((outline, number) => {
    let at = start;
    for (const piece of outline.pieces) {
      glyf.set(piece, at);
      at += piece.length;
    }
    for (const offset of outline.parts) {
      const part = numbers.get(glyf.readUInt16BE(start + offset)) ?? 0;
      glyf.writeUInt16BE(part, start + offset);
    }
    start += even(outline.length);
    if (long) loca.writeUInt32BE(start, (number + 1) * 4);
    else loca.writeUInt16BE(start / 2, (number + 1) * 2);
  });
  return { glyf, loca, long };
}

const even = (length: number): number => length + (length & 1);
const whole = (length: number): number => (length + 3) & ~3;

function metrics(glyphs: GlyphTable, ids: readonly number[]): Buffer {
  const hmtx = Buffer.alloc(ids.length * 4);
  ids.forEach((id, number) => {
    hmtx.writeUInt16BE(glyphs.advance(id), number * 4);
    hmtx.writeInt16BE(glyphs.leftSideBearing(id), number * 4 + 2);
  });
  return hmtx;
}

const CHECKSUM_ADJUSTMENT = 8;

/** `tables` in the order of their tags. */
function writeSfnt(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const directory = 12 + tables.length * 16;
  const size = tables.reduce((sum, [, table]) => sum + whole(table.length), directory);
  const file = Buffer.alloc(size);
  const power = 31 - Math.clz32(tables.length);
  file.writeUInt32BE(0x00010000, 0);
  file.writeUInt16BE(tables.length, 4);
  file.writeUInt16BE(16 << power, 6);
  file.writeUInt16BE(power, 8);
  file.writeUInt16BE((tables.length - (1 << power)) * 16, 10);
  let at = directory;
  let head = 0;
  let sum = 0;
  tables.forEach(([tag, table], i) => {
    const record = 12 + i * 16;
    file.set(table, at);
    if (tag === 'head') head = at;
    const tableSum = checksum(file, at, at + whole(table.length));
    sum += tableSum;
    file.write(tag, record, 'latin1');
    file.writeUInt32BE(tableSum, record + 4);
    file.writeUInt32BE(at, record + 8);
    file.writeUInt32BE(table.length, record + 12);
    at += whole(table.length);
  });
  sum += checksum(file, 0, directory);
  file.writeUInt32BE((0xb1b0afba - sum) >>> 0, head + CHECKSUM_ADJUSTMENT);
  return file;
}

function checksum(file: Buffer, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + file.readInt32BE(at)) | 0;
  return sum >>> 0;
}
