// Loaded before the command under measurement (`node --import`): says on file descriptor 3 how much memory it took at most.

import { writeSync } from 'node:fs';

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
