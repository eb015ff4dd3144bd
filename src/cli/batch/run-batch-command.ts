/** Takes a customer file and targets, makes the sheets and prints the account of them. */

import { basename } from 'node:path';
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
import type { BatchOptions } from './batch-options.js';
import { printBatch } from './print-batch.js';

export async function runBatchCommand(
  file: string,
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = targetsOf(file, options);
  const pipeline = createPipeline(pipelineOptions(options));
  const progress = await openProgress(file, terminal);
  const started = performance.now();
  const result = await uninterrupted(async (signal) => {
    if (targets.folder !== undefined) prepareFolder(targets.folder);
    return runBatch(readCustomers(file), pipeline, targets, { signal, onRecord: progress });
  });
  const seconds = (performance.now() - started) / 1000;
  printBatch({ ...result, seconds, profile: pipeline.notices }, options, terminal);
  return exitCodeOf(result);
}

function targetsOf(file: string, { output, merge }: BatchOptions): BatchTargets {
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
    ...(output === undefined ? {} : { folder: output }),
    ...(merge === undefined
      ? {}
      : { printFile: { file: merge, title: `設定のご案内（印刷用） ${basename(file)}` } }),
  };
}
