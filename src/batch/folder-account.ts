/**
 * Takes an output folder, gives what earlier runs left in it and takes note of what this one makes.
 *
 * Each finished sheet is noted in a journal at once, so that a run that was killed can be taken up; at the end of a run,
 * however it ends, the journal becomes the manifest. Neither holds a time: a run that was taken up ends in the same bytes.
 */

import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from '../storage/read-regular-file.js';
import { onDisk } from '../storage/storage-error.js';
import { openAside } from './file-aside.js';
import { linesFrom } from './lines-from.js';
import {
  MANIFEST_CSV,
  MANIFEST_JSON,
  type ManifestEntry,
  type ManifestForm,
  manifestCsv,
  manifestJson,
  parseEntry,
  parseManifest,
} from './manifest.js';
import { openTextAside } from './text-aside.js';

export const JOURNAL = '.annai-journal';

export interface FolderAccount {
  /** Whether an earlier run left an account at all. */
  readonly begun: boolean;
  /** What an earlier run made for this customer, where its file is still whole. */
  whole(customerId: string): ManifestEntry | undefined;
  note(entry: ManifestEntry): void;
  /** Writes the manifest of everything noted and takes the journal away. A run that ended early keeps what it had not come to. */
  close(early: boolean): void;
}

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** Throws a ProblemError where other files have the names of its own; `force` replaces them. */
export function openAccount(folder: string, force = false): FolderAccount {
  const journal = join(folder, JOURNAL);
  const json = join(folder, MANIFEST_JSON);
  const manifests = [
    [json, manifestJson],
    [join(folder, MANIFEST_CSV), manifestCsv],
  ] as const;
  for (const [target, { beginning }] of manifests)
    openAside(target, { tables: [beginning], force }).discard();
  const earlier = entriesIn(folder);
  /** What this run has not come to by now. */
  const before = new Map(earlier.map((entry) => [entry.customerId, entry]));
  let noting: OpenJournal | undefined;
  return {
    begun: earlier.length > 0,
    whole(customerId) {
      const entry = before.get(customerId);
      if (entry?.file === undefined || entry.sha256 === undefined) return undefined;
      const bytes = readableBytes(join(folder, entry.file));
      return bytes !== undefined && sha256(bytes) === entry.sha256 ? entry : undefined;
    },
    note(entry) {
      before.delete(entry.customerId);
      onDisk(journal, () => {
        noting ??= openJournal(journal);
        // A torn line before this one must not swallow it.
        writeFileSync(noting.file, `\n${JSON.stringify(entry)}\n`);
      });
    },
    close(early) {
      const others = early ? [...before.values()] : [];
      const noted = noting;
      try {
        for (const [target, form] of manifests) writeManifest(target, form, force, notedIn(noted), others);
      } finally {
        if (noted !== undefined) closeSync(noted.file);
      }
      onDisk(journal, () => rmSync(journal, { force: true }));
    },
  };
}

/** Whether earlier runs made this file as a customer's own sheet. */
export const isSheetIn = (folder: string, name: string): boolean =>
  entriesIn(folder).some(({ file }) => file === name);

/** The manifest's, and those of a run that did not come to writing one. */
function entriesIn(folder: string): readonly ManifestEntry[] {
  const noted = textOf(join(folder, JOURNAL)).split('\n');
  return [
    ...(parseManifest(textOf(join(folder, MANIFEST_JSON))) ?? []),
    ...noted.flatMap((line) => parseEntry(line) ?? []),
  ];
}

interface OpenJournal {
  readonly file: number;
  /** Where this run's entries begin. */
  readonly begin: number;
}

const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;

/** Not through a link that somebody put there (Windows has no flag for that). */
function openJournal(path: string): OpenJournal {
  const file = openSync(path, O_RDWR | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0), 0o600);
  return { file, begin: fstatSync(file).size };
}

/** Read again from the disk: a run may have noted more than should be held. */
function* notedIn(journal: OpenJournal | undefined): Generator<ManifestEntry> {
  if (journal === undefined) return;
  for (const line of linesFrom(journal.file, journal.begin)) {
    const entry = line === '' ? undefined : parseEntry(line);
    if (entry !== undefined) yield entry;
  }
}

function writeManifest(
  target: string,
  { beginning, head, line, between, end }: ManifestForm,
  force: boolean,
  noted: Iterable<ManifestEntry>,
  others: readonly ManifestEntry[],
): void {
  const file = openTextAside(target, { tables: [beginning], force });
  try {
    file.add(head);
    let first = true;
    const add = (entry: ManifestEntry): void => {
      file.add((first ? '' : between) + line(entry));
      first = false;
    };
    for (const entry of noted) add(entry);
    for (const entry of others) add(entry);
    file.add(end);
    file.keep();
  } finally {
    file.discard();
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
    return readRegularFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NOTHING;
    throw error;
  }
}

const textOf = (file: string): string => onDisk(file, () => new TextDecoder().decode(bytesOf(file)));
