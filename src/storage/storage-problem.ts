/** Takes what the file system answered, gives the Problem that says it in words and what to do about it. */

import type { Problem, Wording } from '../problem.js';

interface Account {
  readonly code: string;
  readonly message: Wording;
  readonly hint: Wording;
}

const FULL: Account = {
  code: 'files/disk-full',
  message: { ja: 'ディスクがいっぱいのため、書き込めませんでした。', en: 'The disk is full.' },
  hint: {
    ja: '空きを作るか、別のディスクの場所を指定して、もう一度実行してください。',
    en: 'Free some space, or name a place on another disk, and run again.',
  },
};
const NOT_WRITABLE: Account = {
  code: 'files/not-writable',
  message: { ja: '書き込む権限がありません。', en: 'There is no permission to write here.' },
  hint: {
    ja: '書き込める場所を指定するか、権限を管理者に確認してください。',
    en: 'Name a writable place, or ask for permission.',
  },
};

const ACCOUNTS: Readonly<Record<string, Account>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: {
    ...NOT_WRITABLE,
    message: { ja: '読み取り専用の場所です。', en: 'This place is read-only.' },
  },
  EFBIG: {
    code: 'files/too-large',
    message: {
      ja: 'この場所に置けるファイルの大きさを超えました。',
      en: 'The file is larger than a file may be in this place.',
    },
    hint: {
      ja: '名簿を分けるか、別のディスクの場所を指定してください。',
      en: 'Split the customer file, or name a place on another disk.',
    },
  },
  ENOENT: {
    code: 'files/no-folder',
    message: { ja: '置き場所のフォルダーがありません。', en: 'The folder for it does not exist.' },
    hint: { ja: 'フォルダーを先に作ってください。', en: 'Make the folder first.' },
  },
  EEXIST: {
    code: 'files/not-a-folder',
    message: { ja: 'フォルダーではなく、ファイルです。', en: 'This is a file, not a folder.' },
    hint: { ja: '別のフォルダー名を指定してください。', en: 'Name another folder.' },
  },
  ENOTDIR: {
    code: 'files/not-a-folder',
    message: {
      ja: '途中にフォルダーでないもの（ファイル）があります。',
      en: 'A part of this path is a file, not a folder.',
    },
    hint: { ja: '別のフォルダー名を指定してください。', en: 'Name another folder.' },
  },
  EISDIR: {
    code: 'files/is-a-folder',
    message: { ja: 'ファイルではなく、フォルダーです。', en: 'This is a folder, not a file.' },
    hint: { ja: 'ファイル名まで指定してください。', en: 'Give the name of a file in it.' },
  },
  ESPIPE: {
    code: 'files/not-a-file',
    message: { ja: 'ふつうのファイルではありません。', en: 'This is no regular file.' },
    hint: {
      ja: '別の名前を指定するか、これを取り除いてください。',
      en: 'Name another file, or remove this.',
    },
  },
  ENAMETOOLONG: {
    code: 'files/name-too-long',
    message: { ja: '名前が長すぎます。', en: 'The name is too long.' },
    hint: { ja: '短い名前にしてください。', en: 'Use a shorter name.' },
  },
};

/** Undefined where the error is not the file system's. */
export function storageProblem(error: unknown, file: string): Problem | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  const { code, message, hint } = ACCOUNTS[String(error.code)] ?? {
    code: 'files/not-written',
    message: {
      ja: `書き込めませんでした（${error.code}）。`,
      en: `It could not be written (${error.code}).`,
    },
    hint: {
      ja: '保存先のディスクやネットワークの状態を確認してください。',
      en: 'Check the disk or the network that it is on.',
    },
  };
  return { code, severity: 'error', message, hint, place: { kind: 'file', file } };
}
