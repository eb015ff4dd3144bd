/** Takes an act on the file system, gives its result, or a StorageError that says in words why the disk did not let it happen. */

import { ProblemError } from '../problem.js';
import { storageProblem } from './storage-problem.js';

/** The disk, the folder or the permissions: what fails one file will fail the next. */
export class StorageError extends ProblemError {}

export function onDisk<T>(target: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw storageError(error, target);
  }
}

/** The error itself, where it is none of the disk's. */
export function storageError(error: unknown, target: string): unknown {
  const problem = storageProblem(error, target);
  return problem === undefined ? error : new StorageError([problem], { cause: error });
}
