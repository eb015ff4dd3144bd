/**
 * Takes a face and the character ids to embed, gives the parts of a composite font (ISO 32000-1 §9.7): a TrueType subset
 * with glyphs numbered from 1, the map from ids to these, widths, and the way back to text.
 */

import { deflateSync } from 'node:zlib';
import type { Face } from '../fonts/face.js';
import { toUnicodeCMap } from './to-unicode.js';
import { widthArray } from './widths.js';

export interface EmbeddedFont {
  readonly face: Face;
  /** `ABCDEF+BIZUDPGothic-Regular`. */
  readonly name: string;
  readonly widths: string;
  readonly program: Deflated;
  /** CIDToGIDMap. */
  readonly glyphs: Deflated;
  readonly toUnicode: Deflated;
}

export interface Deflated {
  readonly bytes: Uint8Array;
  /** Before deflating. */
  readonly length: number;
}

/** `cids` sorted, without repeats. `level`: 9 where the result serves many files, 1 where it serves one. */
export function embedFont(face: Face, cids: readonly number[], level: 1 | 9): EmbeddedFont {
  const glyphIds = [0];
  const numbers = new Map([[0, 0]]);
  const map = Buffer.alloc(((cids.at(-1) ?? 0) + 1) * 2);
  for (const cid of cids) {
    const glyphId = face.glyphId(cid);
    let number = numbers.get(glyphId);
    if (number === undefined) {
      number = glyphIds.push(glyphId) - 1;
      numbers.set(glyphId, number);
    }
    map.writeUInt16BE(number, cid * 2);
  }
  const perEm = 1000 / face.unitsPerEm;
  return {
    face,
    name: `${subsetTag(cids)}+${face.postScriptName}`,
    widths: widthArray(cids, (cid) => face.advance(cid) * perEm),
    program: deflated(face.subset(glyphIds), level),
    glyphs: deflated(map, level),
    toUnicode: deflated(Buffer.from(toUnicodeCMap(cids, face.text), 'latin1'), level),
  };
}

const deflated = (bytes: Uint8Array, level: number): Deflated => ({
  bytes: deflateSync(bytes, { level }),
  length: bytes.length,
});

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
