/** Takes the bytes of a font file, gives its tables, each read when it is asked for (OpenType 1.9 §otff); refuses what annai cannot embed. */

import { type Problem, ProblemError, sure } from '../../problem.js';
import type { FontBytes } from './font-bytes.js';

export interface Sfnt {
  /** Names the file in messages. */
  readonly file: string;
  readonly table: (tag: string) => Buffer | undefined;
  /** What stands in a required table from one place to another. */
  readonly part: (tag: string, from: number, to: number) => Buffer;
}

const HEADER = 12;
const RECORD = 16;

const KINDS: Readonly<Record<number, string>> = {
  1330926671: 'OpenType（CFF）',
  1953784678: 'TrueType Collection（.ttc）',
  2001684038: 'WOFF',
  2001684018: 'WOFF2',
};

export function readSfnt(bytes: FontBytes, file: string): Sfnt {
  if (bytes.length < HEADER) throw new ProblemError([notAFont(file)]);
  const header = bytes.slice(0, HEADER);
  const version = header.readUInt32BE(0);
  if (version !== 0x00010000 && version !== 0x74727565) {
    const kind = KINDS[version];
    throw new ProblemError([kind === undefined ? notAFont(file) : wrongKind(file, kind)]);
  }
  const places = new Map<string, readonly [offset: number, end: number]>();
  const count = header.readUInt16BE(4);
  if (bytes.length < HEADER + count * RECORD) throw new ProblemError([notAFont(file)]);
  const directory = bytes.slice(HEADER, HEADER + count * RECORD);
  for (let record = 0; record < directory.length; record += RECORD) {
    const offset = directory.readUInt32BE(record + 8);
    const end = offset + directory.readUInt32BE(record + 12);
    if (end > bytes.length) throw new ProblemError([notAFont(file)]);
    places.set(directory.toString('latin1', record, record + 4), [offset, end]);
  }
  if (places.has('fvar')) throw new ProblemError([wrongKind(file, 'バリアブルフォント（variable font）')]);
  for (const tag of ['head', 'hhea', 'hmtx', 'maxp', 'OS/2', 'name', 'cmap', 'loca', 'glyf']) {
    if (!places.has(tag)) throw new ProblemError([notAFont(file)]);
  }
  const tables = new Map<string, Buffer>();
  return {
    file,
    table(tag) {
      const place = places.get(tag);
      const known = tables.get(tag);
      if (place === undefined || known !== undefined) return known;
      const table = bytes.slice(...place);
      tables.set(tag, table);
      return table;
    },
    part(tag, from, to) {
      const [offset, end] = sure(places.get(tag), `table ${tag} in ${file}`);
      return bytes.slice(offset + from, Math.min(offset + to, end));
    },
  };
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
