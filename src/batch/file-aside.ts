/**
 * Takes bytes for a file, puts them in place whole or not at all.
 *
 * They are written beside the target under a hidden name, flushed to the disk, and renamed: a name that somebody can see
 * always has its whole contents, after a power cut too. Only the owner may read it (0600), for it holds personal data.
 */

import { closeSync, fsync, fsyncSync, openSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from '../problem.js';
import { errorCode } from '../storage/error-code.js';
import { processName, thisProcess } from '../storage/process-name.js';
import { removeLeftover } from '../storage/remove-leftover.js';
import { onDisk } from '../storage/storage-error.js';
import { beginning, isOwnPdf, isOwnTable } from './own-file.js';

export interface FileAside {
  write(chunk: Uint8Array): void;
  /** Flushes in the background what was written by now. */
  flush(): Promise<void>;
  /** Flushes, where that is still to be done, and gives the file its name. */
  keep(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

/** What may stand under the target's name already and be replaced. */
export interface Replacing {
  /** Also what annai did not write. */
  readonly force?: boolean;
  /** For a table instead of a PDF: what annai's own begin with, one way or another. */
  readonly tables?: readonly string[];
}

let opened = 0;

/** Every act throws a StorageError where the disk, the folder or the permissions do not allow it. */
export function openAside(target: string, replacing: Replacing = {}): FileAside {
  opened += 1;
  const aside = join(dirname(target), `.annai-${processName(thisProcess())}-${opened}.part`);
  onDisk(target, () => refuseToReplace(target, replacing));
  const file = onDisk(target, () => openNew(aside));
  let open = true;
  let flushed = false;
  const close = () => {
    if (!open) return;
    open = false;
    closeSync(file);
  };
  const discard = () => {
    close();
    removeLeftover(aside);
  };
  const orDiscard = (act: () => void) => {
    try {
      onDisk(target, act);
    } catch (error) {
      discard();
      throw error;
    }
  };

  return {
    write: (chunk) =>
      orDiscard(() => {
        flushed = false;
        for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      }),
    async flush() {
      const error = await new Promise<Error | null>((heard) => fsync(file, heard));
      flushed = true;
      orDiscard(() => {
        if (error !== null) throw error;
      });
    },
    keep: () =>
      orDiscard(() => {
        if (!flushed) fsyncSync(file);
        close();
        renameSync(aside, target);
      }),
    discard,
  };
}

/** What already has the name was left by a process of this number that came to a sudden end. */
function openNew(aside: string): number {
  const open = () => openSync(aside, 'wx', 0o600);
  try {
    return open();
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    unlinkSync(aside);
    return open();
  }
}

export function writeWhole(target: string, bytes: Uint8Array, replacing: Replacing = {}): void {
  const file = openAside(target, replacing);
  file.write(bytes);
  file.keep();
}

/** Opens one file more; where that fails, nothing is left of the one that was begun before it. */
export function orElseDiscard<T>(begun: Pick<FileAside, 'discard'>, open: () => T): T {
  try {
    return open();
  } catch (error) {
    begun.discard();
    throw error;
  }
}

/**
 * A slip such as `--merge customers.csv` must not cost the customers: a PDF takes the place of no other kind of file. Of its
 * own kind, what annai did not write (or somebody has written into) is replaced only where `force` says so.
 */
function refuseToReplace(target: string, { force = false, tables }: Replacing): void {
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
