/** The arguments of `annai sheet`. */

import { type Command, InvalidArgumentError } from 'commander';
import type { Finish } from '../exit-code.js';
import { ledgerHelp } from '../find-ledger.js';
import { examplesText } from '../help-layout.js';
import { addPdfOptions } from '../pdf-options.js';
import { addSheetOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';
import type { SheetCommandOptions } from './sheet-options.js';

export function addSheetCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const { say } = terminal;
  const collect = (assignment: string, before: Readonly<Record<string, string>> = {}) => {
    const at = assignment.indexOf('=');
    if (at > 0) return { ...before, [assignment.slice(0, at)]: assignment.slice(at + 1) };
    throw new InvalidArgumentError(
      say({ ja: '「項目=値」の形にしてください。', en: 'Write it as field=value.' }),
    );
  };
  const command = program
    .command('sheet')
    .summary(say({ ja: 'お一人分の紙面を作ります（窓口用）', en: "make one customer's sheet" }))
    .description(
      say({
        ja: 'お一人分の紙面を作ります。データを何も指定しなければ、項目を一つずつお尋ねします。',
        en: "Makes one customer's sheet. Without any data it asks for each field.",
      }),
    )
    .option(
      '--customer <FILE.json>',
      say({ ja: 'お一人分のデータのファイル（JSONなど）', en: "file with one customer's record" }),
    )
    .option(
      '--set <FIELD=VALUE>',
      say({
        ja: '項目の値。何度でも指定できます。項目は「氏名」のような見出しか name のような名前',
        en: 'value of a field (may be repeated), by field name or Japanese heading',
      }),
      collect,
    )
    .option(
      '-o, --output <FILE.pdf>',
      say({
        ja: '作るファイルの名前。指定がなければ お客様番号.pdf',
        en: 'name of the file; default: customer number.pdf',
      }),
    )
    .option(
      '--force',
      say({ ja: '同じ名前のPDFがあれば置き換えます', en: 'replace an existing PDF of that name' }),
    )
    .option('--ledger <FILE>', ledgerHelp(terminal))
    .option('--json', say({ ja: '結果をJSONで出力します', en: 'print the result as JSON' }));
  addPdfOptions(addSheetOptions(command, terminal), terminal)
    .addHelpText(
      'after',
      examplesText(terminal, [
        ['annai sheet', { ja: '項目を一つずつ答えて作る', en: 'answer field by field' }],
        ['annai sheet --customer 山田様.json -o 山田様.pdf', { ja: 'ファイルから', en: 'from a file' }],
        [
          'annai sheet --set お客様番号=KS-100234 --set 氏名="山田 太郎" --set メールアドレス=taro@cvk.ne.jp --set 接続方法=IMAP --set 台数=1台',
          { ja: 'その場で値を指定して', en: 'from values given here' },
        ],
      ]),
    )
    .action(async (options: SheetCommandOptions) => {
      const { runSheet } = await import('./run-sheet.js');
      finish(await runSheet(options, terminal));
    });
}
