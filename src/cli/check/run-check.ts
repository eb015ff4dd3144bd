/** Takes a customer file, prints every problem that a batch of it would meet. */

import { runBatch } from '../../batch/run-batch.js';
import { readCustomers } from '../../office/customers/read-customers.js';
import { createPipeline } from '../../pipeline.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { pipelineOptions } from '../pipeline-options.js';
import { problemLines } from '../print-problems.js';
import { openProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import type { CheckOptions } from './check-options.js';

export async function runCheck(file: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const pipeline = createPipeline(pipelineOptions(options));
  const watch = terminal.live ? { onRecord: await openProgress(file, terminal) } : {};
  const result = await runBatch(readCustomers(file), pipeline, {}, watch);
  const { records, problems } = result;
  const profile = pipeline.notices;
  const sound = records.filter(({ status }) => status === 'made').length;
  if (options.json) {
    const counts = { sound, unsound: records.length - sound };
    terminal.out(JSON.stringify({ ...counts, records, problems, profile }, undefined, 2));
    return exitCodeOf(result);
  }
  const all = [...profile, ...records.flatMap((record) => record.problems), ...problems];
  for (const problem of all)
    for (const line of problemLines(problem, terminal.language, terminal.paintOut)) terminal.out(line);
  if (all.length > 0) terminal.out('');
  terminal.out(
    terminal.say({
      ja: `${records.length}名を調べました。作成できる方 ${sound}名、直す必要のある方 ${records.length - sound}名。`,
      en: `${records.length} records: ${sound} can be made, ${records.length - sound} need correcting.`,
    }),
  );
  return exitCodeOf(result);
}
