/** Takes a customer file, prints every problem that a batch of it would meet. */

import type { RecordResult } from '../../batch/batch-result.js';
import { checkFile } from '../../batch/check-file.js';
import { runBatch } from '../../batch/run-batch.js';
import { openCustomers } from '../../office/customers/read-customers.js';
import { createPipeline } from '../../pipeline.js';
import type { Problem } from '../../problem.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { printJsonRecords } from '../json-records.js';
import { keepHeapSmall } from '../keep-heap-small.js';
import { pipelineOptions } from '../pipeline-options.js';
import { problemLines } from '../print-problems.js';
import { openProgress } from '../progress.js';
import { named, refuseSameFile } from '../refuse-same-file.js';
import type { Terminal } from '../terminal.js';
import { listing, openProblems, type ProblemFile } from '../write-problems.js';
import type { CheckOptions } from './check-options.js';

export async function runCheck(file: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { problems: target } = options;
  refuseSameFile(
    [
      ...named(file, '名簿', 'the customer file'),
      ...named(target, '誤りの一覧（--problems）', 'the table of problems (--problems)'),
    ],
    options,
  );
  keepHeapSmall();
  const table = openProblems(options, terminal.language);
  return await listing(table, () => checkAll(file, options, terminal, table));
}

async function checkAll(
  file: string,
  options: CheckOptions,
  terminal: Terminal,
  table: ProblemFile,
): Promise<ExitCode> {
  const pipeline = createPipeline(pipelineOptions(options));
  const strict = options.strict ?? false;
  const customers = openCustomers(file);
  const { reads, records } = await checkFile(customers.read, pipeline, { strict });
  const progress = terminal.live ? openProgress(records, terminal) : () => {};
  const json = options.json && printJsonRecords(terminal);
  let listed = 0;
  const show = (problems: readonly Problem[]): void => {
    listed += problems.length;
    if (json) return;
    for (const problem of problems)
      for (const line of problemLines(problem, terminal.language, terminal.paintOut)) terminal.out(line);
  };
  const list = (problems: readonly Problem[]): void => {
    table.add(problems);
    show(problems);
  };
  list(pipeline.notices);
  const onRecord = (record: RecordResult): void => {
    progress(record);
    list(record.problems);
    if (json) json.add(record);
  };
  const checked = await runBatch(reads, pipeline, {}, { onRecord, strict });
  list(checked.problems);
  const unwritten = table.keep();
  show(unwritten);
  const { made: sound, notMade: unsound } = checked;
  const problems = [...checked.problems, ...unwritten];
  if (json) json.end({ sound, unsound, problems, profile: pipeline.notices });
  else {
    if (listed > 0) terminal.out('');
    terminal.out(
      terminal.say({
        ja: `${sound + unsound}名を調べました。作成できる方 ${sound}名、直す必要のある方 ${unsound}名。`,
        en: `${sound + unsound} records: ${sound} can be made, ${unsound} need correcting.`,
      }),
    );
  }
  return exitCodeOf({ ...checked, problems });
}
