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
  let size = 0;
  for (const { length } of outlines) size += even(length);
  const long = size > SHORT_REACH;
  const copied = ['head', 'hhea', 'maxp'].map((tag) => required(sfnt, tag));
  const [{ length: head = 0 } = {}, { length: hhea = 0 } = {}, { length: maxp = 0 } = {}] = copied;
  // In the order of their tags.
  const { file, starts } = openSfnt([
    ['glyf', size],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', ids.length * 4],
    ['loca', (ids.length + 1) * (long ? 4 : 2)],
    ['maxp', maxp],
  ]);
  const [glyfAt = 0, headAt = 0, hheaAt = 0, hmtxAt = 0, locaAt = 0, maxpAt = 0] = starts;
  for (const [i, at] of [headAt, hheaAt, maxpAt].entries()) file.set(copied[i] ?? [], at);

  writeGlyphs(file, glyfAt, locaAt, long, outlines, numbers);
  file.writeUInt32BE(0, headAt + CHECKSUM_ADJUSTMENT);
  file.writeInt16BE(long ? 1 : 0, headAt + 50);
  file.writeUInt16BE(ids.length, hheaAt + 34);
  writeMetrics(file, hmtxAt, glyphs, ids);
  file.writeUInt16BE(ids.length, maxpAt + 4);
  // Nothing of what only glyph programs need: zones, storage, functions, stack.
  file.fill(0, maxpAt + 14, maxpAt + 28).writeUInt16BE(1, maxpAt + 14);
  closeSfnt(file, starts, headAt);
  return file;
}

interface NumberedGlyphs {
  readonly ids: readonly number[];
  readonly numbers: ReadonlyMap<number, number>;
  readonly outlines: readonly GlyphOutline[];
}

/** The wanted glyphs, then the parts of composite ones in the order of meeting. */
function withParts(glyphs: GlyphTable, glyphIds: readonly number[]): NumberedGlyphs {
  const ids = [...glyphIds];
  const numbers = new Map<number, number>();
  for (let number = 0; number < ids.length; number += 1) numbers.set(ids[number] ?? 0, number);
  const outlines: GlyphOutline[] = [];
  // The loop goes on into what it adds: parts may be composite themselves.
  for (const id of ids) {
    const outline = outlineOf(glyphs.bytes(id));
    outlines.push(outline);
    for (const offset of outline.parts) {
      const part = outline.pieces[0]?.readUInt16BE(offset) ?? 0;
      if (!numbers.has(part)) numbers.set(part, ids.push(part) - 1);
    }
  }
  return { ids, numbers, outlines };
}

/** The highest offset that a short loca can name; glyphs stand on even offsets. */
const SHORT_REACH = 0xffff * 2;

function writeGlyphs(
  file: Buffer,
  glyfAt: number,
  locaAt: number,
  long: boolean,
  outlines: readonly GlyphOutline[],
  numbers: ReadonlyMap<number, number>,
): void {
  let start = 0;
  let entry = locaAt;
  for (const { pieces, length, parts } of outlines) {
    let at = glyfAt + start;
    for (const piece of pieces) {
      file.set(piece, at);
      at += piece.length;
    }
    for (const offset of parts) {
      const place = glyfAt + start + offset;
      file.writeUInt16BE(numbers.get(file.readUInt16BE(place)) ?? 0, place);
    }
    start += even(length);
    entry += long ? 4 : 2;
    if (long) file.writeUInt32BE(start, entry);
    else file.writeUInt16BE(start / 2, entry);
  }
}

const even = (length: number): number => length + (length & 1);
const whole = (length: number): number => (length + 3) & ~3;

function writeMetrics(file: Buffer, start: number, glyphs: GlyphTable, ids: readonly number[]): void {
  let at = start;
  for (const id of ids) {
    file.writeUInt16BE(glyphs.advance(id), at);
    file.writeInt16BE(glyphs.leftSideBearing(id), at + 2);
    at += 4;
  }
}

const CHECKSUM_ADJUSTMENT = 8;
const HEADER = 12;
const RECORD = 16;

/** An empty file with a directory of tables, and where each begins. */
function openSfnt(tables: readonly (readonly [string, number])[]): {
  file: Buffer;
  starts: readonly number[];
} {
  let at = HEADER + tables.length * RECORD;
  const starts: number[] = [];
  for (const [, length] of tables) {
    starts.push(at);
    at += whole(length);
  }
  const file = Buffer.alloc(at);
  const power = 31 - Math.clz32(tables.length);
  file.writeUInt32BE(0x00010000, 0);
  file.writeUInt16BE(tables.length, 4);
  file.writeUInt16BE(16 << power, 6);
  file.writeUInt16BE(power, 8);
  file.writeUInt16BE((tables.length - (1 << power)) * 16, 10);
  for (const [i, [tag, length]] of tables.entries()) {
    const record = HEADER + i * RECORD;
    file.write(tag, record, 'latin1');
    file.writeUInt32BE(starts[i] ?? 0, record + 8);
    file.writeUInt32BE(length, record + 12);
  }
  return { file, starts };
}

/** Sums of the tables, and of the file. */
function closeSfnt(file: Buffer, starts: readonly number[], head: number): void {
  let sum = 0;
  for (const [i, start] of starts.entries()) {
    const tableSum = checksum(file, start, starts[i + 1] ?? file.length);
    sum += tableSum;
    file.writeUInt32BE(tableSum, HEADER + i * RECORD + 4);
  }
  sum += checksum(file, 0, starts[0] ?? 0);
  file.writeUInt32BE((0xb1b0afba - sum) >>> 0, head + CHECKSUM_ADJUSTMENT);
}

function checksum(file: Buffer, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [file[at], file[at + 1], file[at + 2], file[at + 3]];
    sum = (sum + ((a << 24) | (b << 16) | (c << 8) | d)) | 0;
  }
  return sum >>> 0;
}
