/** The arguments of `annai explain`. */

import type { Command } from 'commander';
import type { Finish } from '../exit-code.js';
import { examplesText } from '../help-layout.js';
import { addSheetOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';
import type { ExplainOptions } from './explain-options.js';

export function addExplainCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const { say } = terminal;
  const command = program
    .command('explain')
    .summary(
      say({
        ja: 'あるお客様の紙面に、何がなぜ載るかを示します',
        en: "show what a customer's sheet says and why",
      }),
    )
    .description(
      say({
        ja: 'あるお客様の紙面に載る事項と載らない事項を、決め手になった条件とともに示します。',
        en: "Shows every fact printed or left out of one customer's sheet, and the condition that decided it.",
      }),
    )
    .argument('<FILE>', say({ ja: 'お客様の名簿', en: 'customer file' }))
    .requiredOption('--id <ID>', say({ ja: 'お客様番号', en: 'customer number' }))
    .option('--json', say({ ja: '結果をJSONで出力します', en: 'print the result as JSON' }));
  addSheetOptions(command, terminal)
    .addHelpText(
      'after',
      examplesText(terminal, [
        [
          'annai explain 顧客.csv --id KS-100234',
          { ja: 'このお客様に POP の説明が載る理由は？', en: 'why does this sheet speak of POP?' },
        ],
      ]),
    )
    .action(async (file: string, options: ExplainOptions) => {
      const { runExplain } = await import('./run-explain.js');
      finish(await runExplain(file, options, terminal));
    });
}
