// Measures annai beside other programs that make the same sheets, in turns, each in a process of its own, and writes the table,
// the figures and the plot: docs/bench.md, bench.json, bench.svg. `--quick` takes one short turn and writes to out/bench/;
// `--only annai,pdfkit` measures these alone and writes nothing to docs/ either.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONTESTANTS, loadContestant } from './contestants/list.mjs';
import { customerFile } from './customers.mjs';
import { commandKnows, measureCommand, measureContestant, runProcess } from './measure.mjs';
import { ISSUE_DATE, KINDS, PROVIDER } from './prepare/sample.mjs';
import { markdown, summary } from './report/markdown.mjs';
import { plot } from './report/plot.mjs';
import { spreadOf } from './statistics.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    turns: { type: 'string' },
  },
});
const { quick, only } = options;
/** Different customers; the time of a measurement; the customers of the command. */
const PLAN = quick ? { sheets: 60, seconds: 0.5, command: 100 } : { sheets: 1000, seconds: 3, command: 4000 };
/**
 * Sheets before the clock starts, and in a merged file. JavaScript that makes hundreds in a second is at its pace after some
 * thousands (after one, V8 is still compiling what runs often); a compiled program, or one whose pace is its own layout's,
 * after fewer.
 */
const PACES = quick
  ? { quick: { warmUp: 20, merge: 20 }, even: { warmUp: 20, merge: 20 }, slow: { warmUp: KINDS, merge: 20 } }
  : {
      quick: { warmUp: 4000, merge: 500 },
      even: { warmUp: 200, merge: 100 },
      slow: { warmUp: KINDS, merge: 30 },
    };
const turns = Number(options.turns ?? (quick ? 1 : 5));
/** @typedef {import('./measure.mjs').Figures} Figures */
/** @typedef {{ readonly name: string, readonly label: import('./contestants/contestant.d.ts').Wording, readonly does: import('./contestants/contestant.d.ts').Wording, readonly tagged: boolean, readonly limit: boolean, readonly missing?: string | undefined, readonly pace?: import('./contestants/contestant.d.ts').Pace }} Entrant */

const folder = join(root, 'out/bench/data');
// In a process of its own, too: what this one holds would count as its children's.
await runProcess([
  fileURLToPath(new URL('prepare/prepare.mjs', import.meta.url)),
  folder,
  String(PLAN.sheets),
]);

/** @type {{ entrant: Entrant, works: Partial<Record<'first' | 'files' | 'merged', (turn: number) => Promise<Figures>>> }[]} */
const entrants = [];
for (const name of CONTESTANTS) {
  if (only !== undefined && !only.split(',').includes(name)) continue;
  const contestant = await loadContestant(name);
  const { label, does, tagged, limit = false, pace = 'quick' } = contestant;
  const missing = await contestant.missing?.();
  const work = (/** @type {'first' | 'files' | 'merged'} */ mode) => (/** @type {number} */ turn) =>
    measureContestant({
      contestant: name,
      mode,
      folder,
      from: turn * KINDS,
      ...PACES[pace],
      seconds: PLAN.seconds,
      round: KINDS,
    });
  const works = { first: work('first'), files: work('files'), merged: work('merged') };
  entrants.push({
    entrant: { name, label, does, tagged, limit, missing, pace },
    works:
      missing !== undefined
        ? {}
        : name === 'annai'
          ? { ...works, first: () => measureCommand(sheetCommand()) }
          : name === 'annai-untagged'
            ? { ...works, first: () => measureCommand([...sheetCommand(), '--pdf-standard', 'none']) }
            : name === 'finished-bytes'
              ? { files: works.files, merged: works.merged }
              : works,
  });
}
if (only === undefined || only.split(',').includes('command')) {
  for (const workers of (await commandKnows('--workers')) ? [1, cpus().length] : [undefined]) {
    const many = join(folder, 'command.csv');
    const args = workers === undefined ? [] : ['--workers', String(workers)];
    const batch = (/** @type {readonly string[]} */ to) => () =>
      measureCommand(['batch', many, ...to, '--json', ...args, ...common()]);
    const suffix = workers === undefined ? '' : ` --workers ${workers}`;
    entrants.push({
      entrant: {
        name: `command${workers === undefined ? '' : `-${workers}`}`,
        label: { ja: `annai batch${suffix}`, en: `annai batch${suffix}` },
        does: {
          ja: `コマンドとして、始まりから終わりまで（${PLAN.command} 名分）。ファイルは fsync してから名前を付ける`,
          en: `the command from start to end (${PLAN.command} customers), files flushed (fsync) before they get their names`,
        },
        tagged: true,
        limit: false,
      },
      // A print file is one thread's work whatever is asked for.
      works: {
        files: batch(['-o', 'OUT']),
        ...(workers === undefined || workers === 1 ? { merged: batch(['--merge', 'OUT/print.pdf']) } : {}),
      },
    });
  }
  writeFileSync(join(folder, 'command.csv'), customerFile(PLAN.command));
}

