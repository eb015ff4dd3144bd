// Loaded before the command under measurement (`node --import`): says on file descriptor 3 how many MB it took at most.

import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { peakMB } from './peak-memory.mjs';

// Threads load it, too.
if (isMainThread) process.on('exit', () => writeSync(3, String(peakMB())));
