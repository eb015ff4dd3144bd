/**
 * Takes customers as they are read, gives a sheet for each (own files, one print file, or neither: a check), tells of each as
 * it is done, and counts them.
 *
 * One record's problem never stops the others. What would fail them all (a full disk, a broken input file, an
 * interruption) ends the run: what is finished stays and is listed, and a print file that would lack customers is not kept.
 */

import type { CustomerRead } from '../office/customers/customer-read.js';
import type { Pipeline } from '../pipeline.js';
import { type Problem, ProblemError, refusalsOf, sure, type Wording } from '../problem.js';
import type { BatchCount, BatchResult, RecordResult } from './batch-result.js';
import type { BatchTargets } from './batch-targets.js';
import { type BegunSheet, type Delivered, deliverTo } from './deliver-sheets.js';
import { inOrder } from './in-order.js';
import type { IssueDraft } from './issue-book.js';
import { type KeptRecord, keptRecord } from './keep-whole.js';
import { type MadeRecord, makeRecord } from './make-record.js';
import { openPrintFile } from './print-file.js';
import type { SheetWorkers } from './sheet-workers.js';

export interface BatchWatch {
  /** Makes no sheet of a record with a warning. */
  readonly strict?: boolean;
  /** Hears of each record when it is done, in the order of the file. */
  readonly onRecord?: (record: RecordResult) => void;
  /** Threads that make the sheets of separate files; without them this one does. A print file is made on this one. */
  readonly workers?: SheetWorkers;
  /** Aborting ends the run after the sheets in hand. */
  readonly signal?: AbortSignal;
}

/** Files that are being written and flushed to the disk while the next sheets are made: more were measured to gain nothing. */
const WRITTEN_MEANWHILE = 8;

const isKept = (sheet: Sheet | BegunSheet): sheet is KeptRecord => 'note' in sheet;

type Sheet = KeptRecord | { readonly read: CustomerRead; readonly made: MadeRecord };

/** Throws a ProblemError where nothing could start: an unreadable file, a print file that cannot be opened. */
export async function runBatch(
  reads: Iterable<CustomerRead> | AsyncIterable<CustomerRead>,
  pipeline: Pipeline,
  targets: BatchTargets,
  watch: BatchWatch = {},
): Promise<BatchResult> {
  const { workers, strict = false, signal } = watch;
  const { folder } = targets;
  const ownFile = folder !== undefined;
  const force = targets.force ?? false;
  const printFile = targets.printFile && openPrintFile({ ...targets.printFile, force }, pipeline);
  const printed: IssueDraft[] = [];
  const delivery = deliverTo(targets, printFile, pipeline, printed);
  const make = (read: CustomerRead) =>
    workers !== undefined && ownFile && printFile === undefined
      ? workers.make(read)
      : makeRecord(read, pipeline, { strict, ownFile });
  const begin = async (read: CustomerRead): Promise<Sheet> => {
    const kept = printFile === undefined ? keptRecord(read, pipeline, targets, strict) : undefined;
    return kept ?? { read, made: await make(read) };
  };
  const place = async (sheet: Sheet): Promise<KeptRecord | BegunSheet> =>
    isKept(sheet) ? sheet : delivery.begin(sheet.read, sheet.made);

  let count: BatchCount = { made: 0, notMade: 0, pages: 0 };
  const stop = { early: false };
  try {
    const sheets = inOrder(untilStopped(reads, signal, stop), begin, (workers?.count ?? 0) * 2 || 1);
    for await (const sheet of inOrder(sheets, place, WRITTEN_MEANWHILE)) {
      if (isKept(sheet)) sheet.note();
      const { record, fatal }: Delivered = isKept(sheet) ? { record: sheet.record } : delivery.finish(sheet);
      count = counted(count, record);
      if (fatal === undefined) printFile?.note(record);
      watch.onRecord?.(record);
      if (fatal !== undefined) return ended(count, fatal, targets);
    }
    if (stop.early) return ended(count, [interrupted(targets)], targets);
    if (printFile === undefined || printFile.sheets === 0) return { ...count, problems: [] };
    const sha256 = printFile.keep();
    const { title } = sure(targets.printFile, 'target of the print file');
    const { file } = printFile;
    // It is in place, whether or not there is room for the accounts of it.
    const problems = [
      ...refusalsOf(() => printFile.keepManifest(sha256)),
      ...refusalsOf(() => {
        for (const [at, draft] of printed.entries()) draft.placed({ path: file, title, sha256 }, at + 1);
      }),
    ];
    return { ...count, problems, printFile: file };
  } catch (error) {
    if (error instanceof ProblemError) return ended(count, error.problems, targets);
    throw error;
  } finally {
    await delivery.abandon();
    printFile?.discard();
  }
}

/** Gives the reads on until the run is to end; what was begun is finished then. */
async function* untilStopped(
  reads: Iterable<CustomerRead> | AsyncIterable<CustomerRead>,
  signal: AbortSignal | undefined,
  stop: { early: boolean },
): AsyncGenerator<CustomerRead> {
  for await (const read of reads) {
    // Composing holds the thread: without this pause neither Ctrl-C nor the progress line would get a turn.
    await new Promise((next) => setImmediate(next));
    stop.early = signal?.aborted ?? false;
    if (stop.early) return;
    yield read;
  }
}

const counted = ({ made, notMade, pages }: BatchCount, record: RecordResult): BatchCount =>
  record.status === 'made'
    ? { made: made + 1, notMade, pages: pages + (record.pages ?? 0) }
    : { made, notMade: notMade + 1, pages };

function ended(count: BatchCount, problems: readonly Problem[], targets: BatchTargets): BatchResult {
  const { made, notMade } = count;
  if (made + notMade === 0) throw new ProblemError(problems);
  if (targets.folder !== undefined || targets.printFile === undefined) return { ...count, problems };
  // The print file was all that was asked for, and it is not kept: no record was made after all.
  return { made: 0, notMade: made + notMade, pages: 0, problems };
}

const interrupted = ({ folder }: BatchTargets): Problem => ({
  code: 'batch/interrupted',
  severity: 'error',
  message: {
    ja: '途中で止められました。これより後のお客様の分は作成していません。',
    en: 'The run was interrupted. No sheet was made for the customers after this point.',
  },
  hint: folder === undefined ? FROM_THE_START : GOES_ON,
});

const GOES_ON: Wording = {
  ja: '同じコマンドをもう一度実行すると、できているものはそのままに、続きから作ります。',
  en: 'Run the same command again: what is finished is kept, and the rest is made.',
};
/** Half a print file would silently lack customers. */
const FROM_THE_START: Wording = {
  ja: '印刷用のPDFは、全員分がそろうまで残しません。同じコマンドをもう一度実行すると、はじめから作ります。',
  en: 'A print file is kept only when everybody is in it. Run the same command again: it is made from the start.',
};
