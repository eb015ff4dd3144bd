/**
 * Takes the bytes of a file, puts them in place whole or not at all, as file-aside.ts does, but writes and flushes them in the
 * background: to create a file can take as long as to make what is in it, and the disk flushes many at once in the time of one.
 */

import { close, fsync, open, renameSync, unlink, write } from 'node:fs';
import { promisify } from 'node:util';
import { errorCode } from '../storage/error-code.js';
import { removeLeftover } from '../storage/remove-leftover.js';
import { onDisk, storageError } from '../storage/storage-error.js';
import { nameAside } from './file-aside.js';
import { type Replacing, refuseToReplace } from './may-replace.js';

/** Whole and on the disk, under a hidden name. */
export interface WrittenAside {
  /** Gives the file its name. */
  keep(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

const [opened, written, flushed, closed, unlinked] = [
  promisify(open),
  promisify(write),
  promisify(fsync),
  promisify(close),
  promisify(unlink),
];

/** Fails with a StorageError where the disk, the folder or the permissions do not allow it, and leaves nothing behind then. */
export async function writeAside(
  target: string,
  bytes: Uint8Array,
  replacing: Replacing = {},
): Promise<WrittenAside> {
  const aside = nameAside(target);
  const discard = () => removeLeftover(aside);
  onDisk(target, () => refuseToReplace(target, replacing));
  try {
    await writeNew(aside, bytes);
  } catch (error) {
    discard();
    throw storageError(error, target);
  }
  return {
    keep() {
      try {
        onDisk(target, () => renameSync(aside, target));
      } catch (error) {
        discard();
        throw error;
      }
    },
    discard,
  };
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await openNew(file);
  try {
    for (let at = 0; at < bytes.length; ) at += (await written(handle, bytes, at)).bytesWritten;
    await flushed(handle);
  } finally {
    await closed(handle);
  }
}

/** What already has the name was left by a process of this number that came to a sudden end. */
async function openNew(file: string): Promise<number> {
  const openIt = () => opened(file, 'wx', 0o600);
  try {
    return await openIt();
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    await unlinked(file);
    return openIt();
  }
}
