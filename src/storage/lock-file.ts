/** Takes a file's name and who asks, makes the file as a lock that one process alone can hold, and tells whose it is where it is held. */

import { linkSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { refuse } from '../problem.js';
import { errorCode } from './error-code.js';
import { pause } from './pause.js';
import { isAlive, processName } from './process-name.js';
import { processStart } from './process-start.js';

/** Who is at work, for whoever comes second. */
export interface Worker {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** As it is to be shown: a minute in Japan. */
  readonly since: string;
  /** Tells the process from a later one of the same number, where the system can. */
  readonly started?: string;
}

const WorkerSchema = v.object({
  pid: v.number(),
  host: v.string(),
  user: v.string(),
  since: v.string(),
  started: v.exactOptional(v.string()),
});

export type LockAnswer =
  /** To be removed by its holder when done. `succeeded`: an earlier holder is gone without having done so. */
  | { readonly held: true; readonly succeeded: boolean }
  /** `by` is missing where the lock may not be read. */
  | { readonly held: false; readonly by?: Worker };

/** Whoever comes second is to read who is at work, under another account, too. No customer is in it. */
const FOR_ALL = 0o644;

/**
 * Where a disk has no links, a lock appears before its contents do: it is given so many looks, a pause between two of
 * them, until it counts as what a power cut left.
 */
const LOOKS = 20;
const PAUSE_MS = 50;

/**
 * The lock appears with its contents: a link to a whole file, which only one process can make. Throws a ProblemError
 * where something else has the lock's name.
 */
export function takeLock(lock: string, worker: Worker): LockAnswer {
  const mine = `${lock}-${processName(worker)}`;
  rmSync(mine, { force: true });
  writeFileSync(mine, JSON.stringify(worker), { flag: 'wx', mode: FOR_ALL });
  try {
    let succeeded = false;
    for (let looks = 1; !linked(mine, lock); ) {
      const holder = contentsOf(lock);
      if (holder === 'unreadable') return { held: false };
      if (holder === undefined) continue;
      const by = workerOf(holder.text);
      if (by !== undefined && isAtWork(by, worker)) return { held: false, by };
      if (by === undefined && looks < LOOKS) {
        looks += 1;
        pause(PAUSE_MS);
        continue;
      }
      succeeded = retired(lock, holder.text, `${mine}-stale`) || succeeded;
    }
    return { held: true, succeeded };
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Whoever renames a lock that is left over takes it away; were it another's by now, it is given back. */
function retired(lock: string, holder: string, aside: string): boolean {
  if (!onlyIfThere(() => renameSync(lock, aside))) return false;
  const left = readFileSync(aside, 'utf8') === holder;
  if (!left) linked(aside, lock);
  rmSync(aside);
  return left;
}

function contentsOf(file: string): { readonly text: string } | 'unreadable' | undefined {
  let text: string | undefined;
  try {
    onlyIfThere(() => {
      // A link to nowhere could never be made anew nor read, and a pipe would never end.
      if (!lstatSync(file).isFile()) refuseAsLock(file);
      text = readFileSync(file, 'utf8');
    });
  } catch (error) {
    if (errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM') return 'unreadable';
    throw error;
  }
  return text === undefined ? undefined : { text };
}

function refuseAsLock(file: string): never {
  refuse({
    code: 'files/lock-in-the-way',
    message: {
      ja: '作業中の印にするファイルの名前で、フォルダーかリンクがあります。',
      en: 'A folder or a link has the name of the file that says that somebody is at work.',
    },
    hint: {
      ja: 'annai が作ったものではありません。要らないことを確かめて消すか、別のフォルダーを指定してください。',
      en: 'annai did not make it. See that nobody needs it and remove it, or name another folder.',
    },
    place: { kind: 'file', file },
  });
}

/** Says whether it was there: a lock may be released at any moment. */
function onlyIfThere(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return false;
    // A memory stick (FAT) has no links, and says so in one way or another; what cannot be written says so here, too.
    if (code !== undefined && NO_LINKS.includes(code)) return copied(from, to);
    throw error;
  }
}

const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

function copied(from: string, to: string): boolean {
  try {
    writeFileSync(to, readFileSync(from), { flag: 'wx', mode: FOR_ALL });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Of another computer nobody here can tell, so it counts as at work. */
function isAtWork(other: Worker, { host }: Worker): boolean {
  if (other.host !== host) return true;
  // After a power cut the number may be another process's by now.
  const now = other.started === undefined ? undefined : processStart(other.pid);
  return isAlive(other.pid) && (now === undefined || now === other.started);
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
