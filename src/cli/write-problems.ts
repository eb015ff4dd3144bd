/** Takes the problems of a run as they come, writes them as a table where `--problems` asks for it, readable by its owner alone. */

import { openTextAside } from '../batch/text-aside.js';
import { type Problem, ProblemError } from '../problem.js';
import type { Language } from './language.js';
import { PROBLEM_TABLES, tableHead, tableLine } from './problem-table.js';

export interface ProblemTarget {
  readonly problems?: string;
  readonly force?: true;
}

export interface ProblemFile {
  add(found: readonly Problem[]): void;
  /** Puts the table in place. Gives what kept it from being written: no sheet is worth less for that. */
  keep(): readonly Problem[];
  /** Leaves nothing behind; has no effect on a table that was kept. */
  discard(): void;
}

const NO_FILE: ProblemFile = { add: () => {}, keep: () => [], discard: () => {} };

/** Finds out before the first sheet whether the table can be written. */
export function openProblems({ problems: target, force }: ProblemTarget, language: Language): ProblemFile {
  if (target === undefined) return NO_FILE;
  const file = openTextAside(target, { tables: PROBLEM_TABLES, force: force ?? false });
  let failed: readonly Problem[] | undefined;
  const unlessFailed = (write: () => void): void => {
    if (failed !== undefined) return;
    try {
      write();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      failed = error.problems;
    }
  };
  unlessFailed(() => file.add(tableHead(language)));
  return {
    add: (found) =>
      unlessFailed(() => {
        for (const problem of found) file.add(tableLine(problem, language));
      }),
    keep() {
      unlessFailed(() => file.keep());
      return failed ?? [];
    },
    discard: () => file.discard(),
  };
}

/** What keeps the work from starting stands in the table, too. */
export async function listing<T>(table: ProblemFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    table.add(error.problems);
    const lost = table.keep();
    throw lost.length === 0 ? error : new ProblemError([...error.problems, ...lost], { cause: error });
  } finally {
    table.discard();
  }
}
