/**
 * Takes a font and a list of its glyphs, gives a TrueType file of these alone, for embedding in a PDF
 * (ISO 32000-1 §9.9, OpenType 1.9): outlines are copied as they are, composite ones name new numbers.
 *
 * Many files may begin with the same glyphs, a core: that is made once, and each file is what is said around its outlines.
 */

import { type GlyphOutline, outlineOf } from './glyph-outline.js';
import type { GlyphTable } from './glyph-table.js';
import { required, type Sfnt } from './sfnt.js';

/** What files that begin with the same glyphs have in common. */
export interface SubsetCore {
  /** Those asked for, then the parts of composite ones. */
  readonly ids: Uint16Array;
  /** How far each outline goes, an even number. */
  readonly lengths: Uint32Array;
  /** The bytes of all outlines, whole words. */
  readonly size: number;
  /** The sum of these words. */
  readonly sum: number;
  /** Their part of hmtx. */
  readonly metrics: Uint8Array;
}

const NO_CORE: SubsetCore = {
  ids: new Uint16Array(),
  lengths: new Uint32Array(),
  size: 0,
  sum: 0,
  metrics: new Uint8Array(),
};

const TABLES = 6;
const HEADER = 12;
const RECORD = 16;

/** Where the outlines of a core stand in a file. */
export const OUTLINES_AT = HEADER + TABLES * RECORD;

/** A core, and its outlines. */
export function subsetCore(
  glyphs: GlyphTable,
  glyphIds: readonly number[],
): { readonly core: SubsetCore; readonly outlines: Uint8Array } {
  refuseHeadless(glyphIds[0]);
  const { ids, numbers, outlines } = withParts(glyphs, NO_CORE, glyphIds);
  const lengths = Uint32Array.from(outlines, ({ length }) => even(length));
  const last = lengths.length - 1;
  lengths[last] = (lengths[last] ?? 0) + (-total(lengths) & 3);
  const bytes = Buffer.alloc(total(lengths));
  writeOutlines(bytes, 0, outlines, lengths, numbers);
  const metrics = Buffer.alloc(ids.length * 4);
  writeMetrics(metrics, 0, glyphs, ids);
  const core = {
    ids: Uint16Array.from(ids),
    lengths,
    size: bytes.length,
    sum: checksum(bytes, 0, bytes.length),
    metrics,
  };
  return { core, outlines: bytes };
}

/** A file of the core's glyphs and these; the core's outlines are left out, at `OUTLINES_AT`. */
export function subsetTrueType(
  sfnt: Sfnt,
  glyphs: GlyphTable,
  glyphIds: readonly number[],
  core: SubsetCore = NO_CORE,
): Uint8Array {
  refuseHeadless(core.ids[0] ?? glyphIds[0]);
  const { ids, numbers, outlines } = withParts(glyphs, core, glyphIds);
  const lengths = Uint32Array.from(outlines, ({ length }) => even(length));
  const count = core.ids.length + ids.length;
  const size = total(lengths);
  const long = core.size + size > SHORT_REACH;
  const copied = ['head', 'hhea', 'maxp'].map((tag) => required(sfnt, tag));
  const [{ length: head = 0 } = {}, { length: hhea = 0 } = {}, { length: maxp = 0 } = {}] = copied;
  // In the order of their tags.
  const { file, starts } = openSfnt(
    [
      ['glyf', size],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', count * 4],
      ['loca', (count + 1) * (long ? 4 : 2)],
      ['maxp', maxp],
    ],
    core,
  );
  const [glyfAt = 0, headAt = 0, hheaAt = 0, hmtxAt = 0, locaAt = 0, maxpAt = 0] = starts;
  for (const [i, at] of [headAt, hheaAt, maxpAt].entries()) file.set(copied[i] ?? [], at);

  writeOutlines(file, glyfAt, outlines, lengths, numbers);
  writePlaces(file, locaAt, long, [core.lengths, lengths]);
  file.writeUInt32BE(0, headAt + CHECKSUM_ADJUSTMENT);
  file.writeInt16BE(long ? 1 : 0, headAt + 50);
  file.writeUInt16BE(count, hheaAt + 34);
  file.set(core.metrics, hmtxAt);
  writeMetrics(file, hmtxAt + core.metrics.length, glyphs, ids);
  file.writeUInt16BE(count, maxpAt + 4);
  // Nothing of what only glyph programs need: zones, storage, functions, stack.
  file.fill(0, maxpAt + 14, maxpAt + 28).writeUInt16BE(1, maxpAt + 14);
  closeSfnt(file, starts, headAt, core);
  return file;
}

