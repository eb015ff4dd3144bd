// Measures annai as its users start it: one sheet as a whole process, and a batch of 200 on one thread, as files and merged.
// Every figure is the median of several runs with its lowest and highest; the machine and the versions stand beside it.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { customerFile } from './customers.mjs';

const RUNS = 7;
const SHEETS = 200;

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const peak = new URL('report-peak.mjs', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'annai-bench-'));

/**
 * Runs the command once.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{ seconds: number, peakMB: number, output: string }>}
 */
function run(args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', peak, main, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
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
      const seconds = (performance.now() - started) / 1000;
      if (code !== 0) reject(new Error(`annai ${args.join(' ')} ended with ${code}\n${said[2]}`));
      else resolve({ seconds, peakMB: Number(said[3]) / 1024, output: said[1] ?? '' });
    });
  });
}

/** @param {readonly number[]} values @param {number} digits */
function spread(values, digits) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, median, high] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
    (at) => sorted[at] ?? Number.NaN,
  );
  return `${median?.toFixed(digits)} (${low?.toFixed(digits)}–${high?.toFixed(digits)})`;
}

/** @param {readonly number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @param {(turn: number) => readonly string[]} args */
async function repeat(args) {
  await run(args(RUNS));
  const runs = [];
  for (let turn = 0; turn < RUNS; turn += 1) runs.push(await run(args(turn)));
  return runs;
}

try {
  const one = join(folder, 'one.csv');
  const many = join(folder, 'many.csv');
  writeFileSync(one, customerFile(1));
  writeFileSync(many, customerFile(SHEETS));

  const first = await repeat((turn) => ['sheet', '--customer', one, '-o', join(folder, `first-${turn}.pdf`)]);
  /** @param {string} name @param {string[]} more */
  const separately = (name, ...more) =>
    repeat((turn) => [
      'batch',
      many,
      '-o',
      join(folder, `${name}-${turn}`),
      '--allow-risky',
      '--json',
      ...more,
    ]);
  /** @param {string} name @param {string[]} more */
  const together = (name, ...more) =>
    repeat((turn) => [
      'batch',
      many,
      '--merge',
      join(folder, `${name}-${turn}.pdf`),
      '--allow-risky',
      '--json',
      ...more,
    ]);
  const files = await separately('files');
  const merged = await together('merged');
  const plainFiles = await separately('plain-files', '--pdf-standard', 'none');
  const plainMerged = await together('plain-merged', '--pdf-standard', 'none');

  /** @param {{ output: string }[]} runs */
  const rates = (runs) =>
    runs.map(({ output }) => JSON.parse(output)).map(({ made, seconds }) => made / seconds);
  /** @param {{ peakMB: number }[]} runs */
  const peaks = (runs) => runs.map(({ peakMB }) => peakMB);

  const [cpu] = cpus();
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}; median of ${RUNS} runs (lowest–highest)\n`,
  );
  console.log('| | | peak RSS MB |');
  console.log('|---|---|---|');
  console.log(
    `| first sheet, whole process, s | ${spread(
      first.map(({ seconds }) => seconds),
      2,
    )} | ${spread(peaks(first), 0)} |`,
  );
  console.log(
    `| ${SHEETS} separate files, sheets/s | ${spread(rates(files), 0)} | ${spread(peaks(files), 0)} |`,
  );
  console.log(`| ${SHEETS} merged, sheets/s | ${spread(rates(merged), 0)} | ${spread(peaks(merged), 0)} |`);

  /** @param {{ output: string }[]} tagged @param {{ output: string }[]} plain */
  const ratio = (tagged, plain) => (median(rates(tagged)) / median(rates(plain))).toFixed(2);
  console.log(
    `\ntagged ÷ untagged, sheets/s: ${ratio(files, plainFiles)} separate files, ${ratio(merged, plainMerged)} merged`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
