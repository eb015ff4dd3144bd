/**
 * Takes bytes for a file, puts them in place whole or not at all.
 *
 * They are written beside the target under a hidden name, flushed to the disk, and renamed: a name that somebody can see
 * always has its whole contents, after a power cut too. Only the owner may read it (0600), for it holds personal data.
 */

import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../storage/error-code.js';
import { processName, thisProcess } from '../storage/process-name.js';
import { removeLeftover } from '../storage/remove-leftover.js';
import { onDisk } from '../storage/storage-error.js';
import { type Replacing, refuseToReplace } from './may-replace.js';

export interface FileAside {
  write(chunk: Uint8Array): void;
  /** Flushes, and gives the file its name. */
  keep(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

let named = 0;

/** A hidden name beside the target, another one each time. */
export function nameAside(target: string): string {
  named += 1;
  return join(dirname(target), `.annai-${processName(thisProcess())}-${named}.part`);
}

/** Every act throws a StorageError where the disk, the folder or the permissions do not allow it. */
export function openAside(target: string, replacing: Replacing = {}): FileAside {
  const aside = nameAside(target);
  onDisk(target, () => refuseToReplace(target, replacing));
  const file = onDisk(target, () => openNew(aside));
  let open = true;
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
