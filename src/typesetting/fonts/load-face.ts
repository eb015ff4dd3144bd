/** Takes a TrueType file, gives the face that layout, paint and pdf use. */

import { readFileSync } from 'node:fs';
import { type Problem, ProblemError } from '../../problem.js';
import { numberCharacters } from './character-ids.js';
import { clusterIds } from './cluster-ids.js';
import type { Face } from './face.js';
import { readMetrics } from './font-metrics.js';
import { readGlyphTable } from './glyph-table.js';
import { readSfnt } from './sfnt.js';
import { subsetTrueType } from './subset-truetype.js';

/** One line of a font table: a file, and what CSS calls it. */
export interface FaceEntry {
  /** Short, stable and unique: `biz-udpgothic-bold`. */
  readonly id: string;
  readonly family: string;
  readonly weight: 400 | 700;
  /** Absolute path. */
  readonly file: string;
}

export function loadFace(entry: FaceEntry): Face {
  return faceOf(readFont(entry.file), entry);
}

export function faceOf(bytes: Uint8Array, entry: FaceEntry): Face {
  const sfnt = readSfnt(bytes, entry.file);
  const { postScriptName, unitsPerEm, descriptor } = readMetrics(sfnt, entry.weight);
  const glyphs = readGlyphTable(sfnt);
  const ids = numberCharacters(sfnt, glyphs.count);
  return {
    id: entry.id,
    family: entry.family,
    weight: entry.weight,
    postScriptName,
    unitsPerEm,
    descriptor,
    cids: (cluster) => clusterIds(cluster, ids),
    advance: (cid) => glyphs.advance(ids.glyphId(cid)),
    inkBox: (cid) => glyphs.inkBox(ids.glyphId(cid)),
    text: ids.text,
    glyphId: ids.glyphId,
    subset: (glyphIds) => subsetTrueType(sfnt, glyphs, glyphIds),
  };
}

function readFont(file: string): Uint8Array {
  try {
    return readFileSync(file);
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
