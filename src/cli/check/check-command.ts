/** The arguments of `annai check`. */

import type { Command } from 'commander';
import type { Finish } from '../exit-code.js';
import { examplesText } from '../help-layout.js';
import { addSheetOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';
import type { CheckOptions } from './check-options.js';

export function addCheckCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const { say } = terminal;
  const command = program
    .command('check')
    .summary(
      say({
        ja: '名簿を調べるだけで、PDFは作りません',
        en: 'find the problems of a customer file, write nothing',
      }),
    )
    .description(
      say({
        ja: 'batch と同じように名簿を最後まで調べ、誤りと注意をすべて示します。PDFは作りません。',
        en: 'Goes through a customer file as batch does and shows every problem. No PDF is made.',
      }),
    )
    .argument('<FILE>', say({ ja: 'お客様の名簿', en: 'customer file' }))
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
    .option('--json', say({ ja: '結果をJSONで出力します', en: 'print the result as JSON' }));
  addSheetOptions(command, terminal)
    .addHelpText(
      'after',
      examplesText(terminal, [['annai check 顧客.csv', { ja: '印刷の前に', en: 'before printing' }]]),
    )
    .action(async (file: string, options: CheckOptions) => {
      const { runCheck } = await import('./run-check.js');
      finish(await runCheck(file, options, terminal));
    });
}
