// Takes a task, runs it in a process of its own, and gives how long it took and what it needed.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './watch-memory.mjs';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const COMMAND = path('../dist/cli/main.cjs');
const PEAK = new URL('report-peak.mjs', import.meta.url).href;

/**
 * @typedef {object} Figures
 * @property {number} [firstSeconds] one sheet, from the start of the process to its end
 * @property {number} [sheetsPerSecond]
 * @property {number} [bytesPerSheet]
 * @property {number} [peakMB]
 * @property {number} [cpuMsPerSheet] of all threads: steadier than the clock where others use the machine
 */

/**
 * @param {readonly string[]} args of Node
 * @returns {Promise<{ seconds: number, peakMB: number, printed: string, told: string }>}
 */
export function runProcess(args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    let peakMB = 0;
    const unwatch = watchMemory(child.pid ?? 0, (megabytes) => {
      peakMB = Math.max(peakMB, megabytes);
    });
    /** @type {string[]} */
    const said = ['', '', '', ''];
    for (const stream of [1, 2, 3]) {
      child.stdio[stream]?.on('data', (/** @type {Buffer} */ chunk) => {
        said[stream] += chunk.toString('utf8');
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      unwatch();
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, peakMB, printed: said[1] ?? '', told: said[3] ?? '' });
      else reject(new Error(`node ${args.join(' ')} ended with ${code}\n${said[2]}`));
    });
  });
}

/** @template Result @param {(folder: string) => Promise<Result>} work @returns {Promise<Result>} */
async function inEmptyFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'annai-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Omit<import('./run-contestant.mjs').Task, 'output'>} task @returns {Promise<Figures>} */
export const measureContestant = (task) =>
  inEmptyFolder(async (output) => {
    const { seconds, peakMB, told } = await runProcess([
      path('run-contestant.mjs'),
      JSON.stringify({ ...task, output }),
    ]);
    if (task.mode === 'first') return { firstSeconds: seconds };
    const figures = JSON.parse(told);
    return { ...figures, peakMB: Math.max(peakMB, figures.peakMB) };
  });

/** annai as an office starts it. @param {readonly string[]} args `OUT` stands for an empty folder. @returns {Promise<Figures>} */
export const measureCommand = (args) =>
  inEmptyFolder(async (output) => {
    const given = args.map((arg) => arg.replace('OUT', output));
    // Nothing beside the command: of a first sheet no memory is told, and loading what tells it takes time.
    if (args[0] === 'sheet') return { firstSeconds: (await runProcess([COMMAND, ...given])).seconds };
    const { peakMB, printed, told } = await runProcess(['--import', PEAK, COMMAND, ...given]);
    const { made, seconds: work } = JSON.parse(printed);
    return { sheetsPerSecond: made / work, peakMB: Math.max(peakMB, Number(told)) };
  });

/** Whether the command has the option already. @param {string} option */
export async function commandKnows(option) {
  const { printed } = await runProcess([COMMAND, 'batch', '--help']);
  return printed.includes(option);
}
