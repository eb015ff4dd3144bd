/**
 * Takes a process and its computer, gives what the two call the files that they are still writing; and of such a name,
 * whether its process is gone.
 *
 * A folder on the network is written by several computers, whose processes have the same numbers: a name without the
 * computer would have one of them remove what another is writing.
 */

import { createHash } from 'node:crypto';
import { hostname } from 'node:os';

export interface ProcessHere {
  readonly pid: number;
  readonly host: string;
}

export const thisProcess = (): ProcessHere => ({ pid: process.pid, host: hostname() });

/** Letters and digits only, whatever the computer is called. */
export const processName = ({ pid, host }: ProcessHere): string => `${computer(host)}-${pid}`;

/** How a process name looks within a regular expression. */
export const PROCESS_NAME = '[0-9a-f]{8}-\\d+';

/** Of another computer's processes nobody here can tell, so they count as alive. */
export function isGone(name: string, host: string): boolean {
  const [where, pid] = name.split('-');
  return where === computer(host) && !isAlive(Number(pid));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const computer = (host: string): string => createHash('sha256').update(host).digest('hex').slice(0, 8);
