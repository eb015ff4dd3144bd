/** Takes a folder's path, makes the folder where it is missing, and finds out before the first sheet whether it can be written. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAside } from './file-aside.js';
import { onDisk } from './storage-error.js';

export function prepareFolder(folder: string): void {
  onDisk(folder, () => mkdirSync(folder, { recursive: true }));
  onDisk(folder, () => openAside(join(folder, 'annai.pdf')).discard());
}
