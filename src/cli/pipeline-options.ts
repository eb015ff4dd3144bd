/** Takes the options that every sheet-making command shares, gives what the pipeline wants to know. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { IsoDate } from '../office/customers/customer.js';
import { readField } from '../office/customers/read-field.js';
import type { Edition } from '../office/sheet/sheet.js';
import type { PipelineOptions } from '../pipeline.js';
import type { Terminal } from './terminal.js';
import { todayInJapan } from './today-in-japan.js';

export interface SheetOptions {
  readonly template?: string;
  readonly provider?: string;
  readonly edition?: Edition;
  readonly issueDate?: IsoDate;
  readonly allowRisky?: true;
}

export function addSheetOptions(command: Command, { say }: Terminal): Command {
  const option = (flags: string, ja: string, en: string) =>
    new Option(flags, say({ ja, en })).helpGroup(say({ ja: '紙面のオプション:', en: 'Sheet options:' }));
  const parseIssueDate = (typed: string): IsoDate => {
    const { value, problems } = readField('issueDate', typed, { kind: 'record' });
    if (value !== undefined) return value;
    const [problem] = problems;
    throw new InvalidArgumentError(
      problem === undefined
        ? say({ ja: '日付を入れてください。', en: 'Give a date.' })
        : `${say(problem.message)} ${problem.hint === undefined ? '' : say(problem.hint)}`,
    );
  };
  return command
    .addOption(
      option(
        '--template <DIR>',
        'テンプレートのフォルダー（annai init で作れます）',
        'template folder (see annai init)',
      ),
    )
    .addOption(
      option(
        '--provider <DIR>',
        '業者の設定（provider.yaml）があるフォルダー',
        'folder that holds provider.yaml',
      ),
    )
    .addOption(
      option(
        '--edition <EDITION>',
        'normal（標準）か large（拡大文字）。指定がなければお客様のデータに従います',
        'normal or large; default: as the record says',
      ).choices(['normal', 'large']),
    )
    .addOption(
      option(
        '--issue-date <DATE>',
        '発行日。指定がなければ今日（日本時間）です',
        'issue date; default: today in Japan',
      ).argParser(parseIssueDate),
    )
    .addOption(
      option(
        '--allow-risky',
        '勧められない組み合わせ（V11）も、注意書きを付けて作ります',
        'print discouraged combinations (V11) with a caution',
      ),
    );
}

export function pipelineOptions({ issueDate, ...options }: SheetOptions): PipelineOptions {
  const { template, provider, edition, allowRisky } = options;
  return {
    issueDate: issueDate ?? todayInJapan(),
    ...(template === undefined ? {} : { template }),
    ...(provider === undefined ? {} : { provider }),
    ...(edition === undefined ? {} : { edition }),
    ...(allowRisky === undefined ? {} : { allowRisky }),
  };
}
