/** Takes problems, says whether they cost a record its sheet; and, for `--strict`, gives every warning as an error. */

import type { Problem } from '../problem.js';

export const isRefused = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

export const raised = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => (problem.severity === 'warning' ? { ...problem, severity: 'error' } : problem));
