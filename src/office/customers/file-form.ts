/** Takes a customer file's name and first bytes, says what kind of file it is, or refuses it (missing, folder, empty, foreign). */

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { refuse, type Wording } from '../../problem.js';
import { LIMITS, refuseExcess } from './file-limits.js';

export type FileForm = 'excel' | 'json' | 'delimited';

const FIRST_BYTES = 8192;

export function findFileForm(file: string): FileForm {
  const { head, size } = firstBytes(file);
  if (size > LIMITS.bytes) refuseExcess(file, 'bytes');
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (head.length === 0) {
    refuseFile(
      file,
      'customers/empty-file',
      { ja: 'ファイルが空です。', en: 'The file is empty.' },
      {
        ja: '顧客データの入ったファイルか確かめてください。',
        en: 'Check that it is the file with the customers.',
      },
    );
  }
  if (startsWith(head, ZIP)) return 'excel';
  const foreign = foreignForm(head);
  if (foreign !== undefined) refuseFile(file, foreign.code, foreign.message, foreign.hint);
  if (extension === 'xlsx') {
    refuseFile(
      file,
      'customers/broken-excel',
      {
        ja: '名前は .xlsx ですが、中身がExcelのファイルではありません。',
        en: 'The name ends in .xlsx, but the content is no Excel file.',
      },
      {
        ja: 'Excelで開き、「Excel ブック（.xlsx）」で保存し直してください。',
        en: 'Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
      },
    );
  }
  return extension === 'json' ? 'json' : 'delimited';
}

/** `row`: the row that stops the reading of the whole file. */
export function refuseFile(file: string, code: string, message: Wording, hint: Wording, row?: number): never {
  refuse({
    code,
    message,
    hint,
    place: row === undefined ? { kind: 'file', file } : { kind: 'record', file, row },
  });
}

/** Not through promises: what Node needs for these, a sheet at the counter would wait for. */
function firstBytes(file: string): { readonly head: Uint8Array; readonly size: number } {
  let handle: number | undefined;
  try {
    // Before it is opened: opening a pipe waits until somebody writes to it.
    const found = statSync(file);
    if (!found.isFile())
      throw Object.assign(new Error('not a file'), { code: found.isDirectory() ? 'EISDIR' : 'ESPIPE' });
    handle = openSync(file, 'r');
    const head = new Uint8Array(FIRST_BYTES);
    return { head: head.subarray(0, readSync(handle, head, 0, FIRST_BYTES, 0)), size: found.size };
  } catch (cause) {
    return refuseUnreadable(file, cause);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

export function refuseUnreadable(file: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const { message, hint } = UNREADABLE[code] ?? {
    message: {
      ja: `ファイルを読めません（${code || String(cause)}）。`,
      en: `The file cannot be read (${code || String(cause)}).`,
    },
    hint: { ja: 'ファイルの置き場所を確かめてください。', en: 'Check where the file is.' },
  };
  refuseFile(file, READ_CODE[code] ?? 'customers/unreadable', message, hint);
}

const READ_CODE: Readonly<Record<string, string>> = {
  ENOENT: 'customers/missing-file',
  ENOTDIR: 'customers/missing-file',
  EISDIR: 'customers/folder',
  EACCES: 'customers/no-permission',
  EPERM: 'customers/no-permission',
  EBUSY: 'customers/busy',
  ESPIPE: 'customers/not-a-file',
};

const MISSING = {
  message: { ja: 'ファイルが見つかりません。', en: 'There is no such file.' },
  hint: { ja: 'ファイル名と置き場所を確かめてください。', en: 'Check its name and folder.' },
};

const NO_PERMISSION = {
  message: { ja: 'ファイルを開く権限がありません。', en: 'You may not open this file.' },
  hint: {
    ja: 'ファイルの持ち主か管理者に、読み取りの許可を頼んでください。',
    en: 'Ask its owner for permission to read it.',
  },
};

const UNREADABLE: Readonly<Record<string, { readonly message: Wording; readonly hint: Wording }>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EISDIR: {
    message: { ja: 'ファイルではなく、フォルダーです。', en: 'This is a folder, not a file.' },
    hint: { ja: 'フォルダーの中の顧客ファイルを指定してください。', en: 'Name the customer file inside it.' },
  },
  // A pipe can be read only once, and the whole is looked at before the first record is given.
  ESPIPE: {
    message: { ja: 'ふつうのファイルではありません。', en: 'This is no regular file.' },
    hint: {
      ja: 'いったんファイルに保存してから、そのファイルを指定してください。',
      en: 'Save it to a file and name that file.',
    },
  },
  EBUSY: {
    message: {
      ja: 'ほかのソフトが使っているため、ファイルを開けません。',
      en: 'Another program is using the file.',
    },
    hint: {
      ja: 'Excelなどで開いていたら、閉じてからやり直してください。',
      en: 'Close it there and try again.',
    },
  },
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PICTURES_AND_PAPERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

function foreignForm(
  head: Uint8Array,
): { readonly code: string; readonly message: Wording; readonly hint: Wording } | undefined {
  if (startsWith(head, COMPOUND_FILE)) {
    return {
      code: 'customers/old-excel',
      message: {
        ja: '古い形式のExcelファイル（.xls）か、パスワードの付いたExcelファイルです。このままでは読めません。',
        en: 'This is an Excel file of the old form (.xls) or one with a password; it cannot be read.',
      },
      hint: {
        ja: 'Excelで開き、パスワードを外して「Excel ブック（.xlsx）」で保存し直してください。',
        en: 'Open it in Excel, remove the password and save it as “Excel Workbook (.xlsx)”.',
      },
    };
  }
  if (PICTURES_AND_PAPERS.some((signature) => startsWith(head, signature))) {
    return {
      code: 'customers/binary-file',
      message: {
        ja: '顧客データのファイルではありません（PDF、画像、圧縮ファイルなどのようです）。',
        en: 'This is no customer file (it looks like a PDF, a picture or an archive).',
      },
      hint: {
        ja: 'CSV、TSV、.xlsx、JSON のどれかを指定してください。',
        en: 'Name a CSV, TSV, .xlsx or JSON file.',
      },
    };
  }
  return undefined;
}

export const refuseChanged = (file: string): never =>
  refuseFile(
    file,
    'customers/changed-file',
    {
      ja: '読んでいるあいだに、ファイルが書き換えられました。',
      en: 'The file was changed while it was being read.',
    },
    {
      ja: 'ほかのソフトで保存し終えてから、やり直してください。',
      en: 'Let the other program finish saving, then try again.',
    },
  );
