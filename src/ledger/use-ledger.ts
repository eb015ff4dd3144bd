/**
 * Takes a ledger's file and what to do with it, opens it for just that, and closes it again.
 *
 * One annai at a time, by a lock of annai's own beside it: SQLite's lock (in the build used here a folder, `FILE.lock`)
 * outlives a process that is killed, and nobody could tell.
 */

import { closeSync, existsSync, openSync, readdirSync, readSync, rmdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { ProblemError, refuse, type Wording } from '../problem.js';
import { takeLock, type Worker } from '../storage/lock-file.js';
import { pause } from '../storage/pause.js';
import { isGone, PROCESS_NAME } from '../storage/process-name.js';
import { removeLeftover } from '../storage/remove-leftover.js';
import { onDisk } from '../storage/storage-error.js';
import { storageProblem } from '../storage/storage-problem.js';
import { APPLICATION_ID, MIGRATIONS, migrate, versionOf } from './migrations.js';

export interface LedgerUse {
  /** Makes the ledger where there is none. */
  readonly make?: boolean;
  /** Reads every page of the file first. */
  readonly thoroughly?: boolean;
}

/** Throws a ProblemError where the ledger is damaged, newer than this annai, none, or not to be had. */
export function useLedger<T>(
  file: string,
  worker: Worker,
  act: (database: Database) => T,
  { make = false, thoroughly = false }: LedgerUse = {},
): T {
  refuseForeign(file, make);
  const lock = `${file}.annai-lock`;
  const succeeded = waitFor(lock, file, worker);
  try {
    if (succeeded) freeOfTheDead(file);
    if (thoroughly) removeAttempts(lock, worker);
    if (make) onDisk(file, () => closeSync(openSync(file, 'a', 0o600)));
    return inWords(file, () => {
      const database = opened(file);
      try {
        prepare(database, file, thoroughly);
        return act(database);
      } finally {
        database.close();
      }
    });
  } finally {
    removeLeftover(lock);
  }
}

/** Loaded where a ledger is used: whoever keeps none does not wait for it. */
function opened(file: string): Database {
  const sqlite = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm');
  return new sqlite.Database(file, { fileMustExist: true });
}

function prepare(database: Database, file: string, thoroughly: boolean): void {
  const version = whenFree(file, () => versionOf(database));
  database.exec('PRAGMA synchronous = FULL');
  const application = Number(database.get('PRAGMA application_id')?.application_id);
  const tables = Number(database.get('SELECT count(*) AS tables FROM sqlite_master')?.tables);
  if (application !== APPLICATION_ID && (application !== 0 || tables > 0)) refuseAs(file, NOT_A_LEDGER);
  if (version > MIGRATIONS.length) refuseAs(file, NEWER);
  if (thoroughly) {
    const found = database.all('PRAGMA integrity_check').map((row) => Object.values(row)[0]);
    if (found.length !== 1 || found[0] !== 'ok') refuseAs(file, DAMAGED);
  }
  migrate(database);
}

const TRIES = 200;
const PAUSE_MS = 50;

const ATTEMPT = new RegExp(`^(${PROCESS_NAME})(?:-stale)?$`);

/** Of processes that were killed while they asked for the lock. */
function removeAttempts(lock: string, { host }: Worker): void {
  for (const name of readdirSync(dirname(lock))) {
    const left = name.startsWith(`${basename(lock)}-`)
      ? ATTEMPT.exec(name.slice(basename(lock).length + 1))?.[1]
      : undefined;
    if (left !== undefined && isGone(left, host)) removeLeftover(join(dirname(lock), name));
  }
}

/** Others hold it for moments only. Says whether an earlier holder left without letting go. */
function waitFor(lock: string, file: string, worker: Worker): boolean {
  for (let tries = 1; ; tries += 1) {
    const answer = onDisk(file, () => takeLock(lock, worker));
    if (answer.held) return answer.succeeded;
    if (tries === TRIES) {
      const { user = '?', host = '?', pid = '?' } = answer.by ?? {};
      refuseAs(file, {
        code: 'ledger/busy',
        message: {
          ja: `台帳を別の annai（${user}@${host}、プロセス ${pid}）が使い続けています。`,
          en: `Another annai (${user}@${host}, process ${pid}) does not let go of the ledger.`,
        },
        hint: {
          ja: `それが終わってから、もう一度実行してください。もう動いていないことが確かなら、${lock} を消してください。`,
          en: `Run again when it has ended. If it certainly runs no more, delete ${lock}.`,
        },
      });
    }
    pause(PAUSE_MS);
  }
}

/** Under annai's lock, SQLite's own can only be one that was left behind, or another program's, which is given time. */
function whenFree<T>(file: string, act: () => T): T {
  for (let tries = 1; ; tries += 1) {
    try {
      return act();
    } catch (error) {
      if (!says(error, 'database is locked') || tries > TRIES) throw error;
      if (tries === TRIES / 5) freeOfTheDead(file);
      pause(PAUSE_MS);
    }
  }
}

function freeOfTheDead(file: string): void {
  const left = `${file}.lock`;
  if (existsSync(left)) onDisk(file, () => rmdirSync(left));
}

const says = (error: unknown, words: string): boolean =>
  error instanceof Error && error.name === 'SQLite3Error' && error.message.includes(words);

/** Before SQLite touches it: it would take an empty or strange file for its own. */
function refuseForeign(file: string, make: boolean): void {
  const found = onDisk(file, () => statSync(file, { throwIfNoEntry: false }));
  if (found === undefined) {
    if (make) return;
    refuseAs(file, MISSING);
  }
  if (!found.isFile()) refuseAs(file, NOT_A_LEDGER);
  if (found.size === 0) return;
  const start = Buffer.alloc(16);
  onDisk(file, () => {
    const bytes = openSync(file, 'r');
    try {
      readSync(bytes, start, 0, start.length, 0);
    } finally {
      closeSync(bytes);
    }
  });
  if (start.toString('latin1') !== 'SQLite format 3\0') refuseAs(file, NOT_A_LEDGER);
}

function inWords<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (says(error, 'malformed') || says(error, 'not a database')) refuseAs(file, DAMAGED, error);
    if (says(error, 'locked')) refuseAs(file, IN_USE, error);
    if (says(error, 'disk is full') || says(error, 'disk I/O error')) refuseAs(file, FULL, error);
    if (says(error, 'readonly') || says(error, 'unable to open') || says(error, 'Could not open'))
      refuseAs(file, NOT_WRITABLE, error);
    const problem = storageProblem(error, file);
    if (problem !== undefined) throw new ProblemError([problem], { cause: error });
    throw error;
  }
}

