/**
 * Takes the declarations of a style sheet, gives what is wrong with their use of `var()`. They are tried with what `:root`
 * defines, so that mistakes come to light before any element meets them.
 */

import { type Problem, ProblemError } from '../../problem.js';
import { type Computed, cascade } from './cascade.js';
import { undefinedVariable } from './custom-properties.js';
import type { Declaration } from './declaration.js';
import type { Environment } from './properties.js';

const VARIABLE = /var\(\s*(--[^\s,)]+)\s*([,)]|$)/gi;

export function checkVariables(
  declarations: Iterable<Declaration>,
  rootDeclarations: readonly Declaration[],
  root: Computed,
  environment: Environment,
): readonly Problem[] {
  const all = [...declarations];
  const defined = new Set(
    [...rootDeclarations, ...all].flatMap((declaration) =>
      declaration.kind === 'custom' ? [declaration.name] : [],
    ),
  );
  const problems: Problem[] = [];
  for (const declaration of all) {
    if (declaration.kind === 'settings') continue;
    const used = Array.from(declaration.text.matchAll(VARIABLE), ([, name = '', after]) => ({
      name,
      needed: after !== ',',
    }));
    const missing = used.filter(({ name, needed }) => needed && !defined.has(name));
    for (const { name } of missing) problems.push(undefinedVariable(name, defined).at(declaration.place));
    // What an element defines for itself is known only there.
    const local = used.some(({ name }) => defined.has(name) && !root.customProperties.has(name));
    if (declaration.kind === 'custom' || local || missing.length > 0) continue;
    try {
      cascade([declaration], root, environment);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  return problems;
}
