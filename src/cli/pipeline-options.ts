/** Takes the options that every sheet-making command shares, gives what the pipeline wants to know. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { IsoDate } from '../office/customers/customer.js';
import { readField } from '../office/customers/read-field.js';
import type { Edition } from '../office/sheet/sheet.js';
import type { PipelineOptions } from '../pipeline.js';
import type { Wording } from '../problem.js';
import { todayInJapan } from './japan-time.js';
import type { Terminal } from './terminal.js';

export interface SheetOptions {
  readonly template?: string;
  readonly provider?: string;
  readonly edition?: Edition;
  readonly issueDate?: IsoDate;
  readonly allowRisky?: true;
}

export interface LedgerOption {
  readonly ledger?: string;
}

const group = ({ say }: Terminal): string => say({ ja: '紙面のオプション:', en: 'Sheet options:' });

export function dateOption(flags: string, words: Wording, { say }: Terminal): Option {
  const column = flags.replace(/ .*/, '');
  return new Option(flags, say(words)).argParser((typed: string): IsoDate => {
    const { value, problems } = readField('issueDate', typed, { kind: 'record', column });
    if (value !== undefined) return value;
    const [problem] = problems;
    throw new InvalidArgumentError(
      problem === undefined
        ? say({ ja: '日付を入れてください。', en: 'Give a date.' })
        : `${say(problem.message)} ${problem.hint === undefined ? '' : say(problem.hint)}`,
    );
  });
}

/** The folders of an office. */
export function folderOptions(command: Command, terminal: Terminal): Command {
  const option = (flags: string, words: Wording) =>
    new Option(flags, terminal.say(words)).helpGroup(group(terminal));
  return command
    .addOption(
      option('--template <DIR>', {
        ja: 'テンプレートのフォルダー（annai init で作れます）',
        en: 'template folder (see annai init)',
      }),
    )
    .addOption(
      option('--provider <DIR>', {
        ja: '業者の設定（provider.yaml）があるフォルダー',
        en: 'folder that holds provider.yaml',
      }),
    );
}

export function addSheetOptions(command: Command, terminal: Terminal): Command {
  const option = (flags: string, words: Wording) =>
    new Option(flags, terminal.say(words)).helpGroup(group(terminal));
  return folderOptions(command, terminal)
    .addOption(
      option('--edition <EDITION>', {
        ja: 'normal（標準）か large（拡大文字）。指定がなければお客様のデータに従います',
        en: 'normal or large; default: as the record says',
      }).choices(['normal', 'large']),
    )
    .addOption(
      dateOption(
        '--issue-date <DATE>',
        { ja: '発行日。指定がなければ今日（日本時間）です', en: 'issue date; default: today in Japan' },
        terminal,
      ).helpGroup(group(terminal)),
    )
    .addOption(
      option('--allow-risky', {
        ja: '勧められない組み合わせ（V11）も、注意書きを付けて作ります',
        en: 'print discouraged combinations (V11) with a caution',
      }),
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
