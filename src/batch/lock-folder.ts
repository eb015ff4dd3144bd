/** Takes the folders that a run writes into, keeps every other run out of them until it is released, and says who is in there. */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Wording } from '../problem.js';
import { takeLock, type Worker } from '../storage/lock-file.js';
import { isGone, PROCESS_NAME } from '../storage/process-name.js';
import { removeLeftover } from '../storage/remove-leftover.js';
import { onDisk } from '../storage/storage-error.js';

export interface FolderLock {
  release(): void;
}

export const LOCK = '.annai.lock';
/** What a run that was killed had not finished. */
const PART = new RegExp(
  `^\\.annai(?:-(?<writer>${PROCESS_NAME})-\\d+\\.part|\\.lock-(?<locker>${PROCESS_NAME})(?:-stale)?)$`,
);

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
      removeParts(folder, worker);
    }
    return { release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Only what a process of this computer left: of another's nobody here can tell whether it is still writing. */
function removeParts(folder: string, { host }: Worker): void {
  for (const name of readdirSync(folder)) {
    const { writer, locker } = PART.exec(name)?.groups ?? {};
    const left = writer ?? locker;
    // `annai sheet` needs no lock and may be writing here.
    if (left !== undefined && isGone(left, host)) rmSync(join(folder, name), { force: true });
  }
}

function refuseLocked(lock: string, by: Worker | undefined): never {
  const who = by === undefined ? UNKNOWN : whoIs(by);
  return refuse({
    code: 'batch/at-work',
    message: {
      ja: `このフォルダーでは、いま別の annai が作業しています（${who.ja}）。`,
      en: `Another annai is at work in this folder (${who.en}).`,
    },
    hint: {
      ja: '終わってからもう一度実行するか、別のフォルダーを指定してください。その作業がもう動いていないことが確かなら（停電のあとなど）、このファイルを消してください。',
      en: 'Wait for it or name another folder. If it certainly runs no more (after a power cut, say), delete this file.',
    },
    place: { kind: 'file', file: lock },
  });
}

const UNKNOWN: Wording = {
  ja: 'だれかは、このファイルを読む権限がないため分かりません',
  en: 'who it is cannot be told, for this file may not be read',
};

const whoIs = ({ pid, user, host, since }: Worker): Wording => ({
  ja: `${user}@${host}、プロセス ${pid}、日本時間 ${since} から`,
  en: `${user}@${host}, process ${pid}, since ${since}, Japan time`,
});
