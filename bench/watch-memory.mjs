// Takes a process, watches how much memory it and its children hold, from outside, where the system says it (Linux).

import { readdirSync, readFileSync } from 'node:fs';

const PAGE_KB = 4;
const EVERY_MS = 50;

/** @param {number} pid @returns {number} MB of the process and of all that it started */
export function residentMB(pid) {
  let pages = 0;
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      pages += Number(readFileSync(`/proc/${next}/statm`, 'latin1').split(' ')[1]);
      for (const task of readdirSync(`/proc/${next}/task`)) {
        const children = readFileSync(`/proc/${next}/task/${task}/children`, 'latin1').trim();
        if (children !== '') waiting.push(...children.split(' ').map(Number));
      }
    } catch {
      // It has ended, or the system has no /proc.
    }
  }
  return (pages * PAGE_KB) / 1024;
}

/** @param {number} pid @param {(megabytes: number) => void} tell @returns {() => void} to end it */
export function watchMemory(pid, tell) {
  const timer = setInterval(() => tell(residentMB(pid)), EVERY_MS);
  return () => clearInterval(timer);
}