function refuseHeadless(first: number | undefined): void {
  if (first !== 0) throw new Error('annai: internal error: a subset begins with .notdef');
}

interface NumberedGlyphs {
  readonly ids: readonly number[];
  readonly numbers: ReadonlyMap<number, number>;
  readonly outlines: readonly GlyphOutline[];
}

/** The wanted glyphs, then the parts of composite ones in the order of meeting. Numbers are counted on from the core's. */
function withParts(glyphs: GlyphTable, core: SubsetCore, glyphIds: readonly number[]): NumberedGlyphs {
  const first = core.ids.length;
  const ids = [...glyphIds];
  const numbers = new Map<number, number>();
  for (let number = 0; number < first; number += 1) numbers.set(core.ids[number] ?? 0, number);
  for (let i = 0; i < ids.length; i += 1) numbers.set(ids[i] ?? 0, first + i);
  const outlines: GlyphOutline[] = [];
  // The loop goes on into what it adds: parts may be composite themselves.
  for (const id of ids) {
    const outline = outlineOf(glyphs.bytes(id));
    outlines.push(outline);
    for (const offset of outline.parts) {
      const part = outline.pieces[0]?.readUInt16BE(offset) ?? 0;
      if (!numbers.has(part)) numbers.set(part, first + ids.push(part) - 1);
    }
  }
  return { ids, numbers, outlines };
}

/** The highest offset that a short loca can name; glyphs stand on even offsets. */
const SHORT_REACH = 0xffff * 2;

function writeOutlines(
  file: Buffer,
  start: number,
  outlines: readonly GlyphOutline[],
  lengths: Uint32Array,
  numbers: ReadonlyMap<number, number>,
): void {
  let begin = start;
  for (const [i, { pieces, parts }] of outlines.entries()) {
    let at = begin;
    for (const piece of pieces) {
      file.set(piece, at);
      at += piece.length;
    }
    for (const offset of parts) {
      const place = begin + offset;
      file.writeUInt16BE(numbers.get(file.readUInt16BE(place)) ?? 0, place);
    }
    begin += lengths[i] ?? 0;
  }
}

/** loca: where each outline begins, and where the last one ends. */
function writePlaces(file: Buffer, locaAt: number, long: boolean, lists: readonly Uint32Array[]): void {
  let place = 0;
  let entry = locaAt;
  for (const lengths of lists) {
    for (const length of lengths) {
      place += length;
      entry += long ? 4 : 2;
      if (long) file.writeUInt32BE(place, entry);
      else file.writeUInt16BE(place / 2, entry);
    }
  }
}

const even = (length: number): number => length + (length & 1);
const total = (lengths: Uint32Array): number => lengths.reduce((sum, length) => sum + length, 0);
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

/** An empty file with a directory of tables, and where each begins. The first also holds what is left out. */
function openSfnt(
  tables: readonly (readonly [string, number])[],
  leftOut: SubsetCore,
): {
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
    file.writeUInt32BE((starts[i] ?? 0) + (i === 0 ? 0 : leftOut.size), record + 8);
    file.writeUInt32BE(length + (i === 0 ? leftOut.size : 0), record + 12);
  }
  return { file, starts };
}

/** Sums of the tables, and of the file. */
function closeSfnt(file: Buffer, starts: readonly number[], head: number, leftOut: SubsetCore): void {
  let sum = 0;
  for (const [i, start] of starts.entries()) {
    const tableSum =
      (checksum(file, start, starts[i + 1] ?? file.length) + (i === 0 ? leftOut.sum : 0)) >>> 0;
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
