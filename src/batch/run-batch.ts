/**
 * Takes customers as they are read, gives a sheet for each (own files, one print file, or neither: a check), and the
 * account of what came of every record.
 *
 * One record's problem never stops the others. What would fail them all (a full disk, a broken input file, an
 * interruption) ends the run: what is finished stays and is listed, and a print file that would lack customers is not kept.
 */

import { join } from 'node:path';
import type { CustomerRead } from '../office/customers/customer-read.js';
import { fieldPlace } from '../office/field-place.js';
import type { Pipeline, SheetDocument } from '../pipeline.js';
import { type Problem, ProblemError } from '../problem.js';
import type { BatchResult, RecordResult } from './batch-result.js';
import { type ComposedRecord, composeRecord, failed } from './compose-record.js';
import { writeWhole } from './file-aside.js';
import { createFileNames } from './file-names.js';
import { openPrintFile, type PrintFile } from './print-file.js';
import { problemsOf } from './problems-of.js';
import { StorageError } from './storage-error.js';

export interface BatchTargets {
  /** Replaces PDFs of another origin, too. */
  readonly force?: boolean;
  /** An existing folder for one file per customer. */
  readonly folder?: string;
  /** One file of all sheets, in the order of the records. */
  readonly printFile?: { readonly file: string; readonly title: string };
}

export interface BatchWatch {
  /** Makes no sheet of a record with a warning. */
  readonly strict?: boolean;
  readonly onRecord?: (record: RecordResult) => void;
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
  const printFile = targets.printFile && openPrintFile({ ...targets.printFile, force }, pipeline);
  const deliver = deliverTo(targets, printFile, pipeline);
  try {
    for await (const read of reads) {
      const { record, fatal } = deliver(read, composeRecord(read, pipeline, watch.strict));
      records.push(record);
      watch.onRecord?.(record);
      if (fatal !== undefined) return ended(records, fatal, targets);
      // Composing holds the thread: without this pause neither Ctrl-C nor the progress line would get a turn.
      await new Promise((next) => setImmediate(next));
      if (watch.signal?.aborted) return ended(records, [INTERRUPTED], targets);
    }
    if (printFile === undefined || printFile.sheets === 0) return { records, problems: [] };
    printFile.keep();
    return { records, problems: [], printFile: printFile.file };
  } catch (error) {
    if (error instanceof ProblemError) return ended(records, error.problems, targets);
    throw error;
  } finally {
    printFile?.discard();
  }
}

interface Delivery {
  readonly record: RecordResult;
  /** Why no further record can be delivered. */
  readonly fatal?: readonly Problem[];
}

function deliverTo(targets: BatchTargets, printFile: PrintFile | undefined, pipeline: Pipeline) {
  const names = createFileNames();
  const ownFiles = targets.folder !== undefined || printFile === undefined;

  const writeOwnFile = (customerId: string, document: SheetDocument): string | undefined => {
    if (!ownFiles) return undefined;
    const name = names.claim(customerId, fieldPlace(document.sheet.customer, 'customerId'));
    if (targets.folder === undefined) return undefined;
    const file = join(targets.folder, name);
    writeWhole(file, pipeline.write(document), { force: targets.force ?? false });
    return file;
  };

  return (read: CustomerRead, { record, document }: ComposedRecord): Delivery => {
    if (document === undefined) return { record };
    const { customer } = document.sheet;
    let made = record;
    try {
      const file = writeOwnFile(customer.customerId, document);
      if (file !== undefined) made = { ...record, file };
    } catch (error) {
      const problems = problemsOf(error, customer.place);
      const lost = failed(read, [...record.problems, ...problems]);
      return error instanceof StorageError ? { record: lost, fatal: problems } : { record: lost };
    }
    try {
      printFile?.append(document);
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
    ja: '同じコマンドをもう一度実行すると、はじめから作り直します。',
    en: 'Run the same command again to make all of them.',
  },
};
