/** Takes the problems of a run, writes them as a table where `--problems` asks for it, readable by its owner alone. */

import { resolve } from 'node:path';
import { openAside, writeWhole } from '../batch/file-aside.js';
import { type Problem, refuse } from '../problem.js';
import type { Language } from './language.js';
import { PROBLEM_TABLE_BEGINNING, problemTable } from './problem-table.js';

export interface ProblemTarget {
  readonly problems?: string;
  readonly force?: true;
}

export interface ProblemFile {
  write(found: readonly Problem[]): void;
}

/**
 * Finds out before the first sheet whether the table can be written. `customers`: the file that is read, never to be
 * replaced by what is wrong in it.
 */
export function openProblems(
  customers: string,
  { problems: target, force }: ProblemTarget,
  language: Language,
): ProblemFile {
  if (target === undefined) return { write: () => {} };
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
  const replacing = { table: PROBLEM_TABLE_BEGINNING, force: force ?? false };
  openAside(target, replacing).discard();
  return { write: (found) => writeWhole(target, Buffer.from(problemTable(found, language)), replacing) };
}
