/**
 * Takes bytes for a file, puts them in place whole or not at all.
 *
 * They are written beside the target under a hidden name, flushed to the disk, and renamed: a name that somebody can see
 * always has its whole contents, after a power cut too. Only the owner may read it (0600), for it holds personal data.
 */

import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from '../problem.js';
import { onDisk } from './storage-error.js';

export interface FileAside {
  write(chunk: Uint8Array): void;
  /** Flushes and gives the file its name. */
  keep(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

let opened = 0;

/** Every act throws a StorageError where the disk, the folder or the permissions do not allow it. */
export function openAside(target: string): FileAside {
  opened += 1;
  const aside = join(dirname(target), `.annai-${process.pid}-${opened}.part`);
  onDisk(target, () => refuseToReplace(target));
  const file = onDisk(target, () => {
    rmSync(aside, { force: true });
    return openSync(aside, 'wx', 0o600);
  });
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    closeSync(file);
  };
  const discard = () => {
    close();
    rmSync(aside, { force: true });
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
        for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      }),
    keep: () =>
      orDiscard(() => {
        fsyncSync(file);
        close();
        renameSync(aside, target);
      }),
    discard,
  };
}

export function writeWhole(target: string, bytes: Uint8Array): void {
  const file = openAside(target);
  file.write(bytes);
  file.keep();
}

/** A slip such as `--merge customers.csv` must not cost the customers: only a PDF is ever replaced. */
function refuseToReplace(target: string): void {
  const existing = statSync(target, { throwIfNoEntry: false });
  if (existing === undefined) return;
  if (existing.isDirectory()) {
    refuse({
      code: 'files/is-a-folder',
      message: { ja: 'ファイルではなく、フォルダーです。', en: 'This is a folder, not a file.' },
      hint: { ja: 'ファイル名まで指定してください。', en: 'Give the name of a file in it.' },
      place: { kind: 'file', file: target },
    });
  }
  if (existing.isFile() && (existing.size === 0 || beginsAsPdf(target))) return;
  refuse({
    code: 'files/not-a-pdf',
    message: {
      ja: 'PDF でないファイルがすでにあるため、上書きしません。',
      en: 'It exists and is not a PDF, so it is left alone.',
    },
    hint: { ja: '別の名前を指定してください。', en: 'Name another file.' },
    place: { kind: 'file', file: target },
  });
}

function beginsAsPdf(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(5);
    readSync(file, start, 0, 5, 0);
    return start.toString('latin1') === '%PDF-';
  } finally {
    closeSync(file);
  }
}
