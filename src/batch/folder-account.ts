/**
 * Takes an output folder, gives what earlier runs left in it and takes note of what this one makes.
 *
 * Each finished sheet is noted in a journal at once, so that a run that was killed can be taken up; at the end of a run,
 * however it ends, the journal becomes the manifest. Neither holds a time: a run that was taken up ends in the same bytes.
 */

import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk } from '../storage/storage-error.js';
import { writeWhole } from './file-aside.js';
import {
  CSV_BEGINNING,
  JSON_BEGINNING,
  MANIFEST_CSV,
  MANIFEST_JSON,
  type ManifestEntry,
  manifestCsv,
  manifestJson,
  parseEntry,
  parseManifest,
} from './manifest.js';

const JOURNAL = '.annai-journal';

export interface FolderAccount {
  /** Whether an earlier run left an account at all. */
  readonly begun: boolean;
  /** What an earlier run made for this customer, where its file is still whole. */
  whole(customerId: string): ManifestEntry | undefined;
  note(entry: ManifestEntry): void;
  /** Writes the manifest of everything noted and takes the journal away. A run that ended early keeps what it had not come to. */
  close(early: boolean): void;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function openAccount(folder: string): FolderAccount {
  const journal = join(folder, JOURNAL);
  const json = join(folder, MANIFEST_JSON);
  const lines = textOf(journal)
    .split('\n')
    .flatMap((line) => parseEntry(line) ?? []);
  const earlier = [...(parseManifest(textOf(json)) ?? []), ...lines];
  const byId = new Map(earlier.map((entry) => [entry.customerId, entry]));
  const noted: ManifestEntry[] = [];
  return {
    begun: earlier.length > 0,
    whole(customerId) {
      const entry = byId.get(customerId);
      if (entry?.file === undefined || entry.sha256 === undefined) return undefined;
      const bytes = readableBytes(join(folder, entry.file));
      return bytes !== undefined && sha256(bytes) === entry.sha256 ? entry : undefined;
    },
    note(entry) {
      noted.push(entry);
      // A torn line before this one must not swallow it.
      onDisk(journal, () => append(journal, `\n${JSON.stringify(entry)}\n`));
    },
    close(early) {
      const ids = new Set(noted.map(({ customerId }) => customerId));
      const others = [...byId.values()].filter(({ customerId }) => !ids.has(customerId));
      const records = early ? [...noted, ...others] : noted;
      writeWhole(json, Buffer.from(manifestJson(records)), { table: JSON_BEGINNING });
      const csv = join(folder, MANIFEST_CSV);
      writeWhole(csv, Buffer.from(manifestCsv(records)), { table: CSV_BEGINNING });
      onDisk(journal, () => rmSync(journal, { force: true }));
    },
  };
}

const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;

/** Not through a link that somebody put there (Windows has no flag for that). */
function append(path: string, text: string): void {
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0), 0o600);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** What cannot be read is not whole; why it cannot, making it anew will tell. */
function readableBytes(file: string): Uint8Array | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}

const NOTHING = new Uint8Array();

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NOTHING;
    throw error;
  }
}

const textOf = (file: string): string => onDisk(file, () => new TextDecoder().decode(bytesOf(file)));
