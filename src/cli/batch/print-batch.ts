/** Takes the result of a batch, prints it: what was made and where, what was not and why. */

import type { BatchResult, RecordResult } from '../../batch/batch-result.js';
import type { Problem } from '../../problem.js';
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
  result: TimedResult,
  made: readonly RecordResult[],
  lost: readonly RecordResult[],
  options: BatchOptions,
  { say, language, paintOut }: Terminal,
): readonly string[] {
  const pages = made.reduce((sum, record) => sum + (record.pages ?? 0), 0);
  const seconds = result.seconds.toFixed(1);
  const warnings = made.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'warning'));
  const notices = made.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'notice'));
  const part = (title: string, problems: readonly Problem[]) =>
    problems.length === 0
      ? []
      : [
          '',
          paintOut('bold', title),
          ...problems.flatMap((problem) => problemLines(problem, language, paintOut)),
        ];
  const serious = ({ severity }: Problem) => severity !== 'notice';
  return [
    say({
      ja: `作成 ${made.length}名（${pages}ページ）、作成できなかった方 ${lost.length}名、${seconds}秒`,
      en: `${made.length} made (${pages} pages), ${lost.length} not made, ${seconds} s`,
    }),
    ...(options.output === undefined || made.length === 0
      ? []
      : [say({ ja: `  お一人ずつ: ${options.output}`, en: `  one by one: ${options.output}` })]),
    ...(result.printFile === undefined
      ? []
      : [say({ ja: `  印刷用: ${result.printFile}`, en: `  print file: ${result.printFile}` })]),
    ...(options.merge === undefined || result.printFile !== undefined
      ? []
      : [
          say({
            ja: `  印刷用 ${options.merge} は作成していません。`,
            en: `  print file ${options.merge} was not made`,
          }),
        ]),
    ...part(say({ ja: '途中で終わった理由', en: 'Why the run ended early' }), result.problems),
    ...part(
      say({ ja: '作成できなかった方', en: 'Not made' }),
      lost.flatMap(({ problems }) => problems.filter(serious)),
    ),
    ...part(say({ ja: '作成しましたが、ご確認ください', en: 'Made, but please look' }), warnings),
    ...part(say({ ja: '業者の設定について', en: 'About the profile' }), result.profile.filter(serious)),
    ...(notices.length + result.profile.length === 0
      ? []
      : [
          '',
          say({
            ja: `お知らせが${notices.length + result.profile.filter((problem) => !serious(problem)).length}件あります。annai check で確認できます。`,
            en: `There are notices; see annai check.`,
          }),
        ]),
  ];
}
