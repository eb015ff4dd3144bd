/** Takes a customer file and targets, makes the sheets and prints the account of them. */

import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { BatchResult, RecordResult } from '../../batch/batch-result.js';
import type { BatchTargets } from '../../batch/batch-targets.js';
import { type CheckedFile, checkFile } from '../../batch/check-file.js';
import type { FitTrial } from '../../batch/find-misfits.js';
import { type FolderAccount, openAccount } from '../../batch/folder-account.js';
import { lockFolders } from '../../batch/lock-folder.js';
import { prepareFolder } from '../../batch/prepare-folder.js';
import { runBatch } from '../../batch/run-batch.js';
import { openWorkers, type SheetWorkers, type WorkerOrders } from '../../batch/sheet-workers.js';
import { createSourceDigest, officeDigests } from '../../batch/source-digest.js';
import { openCustomers } from '../../office/customers/read-customers.js';
import { shipped } from '../../package-root.js';
import { createPipeline } from '../../pipeline.js';
import { type Problem, refusalsOf, refuse } from '../../problem.js';
import { createRecallCount, type RecallCount } from '../../typesetting/recall-count.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { uninterrupted } from '../interruption.js';
import { keepHeapSmall } from '../keep-heap-small.js';
import { openBook } from '../open-book.js';
import { pdfOptions } from '../pdf-options.js';
import { pipelineOptions } from '../pipeline-options.js';
import { openProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { revision } from '../version.js';
import { workerHere } from '../worker-here.js';
import { listing, openProblems, type ProblemFile } from '../write-problems.js';
import { foldersOf, refuseSharedNames, targetsOf } from './batch-files.js';
import type { BatchOptions } from './batch-options.js';
import { statsOf } from './batch-stats.js';
import { type BatchPrinter, openPrinter } from './print-batch.js';

export async function runBatchCommand(
  file: string,
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = targetsOf(file, options);
  const refuseName = refuseSharedNames(file, options);
  keepHeapSmall();
  const started = performance.now();
  const { folder } = targets;
  const { problems } = options;
  // The table may lie in the folder that the sheets are for.
  if (folder !== undefined && problems !== undefined && resolve(folder) === resolve(dirname(problems)))
    prepareFolder(folder);
  const table = openProblems(options, terminal.language);
  const { result, ...all } = await listing(table, async () => {
    const made = await uninterrupted((signal) =>
      makeAll(file, options, terminal, { targets, refuseName, table, signal }),
    );
    return { ...made, result: alsoSaying(made.result, table.keep()) };
  });
  const seconds = (performance.now() - started) / 1000;
  const stats = options.stats && statsOf(result, seconds, peakMemory(), all.recalls);
  all.printer.end({ ...result, seconds, total: all.total, profile: all.profile, ...(stats && { stats }) });
  return exitCodeOf(result);
}

interface Run {
  readonly targets: BatchTargets;
  readonly refuseName: (customerId: string) => void;
  readonly table: ProblemFile;
  readonly signal: AbortSignal;
}

interface RunResult {
  readonly result: BatchResult;
  readonly printer: BatchPrinter;
  /** How many records the customer file has. */
  readonly total: number;
  readonly profile: readonly Problem[];
  readonly recalls: readonly RecallCount[];
}

async function makeAll(
  file: string,
  options: BatchOptions,
  terminal: Terminal,
  { targets, refuseName, table, signal }: Run,
): Promise<RunResult> {
  const recall = options.stats && createRecallCount();
  const sheetOptions = { ...pipelineOptions(options), ...pdfOptions(options), ...(recall && { recall }) };
  const pipeline = createPipeline(sheetOptions);
  table.add(pipeline.notices);
  const strict = options.strict ?? false;
  const office = once(() => officeDigests(pipeline, sheetOptions));
  if (targets.folder !== undefined) prepareFolder(targets.folder);
  let workers: SheetWorkers | undefined;
  const lock = lockFolders(foldersOf(targets), workerHere());
  try {
    const account = targets.folder === undefined ? undefined : accountOf(targets.folder, options);
    const customers = openCustomers(file);
    const trial = (records: number): FitTrial => {
      workers = workersFor(records, targets, options.workers, { pipeline: sheetOptions, strict });
      return workers?.fits ?? pipeline.fits;
    };
    const checked = await checkFile(customers.read, pipeline, { strict, trial, refuseName, signal });
    sayWhatIsWrong(checked, terminal);
    // Not before the whole file is known to be good: it may be made anew.
    const book = await openBook(options, sheetOptions, pipeline, office);
    const source = createSourceDigest(pipeline, sheetOptions, office(), revision());
    const onlyFailed = options.onlyFailed ?? false;
    const resumption = account && { account, source, onlyFailed };
    const progress = openProgress(checked.records, terminal);
    const printer = openPrinter(options, terminal);
    const onRecord = (record: RecordResult): void => {
      progress(record);
      table.add(record.problems);
      printer.add(record);
    };
    const watch = { signal, onRecord, strict, ...(workers && { workers }) };
    const made = await runBatch(
      checked.reads,
      pipeline,
      { ...targets, ...(resumption && { resumption }), ...(book && { book }) },
      watch,
    );
    table.add(made.problems);
    // The sheets are there, whether or not the disk has room for the accounts of them.
    const accounts = [() => account?.close(made.problems.length > 0), () => book?.flush()];
    const unwritten = accounts.flatMap(refusalsOf);
    table.add(unwritten);
    const recalls = [...(recall === undefined ? [] : [recall]), ...(workers?.recalls ?? [])];
    const result = alsoSaying(made, unwritten);
    return { result, printer, total: checked.records, profile: pipeline.notices, recalls };
  } finally {
    await workers?.close();
    lock.release();
  }
}

/** In megabytes. */
const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/** For fewer sheets no thread is started, whatever is wished. */
const LEAST_OF_A_WORKER = 50;
/**
 * What two threads have to make before they overtake one, by the half: V8 compiles what runs often for each thread anew, and has
 * the second core to itself meanwhile (measured, docs/bench.md).
 */
const WORTH_A_WORKER = 1250;

/** A print file is made on this thread: what it shares among its sheets is in one place. */
function workersFor(
  records: number,
  { folder, printFile }: BatchTargets,
  wanted: number | undefined,
  orders: WorkerOrders,
): SheetWorkers | undefined {
  const each = wanted === undefined ? WORTH_A_WORKER : LEAST_OF_A_WORKER;
  const count = Math.min(wanted ?? availableParallelism(), Math.floor(records / each));
  if (count < 2 || folder === undefined || printFile !== undefined) return undefined;
  return openWorkers(shipped('dist/cli/serve-thread.cjs'), count, orders);
}

function accountOf(folder: string, { onlyFailed, force }: BatchOptions): FolderAccount {
  const account = openAccount(folder, force);
  if (onlyFailed && !account.begun) {
    refuse({
      code: 'batch/nothing-before',
      message: {
        ja: 'このフォルダーには前回の記録がないため、作成できなかった方だけを作ることはできません。',
        en: 'There is no account of an earlier run here, so nobody knows what failed.',
      },
      hint: { ja: '--only-failed を外して実行してください。', en: 'Run it without --only-failed.' },
      place: { kind: 'file', file: folder },
    });
  }
  return account;
}

const alsoSaying = (result: BatchResult, problems: readonly Problem[]): BatchResult => ({
  ...result,
  problems: [...result.problems, ...problems],
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Before the first page: whoever has a file corrected first can stop here. */
function sayWhatIsWrong({ refused, warnings }: CheckedFile, { say, err }: Terminal): void {
  if (refused === 0 && warnings === 0) return;
  err(
    say({
      ja: `名簿を最後まで調べました。作成できない方 ${refused}名、ご確認いただきたいこと ${warnings}件（くわしくは終わりに示します）。`,
      en: `The whole file was checked: ${refused} cannot be made, ${warnings} warnings (listed at the end).`,
    }),
  );
}
