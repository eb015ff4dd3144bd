/** Takes a file that is of no more use, removes it where the disk lets it; what stays, the next run removes. */

import { rmSync } from 'node:fs';
import { storageProblem } from './storage-problem.js';

/** Whoever calls has something to say that matters more. */
export function removeLeftover(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (storageProblem(error, file) === undefined) throw error;
  }
}
