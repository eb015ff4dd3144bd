/** Takes the bytes of a font file, gives its tables (OpenType 1.9 §otff); refuses what annai cannot embed. */

import { type Problem, ProblemError, sure } from '../../problem.js';

export interface Sfnt {
  /** Names the file in messages. */
  readonly file: string;
  readonly table: (tag: string) => Buffer | undefined;
}

const HEADER = 12;
const RECORD = 16;

const KINDS: Readonly<Record<number, string>> = {
  1330926671: 'OpenType（CFF）',
  1953784678: 'TrueType Collection（.ttc）',
  2001684038: 'WOFF',
  2001684018: 'WOFF2',
};

export function readSfnt(bytes: Uint8Array, file: string): Sfnt {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < HEADER) throw new ProblemError([notAFont(file)]);
  const version = buffer.readUInt32BE(0);
  if (version !== 0x00010000 && version !== 0x74727565) {
    const kind = KINDS[version];
    throw new ProblemError([kind === undefined ? notAFont(file) : wrongKind(file, kind)]);
  }
  const tables = new Map<string, Buffer>();
  const count = buffer.readUInt16BE(4);
  if (buffer.length < HEADER + count * RECORD) throw new ProblemError([notAFont(file)]);
  for (let i = 0; i < count; i += 1) {
    const record = HEADER + i * RECORD;
    const offset = buffer.readUInt32BE(record + 8);
    const length = buffer.readUInt32BE(record + 12);
    if (offset + length > buffer.length) throw new ProblemError([notAFont(file)]);
    tables.set(buffer.toString('latin1', record, record + 4), buffer.subarray(offset, offset + length));
  }
  if (tables.has('fvar')) throw new ProblemError([wrongKind(file, 'バリアブルフォント（variable font）')]);
  for (const tag of ['head', 'hhea', 'hmtx', 'maxp', 'OS/2', 'name', 'cmap', 'loca', 'glyf']) {
    if (!tables.has(tag)) throw new ProblemError([notAFont(file)]);
  }
  return { file, table: (tag) => tables.get(tag) };
}

/** A table that `readSfnt` has seen to be there. */
export const required = (sfnt: Sfnt, tag: string): Buffer =>
  sure(sfnt.table(tag), `table ${tag} in ${sfnt.file}`);

const notAFont = (file: string): Problem => ({
  code: 'fonts/not-a-font',
  severity: 'error',
  message: {
    ja: `フォントファイルとして読めません: ${file}`,
    en: `Not a font file, or a damaged one: ${file}`,
  },
  hint: {
    ja: 'TrueType（.ttf）のファイルを、もう一度コピーするか入手し直してください。',
    en: 'Copy or fetch the TrueType (.ttf) file again.',
  },
  place: { kind: 'file', file },
});

const wrongKind = (file: string, kind: string): Problem => ({
  code: 'fonts/unsupported-kind',
  severity: 'error',
  message: {
    ja: `このフォントの種類（${kind}）は使えません: ${file}`,
    en: `This kind of font (${kind}) cannot be used: ${file}`,
  },
  hint: {
    ja: '太さごとに分かれた TrueType（.ttf）のファイルを指定してください。',
    en: 'Give static TrueType (.ttf) files, one for each weight.',
  },
  place: { kind: 'file', file },
});
