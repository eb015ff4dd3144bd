/** Takes problems of a record and what was typed in it, gives them with the value at each place (never a secret's). */

import type { Problem } from '../../problem.js';

export function withValues(
  problems: readonly Problem[],
  typed: Readonly<Record<string, string>> = {},
): readonly Problem[] {
  return problems.map((problem) => {
    const { place } = problem;
    if (place?.kind !== 'record' || place.field === undefined) return problem;
    const value = typed[place.field];
    return value === undefined ? problem : { ...problem, place: { ...place, value } };
  });
}
