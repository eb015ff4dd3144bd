/** Takes a customer file, prints every problem that a batch of it would meet. */

import { checkFile } from '../../batch/check-file.js';
import { runBatch } from '../../batch/run-batch.js';
import { readCustomers } from '../../office/customers/read-customers.js';
import { createPipeline } from '../../pipeline.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { pipelineOptions } from '../pipeline-options.js';
import { problemLines } from '../print-problems.js';
import { openProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { openProblems } from '../write-problems.js';
import type { CheckOptions } from './check-options.js';

export async function runCheck(file: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const pipeline = createPipeline(pipelineOptions(options));
  const watch = terminal.live ? { onRecord: await openProgress(file, terminal) } : {};
  const table = openProblems(file, options, terminal.language);
  const strict = options.strict ?? false;
  const { reads } = await checkFile(readCustomers(file), pipeline, strict);
  const result = await runBatch(reads, pipeline, {}, { ...watch, strict });
  const { records, problems } = result;
  const profile = pipeline.notices;
  const sound = records.filter(({ status }) => status === 'made').length;
  const all = [...profile, ...records.flatMap((record) => record.problems), ...problems];
  table.write(all);
  if (options.json) {
    const counts = { sound, unsound: records.length - sound };
    terminal.out(JSON.stringify({ ...counts, records, problems, profile }, undefined, 2));
    return exitCodeOf(result);
  }
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
