/** Takes commander's complaint about the arguments, gives the Problem in both languages. */

import type { CommanderError } from 'commander';
import type { Problem, Wording } from '../problem.js';

export function usageProblem(error: CommanderError): Problem {
  const said = error.message.replace(/^error: /, '');
  const [name = '', value = ''] = [...said.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const suggestion = /Did you mean (?:one of )?(.*)\?\)/.exec(said)?.[1];
  return {
    code: 'cli/usage',
    severity: 'error',
    message: {
      ja: inJapanese(error.code, name, value, /is invalid\. (.*)/s.exec(said)?.[1] ?? ''),
      en: said.split('\n')[0] ?? said,
    },
    hint: suggestion === undefined ? seeHelp : didYouMean(suggestion),
  };
}

const seeHelp: Wording = {
  ja: '使い方は annai --help で確認できます。',
  en: 'See annai --help.',
};

const didYouMean = (suggestion: string): Wording => ({
  ja: `${suggestion} ではありませんか。`,
  en: `Did you mean ${suggestion}?`,
});

function inJapanese(code: string, name: string, value: string, why: string): string {
  switch (code) {
    case 'commander.unknownCommand':
      return `「${name}」というコマンドはありません。`;
    case 'commander.unknownOption':
      return `「${name}」というオプションはありません。`;
    case 'commander.missingArgument':
      return `「${name}」を指定してください。`;
    case 'commander.optionMissingArgument':
      return `オプション「${name}」には値が必要です。`;
    case 'commander.missingMandatoryOptionValue':
      return `オプション「${name}」を指定してください。`;
    case 'commander.excessArguments':
      return '引数が多すぎます。空白を含む名前は引用符「"」で囲んでください。';
    case 'commander.invalidArgument':
      return `「${name}」に「${value}」は指定できません。${why.replace(/^Allowed choices are (.*)\.$/, '使える値は $1 です。')}`;
    default:
      return 'コマンドの指定が正しくありません。';
  }
}
