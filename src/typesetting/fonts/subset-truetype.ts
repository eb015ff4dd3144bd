/**
 * Takes a font and a list of its glyphs, gives a TrueType file of these alone, for embedding in a PDF
 * (ISO 32000-1 §9.9, OpenType 1.9). Glyph bytes are copied as they are; only composite glyphs name new numbers.
 */

import { partOffsets } from './composite-glyph.js';
import type { GlyphTable } from './glyph-table.js';
import { required, type Sfnt } from './sfnt.js';

/** Copied unchanged where the font has them: glyph programs need them. */
const PROGRAMS = ['cvt ', 'fpgm', 'prep'];

export function subsetTrueType(sfnt: Sfnt, glyphs: GlyphTable, glyphIds: readonly number[]): Uint8Array {
  if (glyphIds[0] !== 0) throw new Error('annai: internal error: a subset begins with .notdef');
  const { ids, numbers } = withParts(glyphs, glyphIds);
  const { glyf, loca, long } = outlines(glyphs, ids, numbers);

  const head = Buffer.from(required(sfnt, 'head'));
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(long ? 1 : 0, 50);
  const hhea = Buffer.from(required(sfnt, 'hhea'));
  hhea.writeUInt16BE(ids.length, 34);
  const maxp = Buffer.from(required(sfnt, 'maxp'));
  maxp.writeUInt16BE(ids.length, 4);

  const tables: [string, Buffer][] = [];
  for (const tag of PROGRAMS) {
    const table = sfnt.table(tag);
    if (table !== undefined) tables.push([tag, table]);
  }
  tables.push(['glyf', glyf], ['head', head], ['hhea', hhea], ['hmtx', metrics(glyphs, ids)]);
  tables.push(['loca', loca], ['maxp', maxp]);
  return writeSfnt(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The wanted glyphs, then the parts of composite ones in the order of meeting. */
function withParts(
  glyphs: GlyphTable,
  glyphIds: readonly number[],
): { ids: readonly number[]; numbers: ReadonlyMap<number, number> } {
  const ids = [...glyphIds];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  for (const id of ids) {
    const glyph = glyphs.bytes(id);
    for (const offset of partOffsets(glyph)) {
      const part = glyph.readUInt16BE(offset);
      if (numbers.has(part)) continue;
      numbers.set(part, ids.length);
      // The loop goes on into what is pushed here: parts may be composite themselves.
      ids.push(part);
    }
  }
  return { ids, numbers };
}

/** The highest offset a short loca can name; glyphs then stand on even offsets. */
const SHORT_REACH = 0xffff * 2;

function outlines(
  glyphs: GlyphTable,
  ids: readonly number[],
  numbers: ReadonlyMap<number, number>,
): { glyf: Buffer; loca: Buffer; long: boolean } {
  const sources = ids.map((id) => glyphs.bytes(id));
  const size = sources.reduce((sum, glyph) => sum + even(glyph.length), 0);
  const long = size > SHORT_REACH;
  const glyf = Buffer.alloc(size);
  const loca = Buffer.alloc((ids.length + 1) * (long ? 4 : 2));
  let at = 0;
  sources.forEach((glyph, number) => {
    glyf.set(glyph, at);
    for (const offset of partOffsets(glyph)) {
      glyf.writeUInt16BE(numbers.get(glyph.readUInt16BE(offset)) ?? 0, at + offset);
    }
    at += even(glyph.length);
    if (long) loca.writeUInt32BE(at, (number + 1) * 4);
    else loca.writeUInt16BE(at / 2, (number + 1) * 2);
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
  tables.forEach(([tag, table], i) => {
    const record = 12 + i * 16;
    file.set(table, at);
    if (tag === 'head') head = at;
    file.write(tag, record, 'latin1');
    file.writeUInt32BE(checksum(file, at, at + whole(table.length)), record + 4);
    file.writeUInt32BE(at, record + 8);
    file.writeUInt32BE(table.length, record + 12);
    at += whole(table.length);
  });
  file.writeUInt32BE((0xb1b0afba - checksum(file, 0, size)) >>> 0, head + 8);
  return file;
}

function checksum(file: Buffer, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + file.readInt32BE(at)) | 0;
  return sum >>> 0;
}
