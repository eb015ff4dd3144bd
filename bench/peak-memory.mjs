// Gives the most memory that this process has held. Where the system has no /proc, its resource usage: on Linux that one counts
// the memory of the process that started this one, too.

import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

export function peakMB() {
  const highest = existsSync(STATUS)
    ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'latin1'))?.[1]
    : undefined;
  return Number(highest ?? process.resourceUsage().maxRSS) / 1024;
}
