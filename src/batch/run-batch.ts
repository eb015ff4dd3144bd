/**
 * Takes customers as they are read, gives a sheet for each (own files, one print file, or neither: a check), and the
 * account of what came of every record.
 *
 * One record's problem never stops the others. What would fail them all (a full disk, a broken input file, an
 * interruption) ends the run: what is finished stays and is listed, and a print file that would lack customers is not kept.
 */

import { join } from 'node:path';
import type { Customer } from '../office/customers/customer.js';
import type { CustomerRead } from '../office/customers/customer-read.js';
import { fieldPlace } from '../office/field-place.js';
import type { Pipeline } from '../pipeline.js';
import { type Problem, ProblemError, sure } from '../problem.js';
import { StorageError } from '../storage/storage-error.js';
import type { BatchResult, RecordResult } from './batch-result.js';
import type { BatchTargets } from './batch-targets.js';
import { failed } from './compose-record.js';
import { writeWhole } from './file-aside.js';
import { createFileNames } from './file-names.js';
import { sha256 } from './folder-account.js';
import { inOrder } from './in-order.js';
import type { IssueDraft, IssuedFile } from './issue-book.js';
import { keptRecord } from './keep-whole.js';
import { type MadeRecord, makeRecord } from './make-record.js';
import { entryOf, type ManifestEntry } from './manifest.js';
import { openPrintFile, type PrintFile } from './print-file.js';
import { problemsOf } from './problems-of.js';
import type { SheetWorkers } from './sheet-workers.js';

export interface BatchWatch {
  /** Makes no sheet of a record with a warning. */
  readonly strict?: boolean;
  readonly onRecord?: (record: RecordResult) => void;
  /** Threads that make the sheets of separate files; without them this one does. A print file is made on this one. */
  readonly workers?: SheetWorkers;
  /** Aborting ends the run after the sheet in hand. */
  readonly signal?: AbortSignal;
}

/** Throws a ProblemError where nothing could start: an unreadable file, a print file that cannot be opened. */
export async function runBatch(
  reads: Iterable<CustomerRead> | AsyncIterable<CustomerRead>,
  pipeline: Pipeline,
  targets: BatchTargets,
  watch: BatchWatch = {},
): Promise<BatchResult> {
  const records: RecordResult[] = [];
  const force = targets.force ?? false;
  const { book } = targets;
  const printFile =
    targets.printFile && openPrintFile({ ...targets.printFile, force, digest: book !== undefined }, pipeline);
  const printed: IssueDraft[] = [];
  const deliver = deliverTo(targets, printFile, pipeline, printed);
  const { workers, strict = false } = watch;
  const ownFile = targets.folder !== undefined;
  const make = (read: CustomerRead) =>
    workers !== undefined && ownFile && printFile === undefined
      ? workers.make(read)
      : makeRecord(read, pipeline, { strict, ownFile });
  const begin = async (read: CustomerRead) => {
    const kept = printFile === undefined ? keptRecord(read, pipeline, targets, strict) : undefined;
    return kept === undefined ? { read, made: await make(read) } : { read, kept };
  };
  try {
    for await (const { read, kept, made } of inOrder(reads, begin, (workers?.count ?? 0) * 2 || 1)) {
      kept?.note();
      const { record, fatal } = kept ? { record: kept.record } : deliver(read, made);
      records.push(record);
      watch.onRecord?.(record);
      if (fatal !== undefined) return ended(records, fatal, targets);
      // Composing holds the thread: without this pause neither Ctrl-C nor the progress line would get a turn.
      await new Promise((next) => setImmediate(next));
      if (watch.signal?.aborted) return ended(records, [INTERRUPTED], targets);
    }
    if (printFile === undefined || printFile.sheets === 0) return { records, problems: [] };
    const sha256 = printFile.keep();
    const { title } = sure(targets.printFile, 'target of the print file');
    const problems = told(printed, { path: printFile.file, title, sha256 });
    return { records, problems, printFile: printFile.file };
  } catch (error) {
    if (error instanceof ProblemError) return ended(records, error.problems, targets);
    throw error;
  } finally {
    printFile?.discard();
  }
}

