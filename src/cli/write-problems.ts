/** Takes the problems of a run as they come, writes them as a table where `--problems` asks for it, readable by its owner alone. */

import { resolve } from 'node:path';
import { openTextAside } from '../batch/text-aside.js';
import { type Problem, refuse } from '../problem.js';
import type { Language } from './language.js';
import { PROBLEM_TABLE_BEGINNING, tableHead, tableLine } from './problem-table.js';

export interface ProblemTarget {
  readonly problems?: string;
  readonly force?: true;
}

export interface ProblemFile {
  add(found: readonly Problem[]): void;
  /** Puts the table in place. */
  keep(): void;
  /** Leaves nothing behind; has no effect on a table that was kept. */
  discard(): void;
}

const NO_FILE: ProblemFile = { add: () => {}, keep: () => {}, discard: () => {} };

/**
 * Finds out before the first sheet whether the table can be written. `customers`: the file that is read, never to be
 * replaced by what is wrong in it.
 */
export function openProblems(
  customers: string,
  { problems: target, force }: ProblemTarget,
  language: Language,
): ProblemFile {
  if (target === undefined) return NO_FILE;
  if (resolve(target) === resolve(customers)) {
    refuse({
      code: 'files/is-the-input',
      message: {
        ja: '名簿そのものに書き出すことはできません。',
        en: 'This is the customer file itself.',
      },
      hint: { ja: '別の名前を指定してください。', en: 'Name another file.' },
      place: { kind: 'file', file: target },
    });
  }
  const file = openTextAside(target, { table: PROBLEM_TABLE_BEGINNING, force: force ?? false });
  file.add(tableHead(language));
  return {
    add(found) {
      for (const problem of found) file.add(tableLine(problem, language));
    },
    keep: () => file.keep(),
    discard: () => file.discard(),
  };
}
