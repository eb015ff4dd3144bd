/**
 * Takes a ledger's file name, gives the key of its digests.
 *
 * Whoever has a list of likely names, addresses or passwords could try them against a plain digest. These are made
 * with a secret key (HMAC-SHA256) that lies in a file of its own, so that a ledger that is copied, mailed or kept as a
 * backup says nothing about anybody.
 */

import { createHmac } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { refuse } from '../problem.js';
import { readRegularFile } from '../storage/read-regular-file.js';
import { onDisk } from '../storage/storage-error.js';

export interface LedgerKey {
  digest(content: string): string;
  /** Goes into the ledger, so that a wrong key is noticed. */
  readonly check: string;
}

export const keyFileOf = (ledger: string): string => `${ledger}.key`;

export function readKey(ledger: string): LedgerKey {
  const file = keyFileOf(ledger);
  const text = onDisk(file, () =>
    existsSync(file) ? Buffer.from(readRegularFile(file)).toString('latin1').trim() : '',
  );
  if (!/^[0-9a-f]{64}$/.test(text)) refuseKey(file);
  const key = Buffer.from(text, 'hex');
  const digest = (content: string) => createHmac('sha256', key).update(content).digest('hex');
  return { digest, check: digest('annai ledger') };
}

/** Keeps a key that is there: it may have been made by a run that was killed before it made the ledger. */
export function makeKey(ledger: string, random: Uint8Array): void {
  const file = keyFileOf(ledger);
  if (existsSync(file)) return;
  onDisk(file, () => {
    const opened = openSync(file, 'wx', 0o600);
    try {
      writeFileSync(opened, `${Buffer.from(random).toString('hex')}\n`);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  });
}

export function refuseKey(file: string): never {
  refuse({
    code: 'ledger/no-key',
    message: {
      ja: '台帳の鍵のファイルがないか、この台帳のものではありません。',
      en: "The ledger's key file is missing, or belongs to another ledger.",
    },
    hint: {
      ja: '台帳と同じ場所にあった鍵のファイルを、控えから戻してください。見つからないときは、新しい台帳を --ledger で指定してください（これまでの台帳は annai ledger list で読めます）。',
      en: 'Put the key file back beside the ledger, from a backup. Where it is lost, name a new ledger with --ledger (annai ledger list still reads the old one).',
    },
    place: { kind: 'file', file },
  });
}
