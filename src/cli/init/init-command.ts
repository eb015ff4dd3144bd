/** The arguments of `annai init`. */

import type { Command } from 'commander';
import type { Finish } from '../exit-code.js';
import { examplesText } from '../help-layout.js';
import type { Terminal } from '../terminal.js';

export function addInitCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const { say } = terminal;
  program
    .command('init')
    .summary(
      say({
        ja: '自社用に書き換えるためのフォルダーを用意します',
        en: 'set up a folder to edit for your own office',
      }),
    )
    .description(
      say({
        ja: 'テンプレート、業者の設定、お客様データの見本を、空のフォルダーに用意します。',
        en: 'Puts a template, a provider profile and example customers into an empty folder, to be edited.',
      }),
    )
    .argument('<DIR>', say({ ja: '新しいフォルダー', en: 'the new folder' }))
    .addHelpText(
      'after',
      examplesText(terminal, [
        ['annai init わが社', { ja: 'フォルダーを用意する', en: 'set the folder up' }],
        [
          'annai batch わが社/customers.csv --template わが社 --provider わが社 -o 出力',
          { ja: '書き換えたものを使う', en: 'use what you edited' },
        ],
      ]),
    )
    .action(async (folder: string) => {
      const { runInit } = await import('./run-init.js');
      finish(runInit(folder, terminal));
    });
}
