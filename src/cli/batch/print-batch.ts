/** Takes the results of a batch as they come, prints what was made and where, what was not and why. */

import type { BatchResult, RecordResult } from '../../batch/batch-result.js';
import type { Problem, Wording } from '../../problem.js';
import { printJsonRecords } from '../json-records.js';
import { problemLines } from '../print-problems.js';
import type { Terminal } from '../terminal.js';
import type { BatchOptions } from './batch-options.js';
import { type BatchStats, printStats } from './batch-stats.js';
import { createProblemList, type ProblemList } from './problem-list.js';

export interface BatchPrinter {
  add(record: RecordResult): void;
  end(result: TimedResult): void;
}

export interface TimedResult extends BatchResult {
  readonly seconds: number;
  /** What is to be said about the profile, once for all sheets. */
  readonly profile: readonly Problem[];
  /** How many records the customer file has. */
  readonly total: number;
  readonly stats?: BatchStats;
}

export const openPrinter = (options: BatchOptions, terminal: Terminal): BatchPrinter =>
  options.json ? jsonPrinter(options, terminal) : textPrinter(options, terminal);

function jsonPrinter({ output, merge }: BatchOptions, terminal: Terminal): BatchPrinter {
  const json = printJsonRecords(terminal);
  // Whether a sheet that has no place but the print file was made is known when that is whole.
  const held: RecordResult[] | undefined = output === undefined && merge !== undefined ? [] : undefined;
  return {
    add: (record) => (held === undefined ? json.add(record) : held.push(record)),
    end({ made, notMade, total, seconds, printFile, problems, profile, stats }) {
      for (const record of held ?? [])
        json.add(printFile === undefined ? { ...record, status: 'not-made' } : record);
      json.end({ made, notMade, total, seconds, printFile, problems, profile, stats });
    },
  };
}

function textPrinter(options: BatchOptions, terminal: Terminal): BatchPrinter {
  const lost = createProblemList();
  const warnings = createProblemList();
  let notices = 0;
  return {
    add({ status, problems }) {
      for (const problem of problems) {
        if (problem.severity !== 'notice') (status === 'made' ? warnings : lost).add(problem);
        else if (status === 'made') notices += 1;
      }
    },
    end(result) {
      for (const line of summary(result, { lost, warnings, notices }, options, terminal)) terminal.out(line);
      if (result.stats !== undefined) printStats(result.stats, terminal);
    },
  };
}

interface Heard {
  readonly lost: ProblemList;
  /** About sheets that were made. */
  readonly warnings: ProblemList;
  readonly notices: number;
}

function summary(
  { made, notMade, total, pages, seconds, printFile, problems, profile }: TimedResult,
  { lost, warnings, notices }: Heard,
  { output, merge }: BatchOptions,
  { say, language, paintOut }: Terminal,
): readonly string[] {
  const time = seconds.toFixed(1);
  const early = made + notMade < total;
  // Of a print file that is not kept, those that were made are not made after all.
  const rest = early ? '作成していない方' : '作成できなかった方';
  const lines = [
    say({
      ja: `作成 ${made}名（${pages}ページ）、${rest} ${notMade}名、${time}秒`,
      en: `${made} made (${pages} pages), ${notMade} not made, ${time} s`,
    }),
  ];
  if (early)
    lines.push(
      say({
        ja: `  名簿の${total}名のうち、${made + notMade}名まで進んで止まりました。`,
        en: `  The run stopped after ${made + notMade} of the ${total} customers of the file.`,
      }),
    );
  if (output !== undefined && made > 0)
    lines.push(`  ${say({ ja: 'お一人ずつ', en: 'one by one' })}: ${output}`);
  if (printFile !== undefined) lines.push(`  ${say({ ja: '印刷用', en: 'print file' })}: ${printFile}`);
  else if (merge !== undefined)
    lines.push(
      say({ ja: `  印刷用 ${merge} は作成していません。`, en: `  print file ${merge} was not made` }),
    );

  const part = (title: Wording, { listed, more }: Pick<ProblemList, 'listed' | 'more'>) => {
    if (listed.length === 0) return;
    lines.push('', paintOut('bold', say(title)));
    for (const problem of listed) lines.push(...problemLines(problem, language, paintOut));
    if (more > 0)
      lines.push(
        say({
          ja: `ほかに${more}件あります。--problems を付けると、すべてをCSVに書き出します。`,
          en: `${more} more; --problems writes all of them as a CSV.`,
        }),
      );
  };
  const serious = profile.filter(({ severity }) => severity !== 'notice');
  part(
    early
      ? { ja: '途中で終わった理由', en: 'Why the run ended early' }
      : { ja: '作業のあとに残った問題', en: 'What is left to be done' },
    { listed: problems, more: 0 },
  );
  part({ ja: '作成できなかった方', en: 'Not made' }, lost);
  // Of a print file that is not kept, no sheet was made after all.
  part(
    made === 0
      ? { ja: '作成していませんが、ご確認ください', en: 'Not made, and please look' }
      : { ja: '作成しましたが、ご確認ください', en: 'Made, but please look' },
    warnings,
  );
  part({ ja: '業者の設定について', en: 'About the profile' }, { listed: serious, more: 0 });
  const count = notices + profile.length - serious.length;
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