interface Refusal {
  readonly code: string;
  readonly message: Wording;
  readonly hint: Wording;
}

function refuseAs(file: string, refusal: Refusal, cause?: unknown): never {
  refuse({ ...refusal, place: { kind: 'file', file } }, cause);
}

const RESTORE = {
  ja: '控えから戻すか、このファイルの名前を変えて取っておき、--ledger で新しい台帳を指定してください。上書きはしません。',
  en: 'Restore it from a backup, or rename it to keep it and name a new one with --ledger. It is left as it is.',
};
const MISSING: Refusal = {
  code: 'ledger/missing',
  message: { ja: '台帳がありません。', en: 'There is no ledger.' },
  hint: {
    ja: '場所を --ledger で指定してください。annai sheet と annai batch は、--ledger で指定した台帳がなければ作ります。',
    en: 'Say where it is with --ledger. annai sheet and annai batch make the one that --ledger names.',
  },
};
const DAMAGED: Refusal = {
  code: 'ledger/damaged',
  message: { ja: '台帳が壊れています。', en: 'The ledger is damaged.' },
  hint: RESTORE,
};
const NOT_A_LEDGER: Refusal = {
  code: 'ledger/not-a-ledger',
  message: { ja: 'annai の台帳ではありません。', en: 'This is not a ledger of annai.' },
  hint: RESTORE,
};
const NEWER: Refusal = {
  code: 'ledger/newer',
  message: {
    ja: 'この annai より新しい annai が作った台帳です。',
    en: 'The ledger was written by a newer annai than this one.',
  },
  hint: {
    ja: 'annai を新しくしてから、もう一度実行してください。台帳には手を付けていません。',
    en: 'Update annai and run again. The ledger was left as it is.',
  },
};
const IN_USE: Refusal = {
  code: 'ledger/busy',
  message: { ja: '台帳を別のプログラムが使っています。', en: 'Another program uses the ledger.' },
  hint: {
    ja: 'そのプログラムを終えてから、もう一度実行してください。',
    en: 'End that program and run again.',
  },
};
const FULL: Refusal = {
  code: 'ledger/not-written',
  message: { ja: '台帳に書き込めませんでした。', en: 'The ledger could not be written.' },
  hint: {
    ja: 'ディスクの空きと、保存先の状態を確かめてください。作った紙面は、同じコマンドをもう一度実行すると台帳に載ります。',
    en: 'See that the disk has room. The sheets that were made are recorded when the same command is run again.',
  },
};
const NOT_WRITABLE: Refusal = {
  ...FULL,
  hint: {
    ja: '台帳とそのフォルダーに書き込む権限があるか確かめてください。',
    en: 'See that you may write the ledger and its folder.',
  },
};
