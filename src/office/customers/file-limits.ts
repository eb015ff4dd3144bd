/**
 * How large a customer file may be, and how that is refused. Far beyond any provider's; whatever is larger is a mistake
 * or made to keep whoever reads it busy.
 */

import { refuse, type Wording } from '../../problem.js';

export const LIMITS = {
  /** Of the file, in bytes. */
  bytes: 64 * 1024 ** 2,
  rows: 100_000,
  columns: 300,
  /** Characters of a cell: Excel's own limit. */
  cell: 32_767,
  /** Characters of a row of a text file. */
  line: 1_000_000,
  /** Of an .xlsx, unpacked, and how many times larger than packed a large part may get. */
  unpacked: 256 * 1024 ** 2,
  ratio: 200,
  /** Parts smaller than this may pack however well. */
  freely: 4 * 1024 ** 2,
} as const;

export type Excess = 'bytes' | 'rows' | 'columns' | 'cell' | 'line' | 'unpacked';

/** `row`: as Excel shows it, where one row is the reason. */
export function refuseExcess(file: string, excess: Excess, row?: number): never {
  refuse({
    code: 'customers/too-large',
    message: MESSAGES[excess],
    hint: excess === 'rows' || excess === 'bytes' ? SPLIT : LOOK,
    place: row === undefined ? { kind: 'file', file } : { kind: 'record', file, row },
  });
}

const MESSAGES: Readonly<Record<Excess, Wording>> = {
  bytes: { ja: 'ファイルが大きすぎます（64MBまで）。', en: 'The file is too large (at most 64 MB).' },
  rows: { ja: '行が多すぎます（10万行まで）。', en: 'There are too many rows (at most 100,000).' },
  columns: { ja: '列が多すぎます（300列まで）。', en: 'There are too many columns (at most 300).' },
  cell: {
    ja: '一つの値が長すぎます（Excelと同じ32,767文字まで）。',
    en: 'A value is too long (at most 32,767 characters, as in Excel).',
  },
  line: {
    ja: '1行が長すぎます（100万文字まで）。改行のないファイルか、閉じていない引用符（"）があります。',
    en: 'A row is too long (at most 1,000,000 characters): the file has no line breaks, or a quotation mark is not closed.',
  },
  unpacked: {
    ja: 'Excelのファイルの中身が、大きさのわりに多すぎます。',
    en: 'The Excel file unpacks to far more than it should.',
  },
};

const SPLIT: Wording = {
  ja: 'お客様の名簿か確かめ、名簿ならいくつかのファイルに分けてください。',
  en: 'Make sure that it is the customer file, and split it.',
};
const LOOK: Wording = {
  ja: 'お客様の名簿か確かめ、要らない行や列を消してから保存し直してください。',
  en: 'Make sure that it is the customer file, delete what is not needed, and save it again.',
};
