/** Takes customer ids, gives each customer's file name; refuses what could leave the folder, is no file name everywhere, or is taken. */

import { FirstRows } from '../office/customers/first-rows.js';
import { type RecordPlace, refuse } from '../problem.js';

/** Device names that Windows takes for itself, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

const otherName = {
  ja: 'このお客様だけ annai sheet -o で別の名前を付けて作成してください。',
  en: 'Make this sheet alone with annai sheet -o and another name.',
};

export interface FileNames {
  /** `row`, from 1, is the record's. */
  claim(customerId: string, row: number, place: RecordPlace): string;
}

export function createFileNames(): FileNames {
  // Windows and macOS take `a1.pdf` and `A1.pdf` for one file: the second customer would replace the first.
  const taken = new FirstRows();
  return {
    claim(customerId, row, place) {
      const name = fileNameOf(customerId, place);
      const holder = taken.find(name.toLowerCase(), row);
      if (holder === undefined) return name;
      return refuse({
        code: 'files/same-name',
        message: {
          ja: `お客様番号「${customerId}」のファイル名は、${holder.row}行目の方のものと大文字・小文字しか違いません。`,
          en: `The file name of customer "${customerId}" differs from that of row ${holder.row} in case only.`,
        },
        hint: otherName,
        place,
      });
    },
  };
}

export function fileNameOf(customerId: string, place: RecordPlace): string {
  refuseUnsafe(customerId, place);
  return `${customerId}.pdf`;
}

function refuseUnsafe(customerId: string, place: RecordPlace): void {
  if (!/^[0-9A-Za-z][0-9A-Za-z_-]*$/.test(customerId)) {
    refuse({
      code: 'files/unsafe-name',
      message: {
        ja: `お客様番号「${customerId}」はファイル名にできません。`,
        en: `The customer number "${customerId}" cannot be a file name.`,
      },
      hint: {
        ja: 'お客様番号は半角の英数字で始め、英数字とハイフンだけにしてください。',
        en: 'Begin the customer number with a letter or digit and use only letters, digits and hyphens.',
      },
      place,
    });
  }
  if (RESERVED.test(customerId)) {
    refuse({
      code: 'files/unsafe-name',
      message: {
        ja: `お客様番号「${customerId}」は Windows が特別な意味に使う名前のため、ファイル名にできません。`,
        en: `The customer number "${customerId}" is a name that Windows keeps for itself.`,
      },
      hint: otherName,
      place,
    });
  }
}
