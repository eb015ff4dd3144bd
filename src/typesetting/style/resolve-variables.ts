/**
 * Takes the rules of a style sheet, gives them with `var()` resolved wherever `:root` alone defines the variables: no element
 * need read those values again, and mistakes in them come to light at once.
 */

import { type Problem, ProblemError } from '../../problem.js';
import { type Computed, settingsOf } from './cascade.js';
import { undefinedVariable } from './custom-properties.js';
import type { Declaration } from './declaration.js';
import type { Environment } from './properties.js';
import type { Rule } from './stylesheet.js';

export interface ResolvedRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}

const VARIABLE = /var\(\s*(--[^\s,)]+)\s*([,)]|$)/gi;

export function resolveVariables(
  rules: readonly Rule[],
  rootDeclarations: readonly Declaration[],
  root: Computed,
  environment: Environment,
): ResolvedRules {
  const ofRules = new Set(rules.flatMap((rule) => rule.declarations));
  const local = customNames(ofRules);
  const defined = new Set([...customNames(rootDeclarations), ...local]);
  const problems: Problem[] = [];

  const resolve = (declaration: Declaration): Declaration => {
    if (declaration.kind === 'settings') return declaration;
    const used = Array.from(declaration.text.matchAll(VARIABLE), ([, name = '', after]) => ({ name, after }));
    const missing = used.filter(({ name, after }) => after !== ',' && !defined.has(name));
    for (const { name } of missing) problems.push(undefinedVariable(name, defined).at(declaration.place));
    if (declaration.kind === 'custom' || missing.length > 0 || used.some(({ name }) => local.has(name))) {
      return declaration;
    }
    const { property, place } = declaration;
    try {
      return {
        kind: 'settings',
        property,
        place,
        settings: settingsOf(declaration, root.customProperties, environment),
      };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return declaration;
    }
  };

  const resolved = new Map([...ofRules].map((declaration) => [declaration, resolve(declaration)]));
  return {
    rules: rules.map((rule) => ({
      ...rule,
      declarations: rule.declarations.map((declaration) => resolved.get(declaration) ?? declaration),
    })),
    problems,
  };
}

const customNames = (declarations: Iterable<Declaration>): ReadonlySet<string> =>
  new Set(
    Array.from(declarations).flatMap((declaration) =>
      declaration.kind === 'custom' ? [declaration.name] : [],
    ),
  );