/** @type {Map<string, Record<'first' | 'files' | 'merged', Figures[]>>} */
const runs = new Map(entrants.map(({ entrant }) => [entrant.name, { first: [], files: [], merged: [] }]));
for (let turn = 0; turn < turns; turn += 1) {
  for (const mode of /** @type {const} */ (['first', 'files', 'merged'])) {
    for (const { entrant, works } of entrants) {
      const work = works[mode];
      if (work === undefined) continue;
      process.stderr.write(`${turn + 1}/${turns} ${mode} ${entrant.name}\n`);
      runs.get(entrant.name)?.[mode].push(await work(turn));
    }
  }
}

const rows = entrants.map(({ entrant }) => {
  const { first = [], files = [], merged = [] } = runs.get(entrant.name) ?? {};
  const spread = (/** @type {readonly Figures[]} */ figures, /** @type {keyof Figures} */ key) =>
    spreadOf(figures.flatMap((each) => each[key] ?? []));
  const ratios = (/** @type {string} */ ours) => {
    const ratio = (/** @type {'first' | 'files' | 'merged'} */ mode, /** @type {keyof Figures} */ key) => {
      const theirs = runs.get(entrant.name)?.[mode] ?? [];
      const pairs = (runs.get(ours)?.[mode] ?? []).map(
        (each, turn) => (each[key] ?? Number.NaN) / (theirs[turn]?.[key] ?? Number.NaN),
      );
      return spreadOf(pairs.filter(Number.isFinite));
    };
    return {
      firstSeconds: ratio('first', 'firstSeconds'),
      files: ratio('files', 'sheetsPerSecond'),
      merged: ratio('merged', 'sheetsPerSecond'),
    };
  };
  return {
    ...entrant,
    firstSeconds: spread(first, 'firstSeconds'),
    filesPerSecond: spread(files, 'sheetsPerSecond'),
    mergedPerSecond: spread(merged, 'sheetsPerSecond'),
    bytesPerFile: spread(files, 'bytesPerSheet'),
    bytesPerMerged: spread(merged, 'bytesPerSheet'),
    cpuMsPerFile: spread(files, 'cpuMsPerSheet'),
    cpuMsPerMerged: spread(merged, 'cpuMsPerSheet'),
    peakFilesMB: spread(files, 'peakMB'),
    peakMergedMB: spread(merged, 'peakMB'),
    annaiToThis: ratios('annai'),
    untaggedToThis: ratios('annai-untagged'),
  };
});
const [cpu] = cpus();
const filesOf = (/** @type {number} */ workers) =>
  (runs.get(`command-${workers}`)?.files ?? []).map(({ sheetsPerSecond = Number.NaN }) => sheetsPerSecond);
const one = filesOf(1);
const report = {
  made: {
    node: process.versions.node,
    cores: cpus().length,
    cpu: cpu?.model.trim() ?? '',
    turns,
    ...PLAN,
    paces: PACES,
  },
  versions: JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')),
  rows,
  threads: {
    count: cpus().length,
    ratio: spreadOf(filesOf(cpus().length).map((speed, turn) => speed / (one[turn] ?? Number.NaN))),
  },
};
const target = quick || only !== undefined ? join(root, 'out/bench') : join(root, 'docs');
mkdirSync(target, { recursive: true });
writeFileSync(
  join(target, 'bench.json'),
  `${JSON.stringify({ ...report, versions: { ...report.versions.dependencies, ...report.versions.optionalDependencies } }, undefined, 2)}\n`,
);
writeFileSync(join(target, 'bench.md'), markdown(report));
writeFileSync(join(target, 'bench.svg'), plot(rows));
console.log(summary(report));
console.log(`\n${join(target, 'bench.md')}, bench.json, bench.svg`);

function common() {
  return ['--provider', PROVIDER, '--issue-date', ISSUE_DATE, '--allow-risky'];
}

function sheetCommand() {
  return ['sheet', '--customer', join(folder, 'first.csv'), '-o', 'OUT/first.pdf', ...common()];
}
