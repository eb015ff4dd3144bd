/** Takes a font's head, hhea, OS/2, post and name tables, gives the figures that layout and the PDF need. */

import { type Problem, ProblemError } from '../../problem.js';
import type { FaceDescriptor } from './face.js';
import { required, type Sfnt } from './sfnt.js';

export interface FontMetrics {
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly descriptor: FaceDescriptor;
}

export function readMetrics(sfnt: Sfnt, weight: number): FontMetrics {
  const head = required(sfnt, 'head');
  const hhea = required(sfnt, 'hhea');
  const os2 = required(sfnt, 'OS/2');
  const post = sfnt.table('post');
  refuseRestricted(os2.readUInt16BE(8), sfnt.file);
  const ascent = hhea.readInt16BE(4);
  const familyClass = os2.readInt16BE(30) >> 8;
  const italicAngle = post === undefined ? 0 : post.readInt32BE(4) / 65536;
  return {
    postScriptName: postScriptName(required(sfnt, 'name'), sfnt.file),
    unitsPerEm: head.readUInt16BE(18),
    descriptor: {
      ascent,
      descent: hhea.readInt16BE(6),
      capHeight: os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : ascent,
      bbox: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
      // No table has it. The usual estimate from the weight; viewers use it only for substitute fonts.
      stemV: Math.round(50 + (weight / 65) ** 2),
      italicAngle,
      flags: flags(post !== undefined && post.readUInt32BE(12) !== 0, familyClass, italicAngle),
    },
  };
}

/** ISO 32000-1 table 123. Symbolic, because codes are the font's own and not a Latin alphabet's. */
function flags(fixedPitch: boolean, familyClass: number, italicAngle: number): number {
  const serif = familyClass >= 1 && familyClass <= 7;
  return (
    (fixedPitch ? 1 : 0) | (serif ? 2 : 0) | 4 | (familyClass === 10 ? 8 : 0) | (italicAngle !== 0 ? 64 : 0)
  );
}

const RESTRICTED = 0x0002;
const PREVIEW = 0x0004;
const EDITABLE = 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

function refuseRestricted(fsType: number, file: string): void {
  const closed = (fsType & RESTRICTED) !== 0 && (fsType & (PREVIEW | EDITABLE)) === 0;
  if (!closed && (fsType & (NO_SUBSETTING | BITMAP_ONLY)) === 0) return;
  const problem: Problem = {
    code: 'fonts/embedding-restricted',
    severity: 'error',
    message: {
      ja: `このフォントは PDF への埋め込みが許されていません（fsType ${fsType}）: ${file}`,
      en: `This font may not be embedded in a PDF (fsType ${fsType}): ${file}`,
    },
    hint: {
      ja: '埋め込みの許されたフォントに替えてください。',
      en: 'Use a font that allows embedding.',
    },
    place: { kind: 'file', file },
  };
  throw new ProblemError([problem]);
}

const POST_SCRIPT_NAME = 6;

function postScriptName(name: Buffer, file: string): string {
  const storage = name.readUInt16BE(4);
  const count = name.readUInt16BE(2);
  for (let i = 0; i < count; i += 1) {
    const record = 6 + i * 12;
    if (name.readUInt16BE(record + 6) !== POST_SCRIPT_NAME) continue;
    const start = storage + name.readUInt16BE(record + 10);
    const bytes = name.subarray(start, start + name.readUInt16BE(record + 8));
    // Both encodings of the record (UTF-16BE, Mac Roman) hold nothing but ASCII here.
    const ascii = bytes.toString('latin1').replaceAll('\0', '');
    const clean = ascii.replaceAll(/[^A-Za-z0-9-]/g, '');
    if (clean !== '') return clean;
  }
  return (
    file
      .replace(/^.*[\\/]/, '')
      .replace(/\.[^.]*$/, '')
      .replaceAll(/[^A-Za-z0-9-]/g, '') || 'Font'
  );
}
