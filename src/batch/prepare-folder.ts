/** Takes a folder's path, makes the folder where it is missing, and finds out before the first sheet whether it can be written. */

import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onDisk } from '../storage/storage-error.js';
import { openAside } from './file-aside.js';

export function prepareFolder(folder: string): void {
  onDisk(folder, () => {
    makeFolder(folder);
    openAside(join(folder, 'annai.pdf')).discard();
  });
}

/** Not by Node's own `recursive`: where the system says no in an unusual way, such as under /proc, that never returns. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}
