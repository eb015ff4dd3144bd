import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { describe, expect, test } from 'vitest';
import { annai, startAnnai, workFolder } from './annai.js';
import { csv, customers } from './customer-file.js';
import { finished } from './finished.js';

/** `ANNAI_KILLS=400 ANNAI_SEED=7` for whoever wants to be surer. */
const SCALE = Number(process.env.ANNAI_KILLS ?? 52) / 52;
const CUSTOMERS = Number(process.env.ANNAI_CUSTOMERS ?? 500);
const PATIENCE = 900_000;

interface Manner {
  readonly title: string;
  readonly args: readonly string[];
  readonly kills: number;
  /** The longest that a run is left alone, as a part of an undisturbed one. A run that is taken up has less to do each time. */
  readonly until: number;
}

const MANNERS: readonly Manner[] = [
  { title: 'separate files, one thread', args: ['-o', '出力', '--workers', '1'], kills: 20, until: 0.2 },
  { title: 'separate files, two threads', args: ['-o', '出力', '--workers', '2'], kills: 20, until: 0.3 },
  { title: 'a print file', args: ['--merge', '出力/印刷.pdf'], kills: 12, until: 1 },
];

const LEDGER = 'ledger.sqlite';
const commandOf = ({ args }: Manner) => [
  'batch',
  '顧客.csv',
  ...args,
  '--issue-date',
  '2026-11-23',
  '--ledger',
  LEDGER,
];

/** The same moments each time, unless another seed is asked for (mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function newFolder(base: string, count = CUSTOMERS): string {
  const folder = mkdtempSync(join(base, 'run-'));
  writeFileSync(join(folder, '顧客.csv'), csv(customers(count)));
  mkdirSync(join(folder, '出力'));
  return folder;
}

/** Every byte of every file that a person sees there. */
const visible = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(join(folder, '出力'))
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, '出力', name))]),
  );

/** Looks at a copy, as the next run will find it: what was not finished is in SQLite's own journal beside it. */
function ledgerOf(folder: string): { readonly integrity: unknown; readonly issues: readonly unknown[] } {
  const copy = join(folder, 'copy.sqlite');
  for (const ending of ['', '-journal']) {
    rmSync(copy + ending, { force: true });
    if (existsSync(join(folder, LEDGER + ending))) copyFileSync(join(folder, LEDGER + ending), copy + ending);
  }
  if (!existsSync(copy)) return { integrity: 'none yet', issues: [] };
  const database = new Database(copy);
  const integrity = database.get('PRAGMA integrity_check')?.integrity_check;
  const has = database.all("SELECT name FROM sqlite_master WHERE name = 'issue'").length > 0;
  const issues = has
    ? database.all(
        'SELECT control_number, customer_id, kind, edition, file, position, pages FROM issue ORDER BY customer_id',
      )
    : [];
  database.close();
  rmSync(copy);
  return { integrity, issues };
}

/** Says whether the run was still at work when its time came. */
async function killed(folder: string, manner: Manner, afterMs: number): Promise<boolean> {
  const child = startAnnai(folder, ...commandOf(manner));
  child.stdout.resume();
  child.stderr.resume();
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  if (signal !== 'SIGKILL') expect(code).toBe(0);
  return signal === 'SIGKILL';
}

describe(`kill -9 at any moment of a batch of ${CUSTOMERS}, then the same command`, () => {
  test.concurrent.each(MANNERS.map((manner) => ({ ...manner, kills: Math.ceil(manner.kills * SCALE) })))(
    '$title, $kills times: no file that can be seen is partial, the ledger is whole, the end is that of an undisturbed run',
    async (manner) => {
      const base = workFolder();
      const quiet = newFolder(base);
      const begun = performance.now();
      expect((await finished(startAnnai(quiet, ...commandOf(manner)))).code).toBe(0);
      const whole = performance.now() - begun;
      const undisturbed = visible(quiet);
      const { issues } = ledgerOf(quiet);
      expect(issues).toHaveLength(CUSTOMERS);

      const draw = draws(Number(process.env.ANNAI_SEED ?? 20_261_123));
      const asUndisturbed = (folder: string) => {
        const made = visible(folder);
        for (const [name, bytes] of made) expect(undisturbed.get(name)?.equals(bytes), name).toBe(true);
        expect([...made.keys()]).toEqual([...undisturbed.keys()]);
        expect(ledgerOf(folder)).toEqual({ integrity: 'ok', issues });
        expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isLeftover)).toEqual([]);
        rmSync(folder, { recursive: true });
      };
      let folder = newFolder(base);
      for (let kills = 0; kills < manner.kills; ) {
        if (!(await killed(folder, manner, draw() * whole * manner.until + 100))) {
          asUndisturbed(folder);
          folder = newFolder(base);
          continue;
        }
        kills += 1;
        for (const [name, bytes] of visible(folder))
          if (name.endsWith('.pdf')) expect(undisturbed.get(name)?.equals(bytes), name).toBe(true);
        expect(['ok', 'none yet']).toContain(ledgerOf(folder).integrity);
      }
      expect((await finished(startAnnai(folder, ...commandOf(manner)))).code).toBe(0);
      asUndisturbed(folder);
    },
    PATIENCE,
  );
});

const isLeftover = (name: string): boolean => /\.part$|lock|journal/.test(name);

test('the ledger of a run that was taken up can be proved, sheet by sheet', async () => {
  const folder = newFolder(workFolder(), 20);
  const manner = { title: '', args: ['-o', '出力'], kills: 1, until: 1 };
  for (const moment of [500, 700, 900]) await killed(folder, manner, moment);
  expect((await finished(startAnnai(folder, ...commandOf(manner)))).code).toBe(0);
  expect(annai(folder, 'ledger', 'verify', '顧客.csv', '--ledger', LEDGER).stdout).toContain('同じ 20件');
});
