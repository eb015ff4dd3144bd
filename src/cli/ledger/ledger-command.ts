/** The arguments of `annai ledger` and its commands. */

import type { Command } from 'commander';
import type { Wording } from '../../problem.js';
import type { Finish } from '../exit-code.js';
import { LEDGER_FILE } from '../find-ledger.js';
import { examplesText } from '../help-layout.js';
import { dateOption, folderOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';
import type { LedgerListOptions, LedgerOptions, LedgerVerifyOptions } from './ledger-options.js';

export function addLedgerCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const { say } = terminal;
  const ledger = program
    .command('ledger')
    .summary(
      say({
        ja: '台帳（いつ何を発行したかの記録）を調べます',
        en: 'look into the ledger of what was issued',
      }),
    )
    .description(
      say({
        ja: '台帳を調べます。台帳には、いつ・誰に・何を発行したかが残ります。お名前・ご住所・パスワードは入りません。',
        en: 'Looks into the ledger: what was issued when and to whom. No name, address or password is in it.',
      }),
    )
    .helpCommand(false)
    .usage(say({ ja: '<コマンド> [オプション]', en: '<command> [options]' }));

  const add = (name: string, summary: Wording) => {
    const command = ledger
      .command(name)
      .summary(say(summary))
      .description(`${say(summary)}${say({ ja: '。', en: '.' })}`)
      .option(
        '--ledger <FILE>',
        say({
          ja: `台帳。指定がなければ、設定フォルダー（--provider か --template）の ${LEDGER_FILE}`,
          en: `ledger; default: ${LEDGER_FILE} in the office folder (--provider or --template)`,
        }),
      )
      .option('--json', say({ ja: '結果をJSONで出力します', en: 'print the result as JSON' }));
    return folderOptions(command, terminal);
  };

  add('list', { ja: '発行したものを古い順に示します', en: 'list what was issued, oldest first' })
    .option('--id <ID>', say({ ja: 'このお客様番号の分だけ', en: 'of this customer only' }))
    .addOption(
      dateOption(
        '--since <DATE>',
        { ja: 'この日（日本時間）から後に発行した分だけ', en: 'issued on this day (in Japan) or later' },
        terminal,
      ),
    )
    .action(async (options: LedgerListOptions) => {
      const { runLedgerList } = await import('./run-ledger-list.js');
      finish(runLedgerList(options, terminal));
    });
  add('show', {
    ja: '管理番号かお客様番号の分を、くわしく示します',
    en: 'show all that is known of a control or customer number',
  })
    .argument(
      '<NUMBER>',
      say({
        ja: '管理番号（7KM-2QX-9RA の形）かお客様番号',
        en: 'control number (7KM-2QX-9RA) or customer number',
      }),
    )
    .action(async (number: string, options: LedgerOptions) => {
      const { runLedgerShow } = await import('./run-ledger-show.js');
      finish(runLedgerShow(number, options, terminal));
    });
  add('stale', {
    ja: 'お渡しした紙面が、今の設定・テンプレート・名簿と合わなくなった方を示します',
    en: 'list customers whose sheet no longer matches profile, template or record',
  })
    .argument(
      '[FILE]',
      say({
        ja: '今の名簿。あれば、名簿の内容が変わった方も示します',
        en: 'customer file of today, to compare records, too',
      }),
    )
    .action(async (file: string | undefined, options: LedgerOptions) => {
      const { runLedgerStale } = await import('./run-ledger-stale.js');
      finish(await runLedgerStale(file, options, terminal));
    });
  add('verify', {
    ja: '紙面を作り直し、発行したものと1バイトも違わないことを確かめます',
    en: 'make the sheets again and prove that they are the same bytes',
  })
    .argument('<FILE>', say({ ja: '名簿', en: 'customer file' }))
    .option(
      '--all',
      say({
        ja: '最後の分だけでなく、これまでのすべてを',
        en: 'every sheet ever issued, not only the last of each',
      }),
    )
    .action(async (file: string, options: LedgerVerifyOptions) => {
      const { runLedgerVerify } = await import('./run-ledger-verify.js');
      finish(await runLedgerVerify(file, options, terminal));
    });
  ledger.addHelpText(
    'after',
    examplesText(terminal, [
      ['annai ledger list --ledger 台帳.sqlite', { ja: '何を発行したか', en: 'what was issued' }],
      [
        'annai ledger stale 顧客.csv --provider わが社',
        { ja: '作り直しが要る方', en: 'whose sheet is out of date' },
      ],
    ]),
  );
}
