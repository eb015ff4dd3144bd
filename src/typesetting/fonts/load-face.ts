/** Takes a TrueType file, gives the face that layout, paint and pdf use. */

import { createHash } from 'node:crypto';
import { type Problem, ProblemError } from '../../problem.js';
import { numberAll, numberCharacters } from './character-ids.js';
import { clusterIds } from './cluster-ids.js';
import type { Face } from './face.js';
import { type FontBytes, fontInMemory, openFont } from './font-bytes.js';
import { readMetrics } from './font-metrics.js';
import { readGlyphTable } from './glyph-table.js';
import { packNumbering, unpackNumbering } from './packed-numbering.js';
import { readSfnt, required, type Sfnt } from './sfnt.js';
import { subsetCore, subsetTrueType } from './subset-truetype.js';

/** One line of a font table: a file, and what CSS calls it. */
export interface FaceEntry {
  /** Short, stable and unique: `biz-udpgothic-bold`. */
  readonly id: string;
  readonly family: string;
  readonly weight: 400 | 700;
  /** Absolute path. */
  readonly file: string;
}

/** What `numberFace` gave for a font, found by its mark; undefined where nothing is kept of it. */
export type NumberedBefore = (mark: string) => Uint8Array | undefined;

export const loadFace = (entry: FaceEntry, numbered?: NumberedBefore): Face =>
  openFace(readFont(entry.file), entry, numbered);

export const faceOf = (bytes: Uint8Array, entry: FaceEntry): Face => openFace(fontInMemory(bytes), entry);

function openFace(bytes: FontBytes, entry: FaceEntry, numbered?: NumberedBefore): Face {
  const sfnt = readSfnt(bytes, entry.file);
  const { postScriptName, unitsPerEm, descriptor } = readMetrics(sfnt, entry.weight);
  const glyphs = readGlyphTable(sfnt);
  const mark = fontMark(sfnt, bytes.length);
  const packed = numbered?.(mark);
  const ids = packed === undefined ? numberCharacters(sfnt, glyphs.count) : unpackNumbering(packed);
  return {
    id: entry.id,
    family: entry.family,
    weight: entry.weight,
    postScriptName,
    mark,
    unitsPerEm,
    descriptor,
    cids: (cluster) => clusterIds(cluster, ids),
    advance: (cid) => glyphs.advance(ids.glyphId(cid)),
    inkBox: (cid) => glyphs.inkBox(ids.glyphId(cid)),
    text: ids.text,
    glyphId: ids.glyphId,
    subset: (glyphIds, core) => subsetTrueType(sfnt, glyphs, glyphIds, core),
    core: (glyphIds) => subsetCore(glyphs, glyphIds),
  };
}

/**
 * A font says in `head` the sum of all its bytes, and when it was made; what its characters are numbered from is told in full,
 * since that sum is not always right.
 */
const fontMark = (sfnt: Sfnt, length: number): string =>
  createHash('sha256')
    .update(`${length}\n`)
    .update(required(sfnt, 'head'))
    .update(required(sfnt, 'maxp'))
    .update(required(sfnt, 'cmap'))
    .update(sfnt.table('GSUB') ?? '')
    .digest('base64');

/** What `loadFace` may be given as numbered before. */
export function numberFace({ file }: FaceEntry): { readonly mark: string; readonly packed: Uint8Array } {
  const bytes = readFont(file);
  const sfnt = readSfnt(bytes, file);
  const { count } = readGlyphTable(sfnt);
  return { mark: fontMark(sfnt, bytes.length), packed: packNumbering(numberAll(sfnt, count)) };
}

function readFont(file: string): FontBytes {
  try {
    return openFont(file);
  } catch (cause) {
    const problem: Problem = {
      code: 'fonts/unreadable',
      severity: 'error',
      message: { ja: `フォントファイルを開けません: ${file}`, en: `Cannot open the font file: ${file}` },
      hint: {
        ja: 'ファイルがあるか、読み取りが許されているかを確かめてください。',
        en: 'Check that the file exists and may be read.',
      },
      place: { kind: 'file', file },
    };
    throw new ProblemError([problem], { cause });
  }
}
