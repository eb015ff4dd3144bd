// Takes a contestant, a way of working and times as arguments, makes its sheets, and says on file descriptor 3 how it went.
// A process of its own for each: no contestant finds the memory or the compiled code of another.

import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { loadContestant } from './contestants/list.mjs';
import { peakMB } from './peak-memory.mjs';

/**
 * @typedef {object} Task
 * @property {string} contestant
 * @property {'first' | 'files' | 'merged'} mode
 * @property {string} folder what `prepare/` made
 * @property {string} output an empty folder
 * @property {number} from
 * @property {number} warmUp sheets
 * @property {number} seconds
 * @property {number} round sheets are made in multiples of it, so that every kind comes as often
 * @property {number} merge sheets in a merged file
 */

/** @type {Task} */
const task = JSON.parse(process.argv[2] ?? '{}');
const { mode, folder, output, from, warmUp, seconds, round, merge } = task;
mkdirSync(output, { recursive: true });

/** @param {string} name */
const read = (name) =>
  JSON.parse(readFileSync(join(folder, mode === 'first' ? `first-${name}` : name), 'utf8'));

const contestant = await loadContestant(task.contestant);
const contender = await contestant.open({
  placed: () => read('placed.json'),
  flow: () => read('flow.json'),
  folder,
  from: mode === 'first' ? 0 : from,
});

let sheets = 0;
let bytes = 0;

/** @param {AsyncIterator<Uint8Array> | Iterator<Uint8Array>} made */
async function writeNext(made) {
  const { value } = await made.next();
  writeFileSync(join(output, `${sheets}.pdf`), value);
  sheets += 1;
  bytes += value.length;
}

/** @param {number} count */
async function writeMerged(count) {
  const file = openSync(join(output, `merged-${sheets}.pdf`), 'w');
  await contender.merged(count, (chunk) => {
    writeSync(file, chunk);
    bytes += chunk.length;
  });
  closeSync(file);
  sheets += count;
}

const made = mode === 'merged' ? undefined : iteratorOf(contender.files());
if (mode === 'first') await writeNext(made ?? [][Symbol.iterator]());
else {
  const step = async () => (made === undefined ? writeMerged(merge) : writeNext(made));
  while (sheets < warmUp) await step();
  [sheets, bytes] = [0, 0];
  const started = performance.now();
  const cpu = process.cpuUsage();
  let elapsed = 0;
  do {
    await step();
    elapsed = (performance.now() - started) / 1000;
  } while (elapsed < seconds || sheets % round !== 0);
  const { user, system } = process.cpuUsage(cpu);
  writeSync(
    3,
    JSON.stringify({
      sheetsPerSecond: sheets / elapsed,
      bytesPerSheet: bytes / sheets,
      sheets,
      peakMB: peakMB(),
      ...(contestant.elsewhere ? {} : { cpuMsPerSheet: (user + system) / 1000 / sheets }),
    }),
  );
}
await contender.close?.();

/** @param {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} iterable */
function iteratorOf(iterable) {
  return Symbol.asyncIterator in iterable ? iterable[Symbol.asyncIterator]() : iterable[Symbol.iterator]();
}
