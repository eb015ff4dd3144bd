import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/ledger/ledger-book.js';
import { MIGRATIONS, migrate, versionOf } from '../../src/ledger/migrations.js';
import { useLedger } from '../../src/ledger/use-ledger.js';
import type { Worker } from '../../src/storage/lock-file.js';
import { processName } from '../../src/storage/process-name.js';
import { problemsOf } from '../pipeline/office-folder.js';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annai-ledger-'));
  file = join(folder, '台帳.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const worker: Worker = { pid: process.pid, host: 'here', user: 'kai', since: '2026-11-23 09:00' };
/** A process that is certainly gone. */
const gone: Worker = { ...worker, pid: spawnSync('true').pid };

const use = <T>(act: (database: Database) => T, make = false): T =>
  useLedger(file, worker, act, { make, thoroughly: true });
const made = () => use((database) => keyOf(database, file, () => Buffer.alloc(32, 7)), true);
const codes = (work: () => unknown) => problemsOf(work).map(({ code }) => code);

test('a new ledger and its key are readable by their owner alone, and nothing is left beside them', () => {
  made();
  expect(readdirSync(folder).sort()).toEqual(['台帳.sqlite', '台帳.sqlite.key']);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

describe('is refused, left as it is, and what to do is said', () => {
  const PAGES = 4096;
  test.each<readonly [string, string, () => void]>([
    ['what is no database', 'ledger/not-a-ledger', () => writeFileSync(file, '顧客,一覧\r\n'.repeat(99))],
    [
      "another program's database",
      'ledger/not-a-ledger',
      () => {
        made();
        use((database) => database.exec('PRAGMA application_id = 1'));
      },
    ],
    ['a folder', 'ledger/not-a-ledger', () => mkdirSync(file)],
    [
      'one that was cut off',
      'ledger/damaged',
      () => {
        made();
        writeFileSync(file, readFileSync(file).subarray(0, 2 * PAGES));
      },
    ],
    [
      'one with a page of something else',
      'ledger/damaged',
      () => {
        made();
        writeFileSync(file, readFileSync(file).fill(0xff, PAGES, 3 * PAGES));
      },
    ],
    [
      'one of a newer annai',
      'ledger/newer',
      () => {
        made();
        use((database) => database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`));
      },
    ],
    [
      'one without its key',
      'ledger/no-key',
      () => {
        made();
        rmSync(`${file}.key`);
      },
    ],
    [
      'one with the key of another',
      'ledger/no-key',
      () => {
        made();
        writeFileSync(`${file}.key`, 'ab'.repeat(32));
      },
    ],
  ])('%s', (_, code, prepare) => {
    prepare();
    const before = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
    const problems = problemsOf(made);
    expect(problems.map((each) => each.code)).toEqual([code]);
    expect(problems[0]?.hint?.ja).toMatch(/ください/);
    if (before !== undefined) expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([]);
  });

  test('one that is not there, where none is to be made', () => {
    expect(codes(() => use(() => 0))).toEqual(['ledger/missing']);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('migrations', () => {
  test('bring a ledger of every earlier version to today’s form and keep what is in it', () => {
    for (let version = 1; version < MIGRATIONS.length; version += 1) {
      rmSync(file, { force: true });
      useRaw((database) => {
        migrate(database, MIGRATIONS.slice(0, version));
        database.run('INSERT INTO ledger (key_check) VALUES (?)', ['kept']);
      });
      expect(use((database) => [versionOf(database), database.get('SELECT key_check FROM ledger')])).toEqual([
        MIGRATIONS.length,
        { key_check: 'kept' },
      ]);
    }
  });

  test('happen as a whole or not at all', () => {
    made();
    const before = readFileSync(file);
    use((database) => {
      const broken = [...MIGRATIONS, 'CREATE TABLE fresh (a) STRICT'];
      expect(() => migrate(database, broken)).toThrow();
      expect(versionOf(database)).toBe(MIGRATIONS.length);
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  /** Without the step to today's form. */
  function useRaw(act: (database: Database) => void): void {
    const database = new Database(file);
    act(database);
    database.close();
  }
});

describe('what a process left that was killed in the middle', () => {
  test('its locks are taken over', () => {
    made();
    writeFileSync(`${file}.annai-lock`, JSON.stringify(gone));
    mkdirSync(`${file}.lock`);
    for (const attempt of ['', '-stale'])
      writeFileSync(`${file}.annai-lock-${processName(gone)}${attempt}`, '');
    expect(use((database) => versionOf(database))).toBe(MIGRATIONS.length);
    expect(readdirSync(folder).sort()).toEqual(['台帳.sqlite', '台帳.sqlite.key']);
  });

  test('also where the one that took over was killed, too', () => {
    made();
    mkdirSync(`${file}.lock`);
    expect(use((database) => versionOf(database))).toBe(MIGRATIONS.length);
  });

  test('a key without a ledger is the key of the ledger that is made', () => {
    writeFileSync(`${file}.key`, `${'cd'.repeat(32)}\n`);
    made();
    expect(readFileSync(`${file}.key`, 'latin1')).toBe(`${'cd'.repeat(32)}\n`);
    expect(made().check).toMatch(/^[0-9a-f]{64}$/);
  });
});
