/** The arguments of `annai batch`. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Finish } from '../exit-code.js';
import { ledgerHelp } from '../find-ledger.js';
import { examplesText } from '../help-layout.js';
import { addPdfOptions } from '../pdf-options.js';
import { addSheetOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';
import type { BatchOptions } from './batch-options.js';

export function addBatchCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const { say } = terminal;
  const command = program
    .command('batch')
    .summary(
      say({
        ja: '名簿のお客様全員の分をまとめて作ります',
        en: 'make the sheets of all customers of a file',
      }),
    )
    .description(
      say({
        ja: '名簿（CSV・TSV・Excel・JSON）のお客様全員の分をまとめて作ります。一人の誤りで、ほかの方の分が止まることはありません。',
        en: 'Makes the sheets of all customers of a file (CSV, TSV, Excel, JSON). One bad record never stops the others.',
      }),
    )
    .argument('<FILE>', say({ ja: 'お客様の名簿', en: 'customer file' }))
    .option(
      '-o, --output <DIR>',
      say({
        ja: 'お客様番号を名前にしたPDFを、お一人に一つずつ、このフォルダーに作ります',
        en: 'one PDF per customer, named by customer number, in this folder',
      }),
    )
    .option(
      '--merge <FILE.pdf>',
      say({
        ja: '全員分を名簿の順に並べた、印刷用のPDFを一つ作ります',
        en: 'one print file of all sheets in the order of the file',
      }),
    )
    .option(
      '--only-failed',
      say({
        ja: '前回作成できなかった方の分だけを作り、できているものには触れません',
        en: 'make only what the last run could not, and leave what is there',
      }),
    )
    .option(
      '--strict',
      say({ ja: '注意も誤りとして扱い、その方の分を作りません', en: 'treat warnings as errors' }),
    )
    .option(
      '--problems <FILE.csv>',
      say({
        ja: '見つかった誤りと注意の一覧を、Excelで開けるCSVに書き出します',
        en: 'write the problems found as a CSV for Excel',
      }),
    )
    .option(
      '--force',
      say({
        ja: '同じ名前の、annai が作ったものでないファイルも置き換えます',
        en: 'replace files of the same name that annai did not make',
      }),
    )
    .addOption(
      new Option(
        '--workers <N>',
        say({
          ja: '一人ずつのPDFを、いくつの作業に分けて同時に作るか。指定がなければ、名簿の長さに合わせて、このパソコンのコアの数までです',
          en: 'how many threads make separate files; default: as many as pay, at most the cores of this machine',
        }),
      ).argParser((typed) => readCount(typed, terminal)),
    )
    .option('--ledger <FILE>', ledgerHelp(terminal))
    .option(
      '--stats',
      say({
        ja: '速さ、メモリー、前の紙面から使えたものの数を最後に示します',
        en: 'show speed, memory and what was used again from earlier sheets',
      }),
    )
    .option('--json', say({ ja: '結果をJSONで出力します', en: 'print the result as JSON' }));
  addPdfOptions(addSheetOptions(command, terminal), terminal)
    .addHelpText(
      'after',
      examplesText(terminal, [
        ['annai batch 顧客.csv -o 出力', { ja: 'お一人に一つずつ', en: 'one file for each customer' }],
        [
          'annai batch 顧客.xlsx --merge 印刷.pdf',
          { ja: 'まとめて印刷するとき', en: 'one file for the printer' },
        ],
      ]),
    )
    .action(async (file: string, options: BatchOptions) => {
      const { runBatchCommand } = await import('./run-batch-command.js');
      finish(await runBatchCommand(file, options, terminal));
    });
}

/** More threads than these are a slip of the finger. */
const MOST_WORKERS = 64;

function readCount(typed: string, { say }: Terminal): number {
  const count = /^[1-9]\d?$/.test(typed) ? Number(typed) : 0;
  if (count >= 1 && count <= MOST_WORKERS) return count;
  throw new InvalidArgumentError(
    say({
      ja: `1から${MOST_WORKERS}までの整数で指定してください。`,
      en: `Give a whole number from 1 to ${MOST_WORKERS}.`,
    }),
  );
}
