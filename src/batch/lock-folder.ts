/** Takes the folders that a run writes into, keeps every other run out of them until it is released, and says who is in there. */

import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { refuse } from '../problem.js';
import { processStart } from './process-start.js';
import { onDisk } from './storage-error.js';

/** Who is at work, for whoever comes second. */
export interface Worker {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** As it is to be shown. */
  readonly since: string;
  /** Tells the process from a later one of the same number, where the system can. */
  readonly started?: string;
}

export interface FolderLock {
  release(): void;
}

const WorkerSchema = v.object({
  pid: v.number(),
  host: v.string(),
  user: v.string(),
  since: v.string(),
  started: v.exactOptional(v.string()),
});

const LOCK = '.annai.lock';
/** What a run that was killed had not finished. */
const PART = /^\.annai(?:-(?<writer>\d+)-\d+\.part|\.lock-(?<locker>\d+)(?:-stale)?)$/;

/** The folders must exist and differ. Parts of files that a killed run left are removed. */
export function lockFolders(folders: readonly string[], worker: Worker): FolderLock {
  const held: string[] = [];
  const release = () => {
    for (const lock of held.splice(0)) rmSync(lock, { force: true });
  };
  try {
    for (const folder of folders) {
      const lock = join(folder, LOCK);
      onDisk(folder, () => take(lock, worker));
      held.push(lock);
      removeParts(folder);
    }
    return { release };
  } catch (error) {
    release();
    throw error;
  }
}

function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const { writer, locker } = PART.exec(name)?.groups ?? {};
    const pid = writer ?? locker;
    // `annai sheet` needs no lock and may be writing here.
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** The lock appears with its contents: a link to a whole file, which only one process can make. */
function take(lock: string, worker: Worker): void {
  const mine = `${lock}-${worker.pid}`;
  rmSync(mine, { force: true });
  writeFileSync(mine, JSON.stringify(worker), { flag: 'wx', mode: 0o600 });
  try {
    if (linked(mine, lock)) return;
    const holder = readFileSync(lock, 'utf8');
    if (isAtWork(holder, worker)) refuseLocked(lock, holder);
    // Whoever renames it takes it over; were it another's by now, it is given back.
    const stale = `${mine}-stale`;
    renameSync(lock, stale);
    const taken = readFileSync(stale, 'utf8');
    if (taken !== holder) linked(stale, lock);
    rmSync(stale);
    if (!linked(mine, lock)) refuseLocked(lock, readFileSync(lock, 'utf8'));
  } finally {
    rmSync(mine, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // A memory stick (FAT) has no links, and says so in one way or another; what cannot be written says so here, too.
    if (code !== undefined && NO_LINKS.includes(code)) return copied(from, to);
    throw error;
  }
}

const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

function copied(from: string, to: string): boolean {
  try {
    writeFileSync(to, readFileSync(from), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Of another computer nobody here can tell, so it counts as at work. */
function isAtWork(holder: string, { host }: Worker): boolean {
  const other = workerOf(holder);
  if (other === undefined) return false;
  if (other.host !== host) return true;
  // After a power cut the number may be another process's by now.
  const now = other.started === undefined ? undefined : processStart(other.pid);
  return isAlive(other.pid) && (now === undefined || now === other.started);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function workerOf(text: string): Worker | undefined {
  try {
    const parsed = v.safeParse(WorkerSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refuseLocked(lock: string, holder: string): never {
  const worker = workerOf(holder);
  const who = worker && `${worker.user}@${worker.host}`;
  return refuse({
    code: 'batch/at-work',
    message: {
      ja: `このフォルダーでは、いま別の annai が作業しています（${who}、プロセス ${worker?.pid}、${worker?.since} から）。`,
      en: `Another annai is at work in this folder (${who}, process ${worker?.pid}, since ${worker?.since}).`,
    },
    hint: {
      ja: '終わってからもう一度実行するか、別のフォルダーを指定してください。その作業がもう動いていないことが確かなら、このファイルを消してください。',
      en: 'Wait for it or name another folder. If it certainly runs no more, delete this file.',
    },
    place: { kind: 'file', file: lock },
  });
}
