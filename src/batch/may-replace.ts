/** Takes a file's path and what may be replaced, refuses where what stands there already may not be. */

import { statSync } from 'node:fs';
import { refuse } from '../problem.js';
import { beginning, isOwnPdf, isOwnTable } from './own-file.js';

/** What may stand under the target's name already and be replaced. */
export interface Replacing {
  /** Also what annai did not write. */
  readonly force?: boolean;
  /** For a table instead of a PDF: what annai's own begin with, one way or another. */
  readonly tables?: readonly string[];
}

/**
 * A slip such as `--merge customers.csv` must not cost the customers: a PDF takes the place of no other kind of file. Of its
 * own kind, what annai did not write (or somebody has written into) is replaced only where `force` says so.
 */
export function refuseToReplace(target: string, { force = false, tables }: Replacing): void {
  const existing = statSync(target, { throwIfNoEntry: false });
  if (existing === undefined) return;
  const place = { kind: 'file', file: target } as const;
  if (existing.isDirectory()) {
    refuse({
      code: 'files/is-a-folder',
      message: { ja: 'ファイルではなく、フォルダーです。', en: 'This is a folder, not a file.' },
      hint: { ja: 'ファイル名まで指定してください。', en: 'Give the name of a file in it.' },
      place,
    });
  }
  if (tables !== undefined && !existing.isFile()) {
    // A device or a pipe may be read without end.
    refuse({
      code: 'files/not-a-file',
      message: { ja: 'ふつうのファイルではありません。', en: 'This is no regular file.' },
      hint: { ja: '別の名前を指定してください。', en: 'Name another file.' },
      place,
    });
  }
  if (existing.isFile() && existing.size === 0) return;
  if (tables === undefined && !(existing.isFile() && beginsAsPdf(target))) {
    refuse({
      code: 'files/not-a-pdf',
      message: {
        ja: 'PDF でないファイルがすでにあるため、上書きしません。',
        en: 'It exists and is not a PDF, so it is left alone.',
      },
      hint: { ja: '別の名前を指定してください。', en: 'Name another file.' },
      place,
    });
  }
  if (force || (tables === undefined ? isOwnPdf(target) : isOwnTable(target, tables))) return;
  refuse({
    code: 'files/foreign',
    message: {
      ja: '同じ名前の、annai が作ったままではないファイルがあるため、上書きしません。',
      en: 'A file of this name exists that is not as annai made it, so it is left alone.',
    },
    hint: {
      ja: '別の場所や名前を指定するか、上書きしてよければ --force を付けてください。',
      en: 'Name another place or file, or add --force to replace it.',
    },
    place,
  });
}

const beginsAsPdf = (path: string): boolean => beginning(path, 5).toString('latin1') === '%PDF-';
