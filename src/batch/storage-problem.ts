/** Takes what the file system answered, gives the Problem that says it in words and what to do about it. */

import type { Problem, Wording } from '../problem.js';

interface Account {
  readonly code: string;
  readonly message: (file: string) => Wording;
  readonly hint: Wording;
}

const full: Account = {
  code: 'files/disk-full',
  message: (file) => ({
    ja: `ディスクがいっぱいのため、${file} に書き込めませんでした。`,
    en: `The disk is full: ${file} could not be written.`,
  }),
  hint: {
    ja: '空きを作るか、別の場所を -o で指定して、もう一度実行してください。',
    en: 'Free some space, or name another place with -o, and run again.',
  },
};
const tooLarge: Account = {
  code: 'files/too-large',
  message: (file) => ({
    ja: `${file} は、ここに置けるファイルの大きさを超えました。`,
    en: `${file} is larger than a file may be in this place.`,
  }),
  hint: {
    ja: '名簿を分けるか、別のディスクを指定してください。',
    en: 'Split the customer file, or name another disk.',
  },
};
const forbidden: Account = {
  code: 'files/not-writable',
  message: (file) => ({
    ja: `${file} に書き込む権限がありません。`,
    en: `There is no permission to write ${file}.`,
  }),
  hint: {
    ja: '書き込める場所を -o で指定するか、権限を管理者に確認してください。',
    en: 'Name a writable place with -o, or ask for permission.',
  },
};
const readOnly: Account = {
  ...forbidden,
  message: (file) => ({
    ja: `${file} のある場所は読み取り専用です。`,
    en: `The place of ${file} is read-only.`,
  }),
};
const noFolder: Account = {
  code: 'files/no-folder',
  message: (file) => ({
    ja: `${file} を置くフォルダーがありません。`,
    en: `The folder for ${file} does not exist.`,
  }),
  hint: { ja: 'フォルダーを先に作ってください。', en: 'Make the folder first.' },
};
const notAFolder: Account = {
  code: 'files/not-a-folder',
  message: (file) => ({
    ja: `${file} の途中にある名前は、フォルダーではなくファイルです。`,
    en: `A part of ${file} is a file, not a folder.`,
  }),
  hint: { ja: '別のフォルダー名を指定してください。', en: 'Name another folder.' },
};
const isAFolder: Account = {
  code: 'files/is-a-folder',
  message: (file) => ({ ja: `${file} はフォルダーです。`, en: `${file} is a folder.` }),
  hint: { ja: 'ファイル名まで指定してください。', en: 'Give the name of a file in it.' },
};
const nameTooLong: Account = {
  code: 'files/name-too-long',
  message: (file) => ({ ja: `${file} は名前が長すぎます。`, en: `The name ${file} is too long.` }),
  hint: { ja: '短い名前にしてください。', en: 'Use a shorter name.' },
};

const ACCOUNTS: Readonly<Record<string, Account>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: tooLarge,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: readOnly,
  ENOENT: noFolder,
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  EISDIR: isAFolder,
  ENAMETOOLONG: nameTooLong,
};

/** Undefined where the error is not the file system's. */
export function storageProblem(error: unknown, file: string): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (!('syscall' in error)) return undefined;
  const account = ACCOUNTS[error.code] ?? {
    code: 'files/not-written',
    message: () => ({
      ja: `${file} に書き込めませんでした（${error.code}）。`,
      en: `${file} could not be written (${error.code}).`,
    }),
    hint: {
      ja: '保存先のディスクやネットワークの状態を確認してください。',
      en: 'Check the disk or the network that it is on.',
    },
  };
  return {
    code: account.code,
    severity: 'error',
    message: account.message(file),
    hint: account.hint,
    place: { kind: 'file', file },
  };
}
