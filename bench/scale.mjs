// Takes numbers of customers (100 1000 10000 where none are given), makes all their sheets with `annai batch`, and draws from outside
// how long a sheet took and how much memory was held as the run went on: docs/scale.json, scale.svg. What an earlier call
// measured stays unless it is measured again, so that it can be run in parts; `--quick` writes to out/bench/ instead.
//
// Finished files are taken away while the run goes on: 100,000 of them would fill a disk.

import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { customerFile } from './customers.mjs';
import { commandKnows } from './measure.mjs';
import { ISSUE_DATE, PROVIDER } from './prepare/sample.mjs';
import { scalePlot } from './report/scale-plot.mjs';
import { residentMB } from './watch-memory.mjs';

/** @typedef {import('./report/report.d.ts').ScaleRun} ScaleRun */
/** @typedef {import('./report/report.d.ts').ScaleSample} ScaleSample */

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const EVERY_MS = 200;
/** Points of a line in the plot. */
const POINTS = 80;

const { values: options, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, workers: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const counts = positionals.length === 0 ? [100, 1_000, 10_000] : positionals.map(Number);
if (!counts.every((count) => Number.isInteger(count) && count > 0))
  throw new Error('bench: how many customers?');
const threaded = await commandKnows('--workers');
const workers = threaded ? Number(options.workers) : 1;
const target = path(options.quick ? '../out/bench' : '../docs');
const file = join(target, 'scale.json');

for (const count of counts) {
  const run = await measure(count);
  console.log(
    `${count} customers, ${workers} worker: ${run.seconds.toFixed(1)} s, ${((1000 * run.seconds) / count).toFixed(2)} ms a sheet, peak RSS ${Math.round(run.peakMB)} MB`,
  );
  /** @type {ScaleRun[]} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const runs = [...known.filter((each) => each.count !== count || each.workers !== workers), run];
  runs.sort((a, b) => a.workers - b.workers || a.count - b.count);
  mkdirSync(target, { recursive: true });
  writeFileSync(file, `${JSON.stringify(runs, undefined, 2)}\n`);
  writeFileSync(join(target, 'scale.svg'), scalePlot(runs));
}
console.log(`${file}, scale.svg`);

/** @param {number} count @returns {Promise<ScaleRun>} */
function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'annai-scale-'));
  const list = join(folder, 'customers.csv');
  const output = join(folder, 'sheets');
  writeFileSync(list, customerFile(count));
  const args = [
    'batch',
    list,
    '-o',
    output,
    '--provider',
    PROVIDER,
    '--issue-date',
    ISSUE_DATE,
    '--allow-risky',
  ];
  if (threaded) args.push('--workers', String(workers));
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [path('../dist/cli/main.cjs'), ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-2000);
    });
    /** @type {ScaleSample[]} */
    const samples = [];
    let made = 0;
    const look = () => {
      made += takeAway(output);
      samples.push({
        seconds: (performance.now() - started) / 1000,
        made,
        residentMB: Math.round(residentMB(child.pid ?? 0)),
      });
    };
    const timer = setInterval(look, EVERY_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      made += takeAway(output);
      rmSync(folder, { recursive: true, force: true });
      if (code !== 0 || made !== count) {
        reject(new Error(`annai batch made ${made} of ${count} sheets and ended with ${code}\n${complaint}`));
        return;
      }
      const peakMB = samples.reduce((most, sample) => Math.max(most, sample.residentMB), 0);
      const [cpu] = cpus();
      resolve({
        count,
        workers,
        seconds,
        peakMB,
        machine: `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}`,
        samples: thinned(samples),
      });
    });
  });
}

/** Removes the finished sheets of a folder. @param {string} output @returns {number} how many there were */
function takeAway(output) {
  if (!existsSync(output)) return 0;
  const finished = readdirSync(output).filter((name) => name.endsWith('.pdf') && !name.startsWith('.'));
  for (const name of finished) unlinkSync(join(output, name));
  return finished.length;
}

/** So many that the picture shows, evenly over a logarithmic scale. @param {readonly ScaleSample[]} samples */
function thinned(samples) {
  const last = samples.at(-1)?.made ?? 0;
  /** @type {ScaleSample[]} */
  const kept = [];
  for (const sample of samples) {
    const before = kept.at(-1)?.made ?? 0;
    if (
      sample.made > 0 &&
      (before === 0 || sample.made >= before * last ** (1 / POINTS) || sample.made === last)
    )
      kept.push(sample);
  }
  return kept;
}
