/** Takes a path, gives the bytes of the file there; what is no regular file (a pipe, a device) would be waited for, or read without end. */

import { readFileSync, statSync } from 'node:fs';

/** Throws as the file system does: `ESPIPE` where there is something else than a file. */
export function readRegularFile(path: string): Uint8Array {
  const found = statSync(path);
  if (!found.isFile() && !found.isDirectory())
    throw Object.assign(new Error(`${path} is no regular file`), { code: 'ESPIPE', syscall: 'open' });
  return readFileSync(path);
}
