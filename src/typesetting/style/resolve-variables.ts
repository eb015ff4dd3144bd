/**
 * Takes the rules of a style sheet, gives them with `var()` resolved wherever the variables are the same for every element:
 * defined on `:root` or `section` alone. No element need read those values again, and mistakes come to light at once.
 */

import { type Problem, ProblemError } from '../../problem.js';
import { type Computed, cascade, settingsOf } from './cascade.js';
import { type CustomProperties, undefinedVariable } from './custom-properties.js';
import type { Declaration, Setting } from './declaration.js';
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
  const ofSection = rules.filter(isForEverySection).flatMap((rule) => rule.declarations.filter(isCustom));
  const ofOthers = rules
    .filter((rule) => !isForEverySection(rule))
    .flatMap((rule) => rule.declarations.filter(isCustom));
  const defined = customNames([...rootDeclarations, ...ofSection, ...ofOthers]);
  const local = dependents(customNames(ofOthers), ofSection);
  const problems: Problem[] = [];
  let shared: CustomProperties;
  try {
    const same = ofSection.filter(({ name }) => !local.has(name));
    shared = cascade(same, root, environment).customProperties;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { rules, problems: error.problems };
  }

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
        settings: settingsOf(declaration, shared, environment),
      };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return declaration;
    }
  };

  const resolved = new Map([...ofRules].map((declaration) => [declaration, resolve(declaration)]));
  return {
    rules: rules.map((rule) =>
      withSettings({
        ...rule,
        declarations: rule.declarations.map((declaration) => resolved.get(declaration) ?? declaration),
      }),
    ),
    problems,
  };
}

function withSettings(rule: Rule): Rule {
  const settings: Setting[] = [];
  for (const declaration of rule.declarations) {
    if (declaration.kind !== 'settings') return rule;
    settings.push(...declaration.settings);
  }
  return { ...rule, settings };
}

const isForEverySection = ({ selector: { compounds } }: Rule): boolean => {
  const [only, second] = compounds;
  return second === undefined && only?.tag === 'section' && only.classes.length === 0;
};

type CustomDeclaration = Declaration & { readonly kind: 'custom' };

const isCustom = (declaration: Declaration): declaration is CustomDeclaration =>
  declaration.kind === 'custom';

/** The variables that differ from element to element, with those of the section that are made from them. */
function dependents(
  local: ReadonlySet<string>,
  ofSection: readonly CustomDeclaration[],
): ReadonlySet<string> {
  const more = ofSection.filter(
    ({ name, text }) =>
      !local.has(name) && Array.from(text.matchAll(VARIABLE)).some(([, used = '']) => local.has(used)),
  );
  return more.length === 0
    ? local
    : dependents(new Set([...local, ...more.map(({ name }) => name)]), ofSection);
}

const customNames = (declarations: Iterable<Declaration>): ReadonlySet<string> =>
  new Set(
    Array.from(declarations).flatMap((declaration) =>
      declaration.kind === 'custom' ? [declaration.name] : [],
    ),
  );
