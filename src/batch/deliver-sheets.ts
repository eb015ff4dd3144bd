/**
 * Takes sheets that were made, puts each where it belongs: its own file, the account of the folder, the ledger, the print file.
 *
 * In two steps, each in the order of the records: `begin` has the file written beside its place and flushed to the disk while
 * the next sheets are made; `finish` gives it its name and notes it.
 */

import { join } from 'node:path';
import type { CustomerRead } from '../office/customers/customer-read.js';
import { fieldPlace } from '../office/field-place.js';
import type { Pipeline, SheetDocument } from '../pipeline.js';
import { type Problem, sure } from '../problem.js';
import { StorageError } from '../storage/storage-error.js';
import type { RecordResult } from './batch-result.js';
import type { BatchTargets } from './batch-targets.js';
import { failed } from './compose-record.js';
import { createFileNames } from './file-names.js';
import { sha256 } from './folder-account.js';
import type { IssueDraft } from './issue-book.js';
import type { MadeRecord } from './make-record.js';
import { entryOf, type ManifestEntry } from './manifest.js';
import type { PrintFile } from './print-file.js';
import { problemsOf } from './problems-of.js';
import { type WrittenAside, writeAside } from './written-aside.js';

export interface SheetDelivery {
  begin(read: CustomerRead, made: MadeRecord): Promise<BegunSheet>;
  finish(sheet: BegunSheet): Delivered;
  /** Leaves nothing of what was begun and not finished. */
  abandon(): Promise<void>;
}

/** Without its bytes: what waits for the disk should not hold memory. */
export interface BegunSheet {
  readonly read: CustomerRead;
  readonly record: RecordResult;
  /** For the print file and the ledger, where there are any. */
  readonly document?: SheetDocument | undefined;
  readonly file?: BegunFile | undefined;
  /** Why there is no file. */
  readonly error?: unknown;
}

interface BegunFile {
  readonly path: string;
  readonly aside: WrittenAside;
  readonly entry: Pick<ManifestEntry, 'file' | 'source'> & { readonly sha256: string };
}

export interface Delivered {
  readonly record: RecordResult;
  /** Why no further record can be delivered. */
  readonly fatal?: readonly Problem[];
}

/** `printed`: takes the drafts of what goes into the print file. */
export function deliverTo(
  targets: BatchTargets,
  printFile: PrintFile | undefined,
  pipeline: Pipeline,
  printed: IssueDraft[],
): SheetDelivery {
  const names = createFileNames();
  const { folder, resumption, book, force = false } = targets;
  const ownFiles = folder !== undefined || printFile === undefined;
  const underWay = new Set<Promise<BegunSheet>>();

  const beginFile = async (
    read: CustomerRead,
    { record, bytes, nothingNew }: MadeRecord,
  ): Promise<BegunFile | undefined> => {
    const { customer } = read;
    if (record.status !== 'made' || customer === undefined || !ownFiles) return undefined;
    const name = names.claim(customer.customerId, read.row, fieldPlace(customer, 'customerId'));
    if (folder === undefined || bytes === undefined) return undefined;
    const path = join(folder, name);
    // What only composing can tell would be missing from the account of a run that keeps the sheet.
    const source = nothingNew ? resumption?.source(customer) : undefined;
    const entry = { file: name, sha256: sha256(bytes), ...(source !== undefined && { source }) };
    return { path, aside: await writeAside(path, bytes, { force }), entry };
  };

  const begin = async (read: CustomerRead, made: MadeRecord): Promise<BegunSheet> => {
    const { record } = made;
    const document = printFile === undefined && book === undefined ? undefined : made.document;
    try {
      return { read, record, document, file: await beginFile(read, made) };
    } catch (error) {
      return { read, record, error };
    }
  };

  const finish = ({ read, record, document, file, error }: BegunSheet): Delivered => {
    const { customer } = read;
    if (record.status !== 'made' || customer === undefined) {
      resumption?.account.note(entryOf(record));
      return { record };
    }
    try {
      if (error !== undefined) throw error;
      file?.aside.keep();
    } catch (thrown) {
      const problems = problemsOf(thrown, customer.place);
      const lost = failed(read, [...record.problems, ...problems]);
      if (thrown instanceof StorageError) return { record: lost, fatal: problems };
      resumption?.account.note(entryOf(lost));
      return { record: lost };
    }
    const made = file === undefined ? record : { ...record, file: file.path };
    try {
      const draft = book?.draft(document?.sheet ?? pipeline.sheet(customer), record.pages ?? 0);
      if (file !== undefined) {
        resumption?.account.note(entryOf(record, file.entry));
        draft?.placed({ path: file.path, sha256: file.entry.sha256 }, 0);
      }
      printFile?.append(sure(document, 'sheet to be printed'));
      if (printFile !== undefined && draft !== undefined) printed.push(draft);
    } catch (thrown) {
      // Part of a sheet may stand in the print file by now: it cannot be gone on with.
      return { record: made, fatal: problemsOf(thrown, customer.place) };
    }
    return { record: made };
  };

  return {
    begin(read, made) {
      const begun = begin(read, made);
      underWay.add(begun);
      return begun;
    },
    finish(sheet) {
      // They are finished in the order in which they were begun.
      const [oldest] = underWay;
      if (oldest !== undefined) underWay.delete(oldest);
      return finish(sheet);
    },
    async abandon() {
      for (const { file } of await Promise.all(underWay)) file?.aside.discard();
    },
  };
}
