/** Gives who runs this process, where and since when: for whoever finds a folder locked. */

import { hostname, userInfo } from 'node:os';
import type { Worker } from '../storage/lock-file.js';
import { processStart } from '../storage/process-start.js';
import { nowInJapan } from './japan-time.js';

export function workerHere(): Worker {
  const started = processStart(process.pid);
  const worker = { pid: process.pid, host: hostname(), user: userName(), since: nowInJapan() };
  return started === undefined ? worker : { ...worker, started };
}

/** A user without an entry in the system's list has no name (uid of a container). */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}
