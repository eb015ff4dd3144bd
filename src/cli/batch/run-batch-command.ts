/** Takes a customer file and targets, makes the sheets and prints the account of them. */

import { basename } from 'node:path';
import { type CheckedFile, checkFile } from '../../batch/check-file.js';
import { prepareFolder } from '../../batch/prepare-folder.js';
import { type BatchTargets, runBatch } from '../../batch/run-batch.js';
import { readCustomers } from '../../office/customers/read-customers.js';
import { createPipeline } from '../../pipeline.js';
import { refuse } from '../../problem.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { uninterrupted } from '../interruption.js';
import { pipelineOptions } from '../pipeline-options.js';
import { openProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { openProblems } from '../write-problems.js';
import type { BatchOptions } from './batch-options.js';
import { printBatch } from './print-batch.js';

export async function runBatchCommand(
  file: string,
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = targetsOf(file, options);
  const pipeline = createPipeline(pipelineOptions(options));
  const table = openProblems(file, options, terminal.language);
  const strict = options.strict ?? false;
  const progress = await openProgress(file, terminal);
  const started = performance.now();
  const result = await uninterrupted(async (signal) => {
    if (targets.folder !== undefined) prepareFolder(targets.folder);
    const checked = await checkFile(readCustomers(file), pipeline, strict);
    sayWhatIsWrong(checked, terminal);
    return runBatch(checked.reads, pipeline, targets, { signal, onRecord: progress, strict });
  });
  const seconds = (performance.now() - started) / 1000;
  const found = [...result.records.flatMap(({ problems }) => problems), ...result.problems];
  table.write([...pipeline.notices, ...found]);
  printBatch({ ...result, seconds, profile: pipeline.notices }, options, terminal);
  return exitCodeOf(result);
}

/** Before the first page: whoever has a file corrected first can stop here. */
function sayWhatIsWrong({ refused, problems }: CheckedFile, { say, err }: Terminal): void {
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (refused === 0 && warnings === 0) return;
  err(
    say({
      ja: `名簿を最後まで調べました。作成できない方 ${refused}名、ご確認いただきたいこと ${warnings}件（くわしくは終わりに示します）。`,
      en: `The whole file was checked: ${refused} cannot be made, ${warnings} warnings (listed at the end).`,
    }),
  );
}

function targetsOf(file: string, { output, merge, force }: BatchOptions): BatchTargets {
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
  return {
    force: force ?? false,
    ...(output === undefined ? {} : { folder: output }),
    ...(merge === undefined
      ? {}
      : { printFile: { file: merge, title: `設定のご案内（印刷用） ${basename(file)}` } }),
  };
}
