/** Takes CSS text, gives the style sheet: rules in cascade order and page styles. Everything outside the subset is an error. */

import { type Problem, ProblemError } from '../../problem.js';
import { type Computed, cascade } from './cascade.js';
import { checkNamedStrings } from './check-named-strings.js';
import { initialStyle } from './compute-style.js';
import { pageStyles } from './page-styles.js';
import type { Environment } from './properties.js';
import { readSheet } from './read-sheet.js';
import { resolveVariables } from './resolve-variables.js';
import { lengthsOfSections, type SectionLengths } from './section-lengths.js';
import type { StatedSheet } from './stated-sheet.js';
import type { Rule, Stylesheet } from './stylesheet.js';
import { USER_AGENT_SHEET } from './user-agent-sheet.js';

/** Ranks of our own sheet lie below any of the author's. */
const AUTHOR = 1e12;
const SPECIFICITY = 1e6;

export interface StylesheetOptions {
  /** As if the text ended with them. */
  readonly lengths?: SectionLengths;
  /** Whoever knows already what a text says; `readSheet` where not given. */
  readonly read?: typeof readSheet;
}

export function parseStylesheet(
  css: string,
  file: string,
  context: { families: readonly string[] },
  { lengths = {}, read = readSheet }: StylesheetOptions = {},
): Stylesheet {
  const environment: Environment = context;
  const own = read(USER_AGENT_SHEET, 'annai', environment);
  const author = [read(css, file, environment), lengthsOfSections(lengths, css, file)];
  const sheets = [own, ...author];
  const ownRules = ranked([own], 0, 0);
  const stated = [...ownRules, ...ranked(author, AUTHOR, ownRules.length)];
  const ofRoot = sheets.flatMap((sheet) => sheet.root);
  const ofPages = sheets.flatMap((sheet) => sheet.pages);
  const problems = sheets.flatMap((sheet) => sheet.problems);

  const initial: Computed = { style: initialStyle(context.families), customProperties: new Map() };
  const root = attempt(problems, () => cascade(ofRoot, initial, environment)) ?? initial;
  const resolved = resolveVariables(stated, ofRoot, root, environment);
  problems.push(...resolved.problems, ...checkNamedStrings(ofPages, resolved.rules, root.style));
  const pages = attempt(problems, () => pageStyles(ofPages, root, environment));
  if (problems.length > 0 || pages === undefined) throw new ProblemError(distinct(problems));
  return {
    environment,
    ...index(resolved.rules),
    root: root.style,
    customProperties: root.customProperties,
    pages,
  };
}

/** Rules have a rank in the cascade each, which counts those before them. */
function ranked(sheets: readonly StatedSheet[], origin: number, before: number): readonly Rule[] {
  return sheets
    .flatMap(({ rules }) => rules)
    .flatMap(({ selectors, declarations }) => selectors.map((selector) => ({ selector, declarations })))
    .map((rule, order) => ({
      ...rule,
      rank: origin + rule.selector.specificity * SPECIFICITY + before + order,
    }));
}

function attempt<T>(problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function index(rules: readonly Rule[]): Pick<Stylesheet, 'byClass' | 'byTag' | 'byNeither'> {
  const byClass = new Map<string, Rule[]>();
  const byTag = new Map<string, Rule[]>();
  const byNeither: Rule[] = [];
  for (const rule of rules) {
    const [last] = rule.selector.compounds;
    const [name] = last?.classes ?? [];
    if (name !== undefined) listAt(byClass, name).push(rule);
    else if (last?.tag !== undefined) listAt(byTag, last.tag).push(rule);
    else byNeither.push(rule);
  }
  return { byClass, byTag, byNeither };
}

function listAt(map: Map<string, Rule[]>, key: string): Rule[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
