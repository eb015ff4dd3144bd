/**
 * Takes a face and the character ids to embed, gives the parts of a composite font (ISO 32000-1 §9.7): a TrueType subset
 * with glyphs numbered from 1, the map from ids to these, widths, and the way back to text.
 */

import { deflateSync } from 'node:zlib';
import type { Face } from '../fonts/face.js';
import { sparseTable } from './sparse-table.js';
import { toUnicodeCMap } from './to-unicode.js';
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
 * `small` for what serves many documents or all of a print file. `fast` for the few glyphs that one document adds:
 * deflating them costs more time than all the rest of writing it, and saves a kilobyte.
 */
export type Packing = 'small' | 'fast';

/** `cids` sorted, without repeats. */
export function embedFont(face: Face, cids: readonly number[], packing: Packing): EmbeddedFont {
  const glyphIds = [0];
  const numbers = new Map([[0, 0]]);
  for (const cid of cids) {
    const glyphId = face.glyphId(cid);
    if (!numbers.has(glyphId)) numbers.set(glyphId, glyphIds.push(glyphId) - 1);
  }
  const numberOf = (cid: number): number => numbers.get(face.glyphId(cid)) ?? 0;
  const perEm = 1000 / face.unitsPerEm;
  return {
    face,
    name: `${subsetTag(cids)}+${face.postScriptName}`,
    widths: widthArray(cids, (cid) => face.advance(cid) * perEm),
    program: packed(face.subset(glyphIds), packing),
    glyphs: packedTable(cids, numberOf, packing),
    toUnicode: packed(Buffer.from(toUnicodeCMap(cids, face.text), 'latin1'), packing),
  };
}

const packed = (bytes: Uint8Array, packing: Packing): PackedStream =>
  packing === 'small'
    ? { bytes: deflateSync(bytes, { level: 9 }), length: bytes.length, filter: 'FlateDecode' }
    : { bytes, length: bytes.length };

function packedTable(
  cids: readonly number[],
  numberOf: (cid: number) => number,
  packing: Packing,
): PackedStream {
  if (packing === 'fast') {
    return { ...sparseTable(cids.map((cid) => [cid, numberOf(cid)] as const)), filter: 'FlateDecode' };
  }
  const table = Buffer.alloc(((cids.at(-1) ?? 0) + 1) * 2);
  for (const cid of cids) table.writeUInt16BE(numberOf(cid), cid * 2);
  return packed(table, packing);
}

/** Six capitals that tell subsets of a font apart (ISO 32000-1 §9.6.4): a number made of the ids (FNV-1a), to base 26. */
function subsetTag(cids: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const cid of cids) hash = Math.imul(hash ^ cid, 0x01000193) >>> 0;
  let tag = '';
  for (let i = 0; i < 6; i += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}
