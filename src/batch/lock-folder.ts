/** Takes the folders that a run writes into, keeps every other run out of them until it is released, and says who is in there. */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../problem.js';
import { isAlive, takeLock, type Worker } from '../storage/lock-file.js';
import { removeLeftover } from '../storage/remove-leftover.js';
import { onDisk } from '../storage/storage-error.js';

export interface FolderLock {
  release(): void;
}

const LOCK = '.annai.lock';
/** What a run that was killed had not finished. */
const PART = /^\.annai(?:-(?<writer>\d+)-\d+\.part|\.lock-(?<locker>\d+)(?:-stale)?)$/;

/** The folders must exist and differ. Parts of files that a killed run left are removed. */
export function lockFolders(folders: readonly string[], worker: Worker): FolderLock {
  const held: string[] = [];
  const release = () => {
    for (const lock of held.splice(0)) removeLeftover(lock);
  };
  try {
    for (const folder of folders) {
      const lock = join(folder, LOCK);
      const answer = onDisk(folder, () => takeLock(lock, worker));
      if (!answer.held) refuseLocked(lock, answer.by);
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

function refuseLocked(lock: string, { pid, user, host, since }: Worker): never {
  const who = `${user}@${host}`;
  return refuse({
    code: 'batch/at-work',
    message: {
      ja: `このフォルダーでは、いま別の annai が作業しています（${who}、プロセス ${pid}、${since} から）。`,
      en: `Another annai is at work in this folder (${who}, process ${pid}, since ${since}).`,
    },
    hint: {
      ja: '終わってからもう一度実行するか、別のフォルダーを指定してください。その作業がもう動いていないことが確かなら、このファイルを消してください。',
      en: 'Wait for it or name another folder. If it certainly runs no more, delete this file.',
    },
    place: { kind: 'file', file: lock },
  });
}
