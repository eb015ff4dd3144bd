/** Takes the terminal, gives how help is laid out: Japanese headings, columns that count full-width characters as two. */

import type { Command, HelpConfiguration, Option } from 'commander';
import stringWidth from 'fast-string-width';
import type { Wording } from '../problem.js';
import type { Terminal } from './terminal.js';

const TITLES: Readonly<Record<string, Wording>> = {
  'Usage:': { ja: '使い方:', en: 'Usage:' },
  'Arguments:': { ja: '引数:', en: 'Arguments:' },
  'Options:': { ja: 'オプション:', en: 'Options:' },
  'Global Options:': { ja: '共通のオプション:', en: 'Global options:' },
  'Commands:': { ja: 'コマンド:', en: 'Commands:' },
};

export function helpLayout({ say, paintOut }: Terminal): HelpConfiguration {
  return {
    showGlobalOptions: true,
    styleTitle: (title) => paintOut('bold', say(TITLES[title] ?? { ja: title, en: title })),
    styleUsage: (usage) => usage.replace('[options]', say({ ja: '[オプション]', en: '[options]' })),
    styleCommandText: (text) => paintOut('cyan', text),
    styleOptionTerm: (text) => paintOut('cyan', text),
    styleSubcommandTerm: (text) => paintOut('cyan', text),
    styleArgumentTerm: (text) => paintOut('cyan', text),
    // The command's name alone: its arguments are in its own help.
    subcommandTerm: (command: Command) => command.name(),
    // Choices and defaults are part of the description, in its language.
    optionDescription: (option: Option) => option.description,
    displayWidth: (text) => stringWidth(text),
    boxWrap: wrap,
  };
}

/** Breaks between any two characters but inside a Latin word or before closing punctuation. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(/(?:[\x21-\x7e]+|.)[、。，．）」』]*/gsu)) {
    if (piece === '\n' || stringWidth(line + piece) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line].join('\n');
}

/** `$ command` lines with what each does, for the end of a help text. */
export function examplesText(
  { say, paintOut }: Terminal,
  examples: readonly (readonly [string, Wording])[],
): string {
  const title = paintOut('bold', say({ ja: '例:', en: 'Examples:' }));
  const lines = examples.map(
    ([command, meaning]) => `  ${paintOut('dim', `# ${say(meaning)}`)}\n  $ ${command}`,
  );
  return `\n${[title, ...lines].join('\n')}`;
}
