/** Takes the arguments, gives the language of every word the command says: Japanese, or English with `--lang en`. */

import type { Wording } from '../problem.js';

export type Language = keyof Wording;
export type Say = (wording: Wording) => string;

/** Help and usage errors are worded before the arguments are parsed, so the language is looked up ahead. */
export function languageOf(args: readonly string[]): Language {
  const english = args.some((arg, at) => arg === '--lang=en' || (arg === '--lang' && args[at + 1] === 'en'));
  return english ? 'en' : 'ja';
}
