/** Takes a customer file and targets, makes the sheets and prints the account of them. */

import { basename, dirname, resolve } from 'node:path';
import type { BatchResult, RecordResult } from '../../batch/batch-result.js';
import type { BatchTargets } from '../../batch/batch-targets.js';
import { type CheckedFile, checkFile } from '../../batch/check-file.js';
import { type FolderAccount, openAccount } from '../../batch/folder-account.js';
import { lockFolders } from '../../batch/lock-folder.js';
import { prepareFolder } from '../../batch/prepare-folder.js';
import { runBatch } from '../../batch/run-batch.js';
import { openWorkers, type SheetWorkers, type WorkerOrders } from '../../batch/sheet-workers.js';
import { createSourceDigest, officeDigests } from '../../batch/source-digest.js';
import { openCustomers } from '../../office/customers/read-customers.js';
import { shipped } from '../../package-root.js';
import { createPipeline } from '../../pipeline.js';
import { ProblemError, refuse } from '../../problem.js';
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
import { openProblems } from '../write-problems.js';
import type { BatchOptions } from './batch-options.js';
import { statsOf } from './batch-stats.js';
import { openPrinter } from './print-batch.js';

export async function runBatchCommand(
  file: string,
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = targetsOf(file, options);
  keepHeapSmall();
  const recall = options.stats && createRecallCount();
  const sheetOptions = { ...pipelineOptions(options), ...pdfOptions(options), ...(recall && { recall }) };
  const pipeline = createPipeline(sheetOptions);
  const strict = options.strict ?? false;
  const office = once(() => officeDigests(pipeline, sheetOptions));
  const printer = openPrinter(options, terminal);
  const table = openProblems(file, options, terminal.language);
  table.add(pipeline.notices);
  let recalls: readonly RecallCount[] = recall === undefined ? [] : [recall];
  const started = performance.now();
  const run = async (signal: AbortSignal): Promise<BatchResult> => {
    if (targets.folder !== undefined) prepareFolder(targets.folder);
    const lock = lockFolders(foldersOf(targets), workerHere());
    try {
      const book = await openBook(options, sheetOptions, pipeline, office);
      const customers = await openCustomers(file);
      const checked = await checkFile(customers.read, pipeline, strict);
      sayWhatIsWrong(checked, terminal);
      const account = targets.folder === undefined ? undefined : accountOf(targets.folder, options);
      const source = createSourceDigest(pipeline, sheetOptions, office(), revision());
      const onlyFailed = options.onlyFailed ?? false;
      const resumption = account && { account, source, onlyFailed };
      const workers = workersFor(checked, targets, options.workers, { pipeline: sheetOptions, strict });
      const progress = openProgress(checked.records, terminal);
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
      ).finally(() => workers?.close());
      recalls = [...recalls, ...(workers?.recalls ?? [])];
      return closed(made, [() => account?.close(made.problems.length > 0), () => book?.flush()]);
    } finally {
      lock.release();
    }
  };
  try {
    const result = await uninterrupted(run);
    const seconds = (performance.now() - started) / 1000;
    table.add(result.problems);
    table.keep();
    const stats = recall && statsOf(result, seconds, peakMemory(), recalls);
    printer.end({ ...result, seconds, profile: pipeline.notices, ...(stats && { stats }) });
    return exitCodeOf(result);
  } finally {
    table.discard();
  }
}

/** In megabytes. */
const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/** Until a thread is warm, this one has made so many. */
const SHEETS_WORTH_A_WORKER = 50;

/** A print file is made on this thread: what it shares among its sheets is in one place. */
function workersFor(
  { records }: CheckedFile,
  { folder, printFile }: BatchTargets,
  wanted: number,
  orders: WorkerOrders,
): SheetWorkers | undefined {
  const count = Math.min(wanted, Math.floor(records / SHEETS_WORTH_A_WORKER));
  if (count < 2 || folder === undefined || printFile !== undefined) return undefined;
  return openWorkers(shipped('dist/cli/main.js'), count, orders);
}

/** The folders that are written into, each once. */
function foldersOf({ folder, printFile }: BatchTargets): readonly string[] {
  const folders = [
    ...(folder === undefined ? [] : [folder]),
    ...(printFile === undefined ? [] : [dirname(printFile.file)]),
  ];
  return [...new Map(folders.map((each) => [resolve(each), each])).values()];
}

function accountOf(folder: string, { onlyFailed }: BatchOptions): FolderAccount {
  const account = openAccount(folder);
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

/** The sheets are there, whether or not the disk has room for the accounts of them. */
function closed(result: BatchResult, accounts: readonly (() => void)[]): BatchResult {
  const problems = accounts.flatMap((write) => {
    try {
      write();
      return [];
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.problems;
    }
  });
  return { ...result, problems: [...result.problems, ...problems] };
}

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

function targetsOf(file: string, { output, merge, force, onlyFailed }: BatchOptions): BatchTargets {
  if (output === undefined && merge === undefined) {
    refuse({
      code: 'cli/no-target',
      message: { ja: '作ったPDFを置く場所の指定がありません。', en: 'Nothing says where to put the sheets.' },
      hint: {
        ja: '-o フォルダー名、--merge ファイル名.pdf、またはその両方を付けてください。',
        en: 'Add -o DIR, --merge FILE.pdf, or both.',
      },
    });
  }
  if (onlyFailed && (output === undefined || merge !== undefined)) {
    refuse({
      code: 'cli/only-failed-alone',
      message: {
        ja: '--only-failed は、-o で作るお一人ずつのファイルにだけ使えます。',
        en: '--only-failed is for the separate files of -o alone.',
      },
      hint: {
        ja: '--merge を外し、-o フォルダー名 を付けてください。印刷用のPDFには、いつも全員分が入ります。',
        en: 'Leave out --merge and add -o DIR. A print file always holds everybody.',
      },
    });
  }
  return {
    force: force ?? false,
    ...(output === undefined ? {} : { folder: output }),
    ...(merge === undefined
      ? {}
      : { printFile: { file: merge, title: `設定のご案内（印刷用） ${basename(file)}` } }),
  };
}
