/**
 * Takes a face and the character ids to embed, gives the parts of a composite font (ISO 32000-1 §9.7): a TrueType subset
 * with glyphs numbered from 1, the map from ids to these, widths, and the way back to text.
 */

import { constants, deflateSync } from 'node:zlib';
import type { Face } from '../fonts/face.js';
import { OUTLINES_AT, type SubsetCore } from '../fonts/subset-truetype.js';
import { type DeflatedPart, deflatedPart, joinDeflated, storedPart } from './deflated-parts.js';
import { sparseTable } from './sparse-table.js';
import { toUnicodeBegin, toUnicodeCMap, toUnicodeEnd } from './to-unicode.js';
import { widthArray } from './widths.js';

export interface EmbeddedFont {
  readonly face: Face;
  /** `ABCDEF+BIZUDPGothic-Regular`. */
  readonly name: string;
  readonly widths: string;
  readonly program: PackedStream;
  /** CIDToGIDMap. */
  readonly glyphs: PackedStream;
  readonly toUnicode: PackedStream;
}

export interface PackedStream {
  readonly bytes: Uint8Array;
  /** Before packing. */
  readonly length: number;
  readonly filter?: 'FlateDecode';
}

/**
 * `small` for what serves all of a print file. `fast` for the few glyphs that one document adds: deflating them costs more
 * time than all the rest of writing it, and saves a kilobyte.
 */
export type Packing = 'small' | 'fast';

/** `cids` sorted, without repeats. */
export function embedFont(face: Face, cids: readonly number[], packing: Packing): EmbeddedFont {
  const { glyphIds, numbers } = glyphsOf(face, cids, NO_GLYPHS);
  return {
    ...named(face, cids),
    program: packed(face.subset(glyphIds), packing),
    glyphs: packedTable(face, cids, numbers, packing),
    toUnicode: packed(Buffer.from(toUnicodeCMap(cids, face.text), 'latin1'), packing),
  };
}

/** What fonts that begin with the same characters have in common, and `embedAfter` takes as it is. */
export interface FontCore {
  /** Sorted. */
  readonly cids: Uint16Array;
  readonly glyphs: SubsetCore;
  readonly outlines: DeflatedPart;
  readonly toUnicode: DeflatedPart;
}

/** `cids` sorted, without repeats. */
export function fontCore(face: Face, cids: readonly number[]): FontCore {
  const { core, outlines } = face.core(glyphsOf(face, cids, NO_GLYPHS).glyphIds);
  return {
    cids: Uint16Array.from(cids),
    glyphs: core,
    outlines: deflatedPart(outlines),
    toUnicode: deflatedPart(Buffer.from(toUnicodeBegin(cids, face.text), 'latin1')),
  };
}

/** The font of a core and of more characters: `cids` sorted, none of them in the core. */
export function embedAfter(face: Face, core: FontCore, cids: readonly number[]): EmbeddedFont {
  const all = Uint16Array.of(...core.cids, ...cids).sort();
  const { glyphIds, numbers } = glyphsOf(face, cids, core.glyphs.ids);
  const program = face.subset(glyphIds, core.glyphs);
  const before = storedPart(program.subarray(0, OUTLINES_AT));
  const cmap = Buffer.from(toUnicodeEnd(cids, face.text), 'latin1');
  return {
    ...named(face, all),
    program: joined([before, core.outlines], program.subarray(OUTLINES_AT)),
    glyphs: packedTable(face, all, numbers, 'small'),
    toUnicode: joined([core.toUnicode], cmap),
  };
}

const named = (face: Face, cids: readonly number[] | Uint16Array) => ({
  face,
  name: `${subsetTag(cids)}+${face.postScriptName}`,
  widths: widthArray(cids, (cid) => face.advance(cid) * (1000 / face.unitsPerEm)),
});

const NO_GLYPHS = new Uint16Array();

/** The glyphs that characters need beyond those before them, and the number of each. */
function glyphsOf(
  face: Face,
  cids: readonly number[],
  before: Uint16Array,
): { readonly glyphIds: readonly number[]; readonly numbers: ReadonlyMap<number, number> } {
  const numbers = new Map<number, number>();
  for (let number = 0; number < before.length; number += 1) numbers.set(before[number] ?? 0, number);
  const glyphIds: number[] = [];
  for (const glyphId of [0, ...cids.map(face.glyphId)]) {
    if (!numbers.has(glyphId)) numbers.set(glyphId, before.length + glyphIds.push(glyphId) - 1);
  }
  return { glyphIds, numbers };
}

const packed = (bytes: Uint8Array, packing: Packing): PackedStream =>
  packing === 'small' ? deflated(bytes) : { bytes, length: bytes.length };

const deflated = (bytes: Uint8Array, strategy = constants.Z_DEFAULT_STRATEGY): PackedStream => ({
  bytes: deflateSync(bytes, { level: 9, strategy }),
  length: bytes.length,
  filter: 'FlateDecode',
});

const joined = (parts: readonly DeflatedPart[], rest: Uint8Array): PackedStream => ({
  bytes: joinDeflated(parts, rest),
  length: parts.reduce((sum, { length }) => sum + length, rest.length),
  filter: 'FlateDecode',
});

/** Which glyph draws which character. */
function packedTable(
  face: Face,
  cids: readonly number[] | Uint16Array,
  numbers: ReadonlyMap<number, number>,
  packing: Packing,
): PackedStream {
  const numberOf = (cid: number): number => numbers.get(face.glyphId(cid)) ?? 0;
  if (packing === 'fast') {
    const entries = Array.from(cids, (cid) => [cid, numberOf(cid)] as const);
    return { ...sparseTable(entries), filter: 'FlateDecode' };
  }
  const table = Buffer.alloc(((cids.at(-1) ?? 0) + 1) * 2);
  for (const cid of cids) table.writeUInt16BE(numberOf(cid), cid * 2);
  // Numbers among many zeros: looking for more than runs takes twenty times as long, and finds nothing that saves room.
  return deflated(table, constants.Z_RLE);
}

/** Six capitals that tell subsets of a font apart (ISO 32000-1 §9.6.4): a number made of the ids (FNV-1a), to base 26. */
function subsetTag(cids: readonly number[] | Uint16Array): string {
  let hash = 0x811c9dc5;
  for (const cid of cids) hash = Math.imul(hash ^ cid, 0x01000193) >>> 0;
  let tag = '';
  for (let i = 0; i < 6; i += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}
