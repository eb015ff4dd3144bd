/** Takes arguments and a terminal, runs the command they name, gives the exit code. Parses only: each command loads its runner itself. */

import { Command, CommanderError, Option } from 'commander';
import { internalProblem } from '../batch/problems-of.js';
import { type Problem, ProblemError } from '../problem.js';
import { addBatchCommand } from './batch/batch-command.js';
import { addCheckCommand } from './check/check-command.js';
import { ALL_MADE, type ExitCode, type Finish, NOTHING_STARTED } from './exit-code.js';
import { addExplainCommand } from './explain/explain-command.js';
import { examplesText, helpLayout } from './help-layout.js';
import { addInitCommand } from './init/init-command.js';
import { addLedgerCommand } from './ledger/ledger-command.js';
import { printProblems } from './print-problems.js';
import { addSheetCommand } from './sheet/sheet-command.js';
import type { Terminal } from './terminal.js';
import { usageProblem } from './usage-problem.js';
import { version } from './version.js';

export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let outcome: ExitCode = ALL_MADE;
  const program = createProgram(terminal, (code) => {
    outcome = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return outcome;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return ALL_MADE;
    if (error instanceof CommanderError && error.code === 'commander.help') return NOTHING_STARTED;
    const problems = problemsBehind(error);
    if (args.includes('--json')) terminal.out(JSON.stringify({ problems }, undefined, 2));
    else printProblems(problems, terminal);
    const own = error instanceof CommanderError || error instanceof ProblemError;
    if (!own && error instanceof Error) terminal.err(error.stack ?? '');
    return NOTHING_STARTED;
  }
}

function problemsBehind(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems;
  return [error instanceof CommanderError ? usageProblem(error) : internalProblem(error)];
}

/** `finish` receives the outcome of the command that ran. */
function createProgram(terminal: Terminal, finish: Finish): Command {
  const { say } = terminal;
  const program = new Command('annai')
    .description(
      say({
        ja: 'お客様のデータから、お一人ずつのメール設定のご案内（PDF）を作ります。',
        en: 'Turns customer records into personal mail settings sheets (PDF, in Japanese).',
      }),
    )
    .version(version(), '-V, --version', say({ ja: 'バージョンを表示します', en: 'print the version' }))
    .helpOption('-h, --help', say({ ja: '使い方を表示します', en: 'show this help' }))
    .helpCommand(false)
    .usage(say({ ja: '<コマンド> [オプション]', en: '<command> [options]' }))
    .addOption(
      new Option(
        '--lang <ja|en>',
        say({
          ja: '表示の言葉: ja（日本語、標準）、en（英語）',
          en: 'language of messages: ja (default), en',
        }),
      ).choices(['ja', 'en']),
    )
    // A complaint about usage is worded by usageProblem, not by commander.
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp(helpLayout(terminal));

  addSheetCommand(program, terminal, finish);
  addBatchCommand(program, terminal, finish);
  addCheckCommand(program, terminal, finish);
  addExplainCommand(program, terminal, finish);
  addInitCommand(program, terminal, finish);
  addLedgerCommand(program, terminal, finish);
  return program.addHelpText(
    'after',
    examplesText(terminal, [
      ['annai sheet', { ja: '窓口で、お一人分を作る', en: 'one sheet at the counter' }],
      ['annai check 顧客.csv', { ja: '名簿に誤りがないか調べる', en: 'check a customer file' }],
      ['annai batch 顧客.csv -o 出力 --merge 印刷.pdf', { ja: '全員分を作る', en: 'make all sheets' }],
      ['annai batch --help', { ja: 'コマンドの詳しい使い方', en: 'more about a command' }],
    ]),
  );
}
