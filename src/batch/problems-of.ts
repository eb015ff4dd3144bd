/** Takes whatever was thrown over one record, gives the problems to list for it. */

import { type Problem, ProblemError, type RecordPlace } from '../problem.js';

/** A fault of annai's own costs this record its sheet, not the others theirs. */
export function problemsOf(error: unknown, place: RecordPlace): readonly Problem[] {
  if (error instanceof ProblemError) {
    return error.problems.map((problem) => (problem.place === undefined ? { ...problem, place } : problem));
  }
  return [{ ...internalProblem(error), place }];
}

export function internalProblem(error: unknown): Problem {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'annai/internal-error',
    severity: 'error',
    message: {
      ja: `annai の内部で誤りが起きました（${said}）。`,
      en: `annai itself failed (${said}).`,
    },
    hint: {
      ja: 'お客様のデータの誤りではありません。この表示を annai の開発元に知らせてください。',
      en: 'This is not a mistake in the data. Please report it to the makers of annai.',
    },
  };
}