/** The print file is in place, whether or not the ledger can be told. */
function told(
  printed: readonly IssueDraft[],
  { sha256, ...placed }: Omit<IssuedFile, 'sha256'> & { readonly sha256: string | undefined },
): readonly Problem[] {
  if (sha256 === undefined) return [];
  try {
    for (const [at, draft] of printed.entries()) draft.placed({ ...placed, sha256 }, at + 1);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

interface WrittenFile {
  readonly path: string;
  readonly entry: Pick<ManifestEntry, 'file' | 'source'> & { readonly sha256: string };
}

interface Delivery {
  readonly record: RecordResult;
  /** Why no further record can be delivered. */
  readonly fatal?: readonly Problem[];
}

function deliverTo(
  targets: BatchTargets,
  printFile: PrintFile | undefined,
  pipeline: Pipeline,
  printed: IssueDraft[],
) {
  const names = createFileNames();
  const ownFiles = targets.folder !== undefined || printFile === undefined;

  const { folder, resumption, book, force = false } = targets;

  const writeOwnFile = (customer: Customer, { bytes, nothingNew }: MadeRecord): WrittenFile | undefined => {
    if (!ownFiles) return undefined;
    const name = names.claim(customer.customerId, fieldPlace(customer, 'customerId'));
    if (folder === undefined || bytes === undefined) return undefined;
    const path = join(folder, name);
    writeWhole(path, bytes, { force });
    // What only composing can tell would be missing from the account of a run that keeps the sheet.
    const source = nothingNew ? resumption?.source(customer) : undefined;
    return { path, entry: { file: name, sha256: sha256(bytes), ...(source !== undefined && { source }) } };
  };

  return (read: CustomerRead, sheet: MadeRecord): Delivery => {
    const { record, document } = sheet;
    const { customer } = read;
    if (record.status !== 'made' || customer === undefined) {
      resumption?.account.note(entryOf(record));
      return { record };
    }
    let made = record;
    let written: WrittenFile | undefined;
    try {
      const file = writeOwnFile(customer, sheet);
      if (file !== undefined) made = { ...record, file: file.path };
      written = file;
    } catch (error) {
      const problems = problemsOf(error, customer.place);
      const lost = failed(read, [...record.problems, ...problems]);
      if (!(error instanceof StorageError)) resumption?.account.note(entryOf(lost));
      return error instanceof StorageError ? { record: lost, fatal: problems } : { record: lost };
    }
    try {
      const draft = book?.draft(document?.sheet ?? pipeline.sheet(customer), record.pages ?? 0);
      if (written !== undefined) {
        resumption?.account.note(entryOf(record, written.entry));
        draft?.placed({ path: written.path, sha256: written.entry.sha256 }, 0);
      }
      printFile?.append(sure(document, 'sheet to be printed'));
      if (printFile !== undefined && draft !== undefined) printed.push(draft);
    } catch (error) {
      // Part of a sheet may stand in the print file by now: it cannot be gone on with.
      return { record: made, fatal: problemsOf(error, customer.place) };
    }
    return { record: made };
  };
}

function ended(
  records: readonly RecordResult[],
  problems: readonly Problem[],
  targets: BatchTargets,
): BatchResult {
  if (records.length === 0) throw new ProblemError(problems);
  if (targets.folder !== undefined || targets.printFile === undefined) return { records, problems };
  // The print file was all that was asked for, and it is not kept: no record was made after all.
  return { records: records.map((record) => ({ ...record, status: 'not-made' })), problems };
}

const INTERRUPTED: Problem = {
  code: 'batch/interrupted',
  severity: 'error',
  message: {
    ja: '途中で止められました。これより後のお客様の分は作成していません。',
    en: 'The run was interrupted. No sheet was made for the customers after this point.',
  },
  hint: {
    ja: '同じコマンドをもう一度実行すると、できているものはそのままに、続きから作ります。',
    en: 'Run the same command again: what is finished is kept, and the rest is made.',
  },
};
