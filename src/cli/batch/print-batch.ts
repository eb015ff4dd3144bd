/** Takes the result of a batch, prints it: what was made and where, what was not and why. */

import type { BatchResult, RecordResult } from '../../batch/batch-result.js';
import type { Problem, Wording } from '../../problem.js';
import { problemLines } from '../print-problems.js';
import type { Terminal } from '../terminal.js';
import type { BatchOptions } from './batch-options.js';

export interface TimedResult extends BatchResult {
  readonly seconds: number;
  /** What is to be said about the profile, once for all sheets. */
  readonly profile: readonly Problem[];
}

export function printBatch(result: TimedResult, options: BatchOptions, terminal: Terminal): void {
  const made = result.records.filter(({ status }) => status === 'made');
  const lost = result.records.filter(({ status }) => status === 'not-made');
  if (options.json) {
    const { seconds, printFile, records, problems, profile } = result;
    const counts = { made: made.length, notMade: lost.length, seconds };
    terminal.out(JSON.stringify({ ...counts, printFile, records, problems, profile }, undefined, 2));
    return;
  }
  for (const line of summary(result, made, lost, options, terminal)) terminal.out(line);
}

function summary(
  { seconds, printFile, problems, profile }: TimedResult,
  made: readonly RecordResult[],
  lost: readonly RecordResult[],
  { output, merge }: BatchOptions,
  { say, language, paintOut }: Terminal,
): readonly string[] {
  const pages = made.reduce((sum, record) => sum + (record.pages ?? 0), 0);
  const time = seconds.toFixed(1);
  const lines = [
    say({
      ja: `作成 ${made.length}名（${pages}ページ）、作成できなかった方 ${lost.length}名、${time}秒`,
      en: `${made.length} made (${pages} pages), ${lost.length} not made, ${time} s`,
    }),
  ];
  if (output !== undefined && made.length > 0)
    lines.push(`  ${say({ ja: 'お一人ずつ', en: 'one by one' })}: ${output}`);
  if (printFile !== undefined) lines.push(`  ${say({ ja: '印刷用', en: 'print file' })}: ${printFile}`);
  else if (merge !== undefined)
    lines.push(
      say({ ja: `  印刷用 ${merge} は作成していません。`, en: `  print file ${merge} was not made` }),
    );

  const part = (title: Wording, listed: readonly Problem[]) => {
    if (listed.length === 0) return;
    lines.push('', paintOut('bold', say(title)));
    for (const problem of distinct(listed)) lines.push(...problemLines(problem, language, paintOut));
  };
  const { serious: profileFaults, notices: profileNotices } = bySeverity(profile);
  const { serious: warnings, notices } = bySeverity(made.flatMap((record) => record.problems));
  part({ ja: '途中で終わった理由', en: 'Why the run ended early' }, problems);
  part(
    { ja: '作成できなかった方', en: 'Not made' },
    bySeverity(lost.flatMap((record) => record.problems)).serious,
  );
  part({ ja: '作成しましたが、ご確認ください', en: 'Made, but please look' }, warnings);
  part({ ja: '業者の設定について', en: 'About the profile' }, profileFaults);
  const count = notices.length + profileNotices.length;
  if (count > 0)
    lines.push(
      '',
      say({
        ja: `お知らせが${count}件あります。annai check で確認できます。`,
        en: `${count} notices; see annai check.`,
      }),
    );
  return lines;
}

function bySeverity(problems: readonly Problem[]): {
  readonly serious: readonly Problem[];
  readonly notices: readonly Problem[];
} {
  return {
    serious: problems.filter(({ severity }) => severity !== 'notice'),
    notices: problems.filter(({ severity }) => severity === 'notice'),
  };
}

/** A mistake in the template is met by every record, and is said once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
