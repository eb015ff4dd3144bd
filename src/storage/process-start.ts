/** Takes a process number, gives what tells that process from every other one that had the number: which start of the system, and when in it. */

import { readFileSync } from 'node:fs';

/** Undefined where the system does not say (it does under Linux). */
export function processStart(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    // Behind the command's name, which may hold anything, the 20th value (proc(5): starttime).
    const values = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ');
    const ticks = values?.[19];
    return ticks === undefined ? undefined : `${boot} ${ticks}`;
  } catch {
    // No /proc, or no such process: that is the answer.
    return undefined;
  }
}
