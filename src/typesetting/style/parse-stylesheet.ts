/** Takes CSS text, gives the style sheet: rules in cascade order and page styles. Everything outside the subset is an error. */

import type { Atrule, CssNode, Rule as RuleNode } from 'css-tree';
import parse from 'css-tree/parser';
import { type Problem, ProblemError } from '../../problem.js';
import { SourceText } from '../../source-text.js';
import { type Computed, cascade } from './cascade.js';
import { checkBalance } from './check-balance.js';
import { checkNamedStrings } from './check-named-strings.js';
import { initialStyle } from './compute-style.js';
import { CssFault } from './css-fault.js';
import type { Declaration } from './declaration.js';
import { pageStyles } from './page-styles.js';
import { type Environment, PROPERTIES } from './properties.js';
import { type DeclarationReader, readBlock } from './read-block.js';
import { type PageRule, readPageRule } from './read-page.js';
import { isRoot, readSelector } from './read-selector.js';
import { resolveVariables } from './resolve-variables.js';
import type { Rule, Stylesheet } from './stylesheet.js';
import { USER_AGENT_SHEET } from './user-agent-sheet.js';

/** Ranks of our own sheet lie below any of the author's. */
const AUTHOR = 1e12;
const SPECIFICITY = 1e6;

interface Sources {
  readonly rules: Rule[];
  readonly root: Declaration[];
  readonly pages: PageRule[];
  readonly problems: Problem[];
}

export function parseStylesheet(
  css: string,
  file: string,
  context: { families: readonly string[] },
): Stylesheet {
  const environment: Environment = context;
  const sources: Sources = { rules: [], root: [], pages: [], problems: [] };
  readSheet(USER_AGENT_SHEET, 'annai', 0, environment, sources);
  readSheet(css, file, AUTHOR, environment, sources);
  const initial: Computed = { style: initialStyle(context.families), customProperties: new Map() };
  const root = attempt(sources.problems, () => cascade(sources.root, initial, environment)) ?? initial;
  const { rules, problems } = resolveVariables(sources.rules, sources.root, root, environment);
  sources.problems.push(...problems, ...checkNamedStrings(sources.pages, rules, root.style));
  const pages = attempt(sources.problems, () => pageStyles(sources.pages, root, environment));
  if (sources.problems.length > 0 || pages === undefined) throw new ProblemError(distinct(sources.problems));
  return {
    environment,
    ...index(rules),
    root: root.style,
    customProperties: root.customProperties,
    pages,
  };
}

function readSheet(
  css: string,
  file: string,
  origin: number,
  environment: Environment,
  sources: Sources,
): void {
  const source = new SourceText(css, { kind: 'source', file, line: 1, column: 1 });
  const report: DeclarationReader['report'] = (fault, where) => {
    const place = fault.offset ?? where;
    sources.problems.push(fault.at(typeof place === 'number' ? source.at(place) : place));
  };
  const unbalanced = checkBalance(css);
  if (unbalanced !== undefined) {
    report(unbalanced, 0);
    return;
  }
  const tree = parse(css, {
    positions: true,
    parseCustomProperty: false,
    onParseError: (error: { readonly offset: number }) =>
      report(syntaxFault(css, error.offset), error.offset),
  });
  if (tree.type !== 'StyleSheet')
    throw new Error(`annai: internal error: css-tree gave ${tree.type} for a sheet`);
  const reader: DeclarationReader = { css, environment, report, placeAt: (offset) => source.at(offset) };
  for (const node of tree.children.toArray()) {
    if (node.type === 'Rule') readRule(node, origin, reader, sources);
    else if (node.type === 'Atrule') readAtrule(node, reader, sources);
    else if (node.type === 'CDO' || node.type === 'CDC')
      report(syntaxFault(css, offsetOf(node)), offsetOf(node));
  }
}

function readRule(node: RuleNode, origin: number, reader: DeclarationReader, sources: Sources): void {
  // A prelude or block that css-tree could not read has been reported already.
  if (node.prelude.type !== 'SelectorList') return;
  const { declarations, nested } = readBlock(node.block, reader);
  for (const inner of nested) reader.report(nestedRule(), offsetOf(inner));
  for (const selectorNode of node.prelude.children.toArray()) {
    if (selectorNode.type !== 'Selector') continue;
    if (isRoot(selectorNode)) {
      for (const declaration of declarations) checkRootDeclaration(declaration, sources.problems);
      sources.root.push(...declarations);
      continue;
    }
    try {
      const selector = readSelector(selectorNode);
      const rank = origin + selector.specificity * SPECIFICITY + sources.rules.length;
      sources.rules.push({ selector, declarations, rank });
    } catch (fault) {
      if (!(fault instanceof CssFault)) throw fault;
      reader.report(fault, offsetOf(selectorNode));
    }
  }
}

function readAtrule(node: Atrule, reader: DeclarationReader, sources: Sources): void {
  if (node.name.toLowerCase() === 'page') {
    const rule = readPageRule(node, reader);
    if (rule !== undefined) sources.pages.push(rule);
    return;
  }
  reader.report(
    new CssFault(
      'unknown-at-rule',
      { ja: `@${node.name} は使えません。`, en: `@${node.name} is not part of the subset.` },
      { ja: '使えるのは @page だけです。', en: 'Only @page is allowed.' },
    ),
    offsetOf(node),
  );
}

/** `:root` is no box: what it sets must come down to the sections by inheritance. */
function checkRootDeclaration(declaration: Declaration, problems: Problem[]): void {
  if (declaration.kind !== 'settings') return;
  if (declaration.settings.every(({ property }) => PROPERTIES[property].inherited)) return;
  const fault = new CssFault(
    'no-effect',
    {
      ja: `:root の ${declaration.property} は効きません。`,
      en: `${declaration.property} has no effect on :root.`,
    },
    { ja: 'section か @page に書いてください。', en: 'Set it on section or in @page.' },
  );
  problems.push(fault.at(declaration.place));
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

const offsetOf = (node: CssNode): number => node.loc?.start.offset ?? 0;

const syntaxFault = (css: string, offset: number): CssFault =>
  new CssFault(
    'syntax',
    {
      ja: `書き方が正しくありません（${JSON.stringify(css.slice(offset, offset + 12))} の辺り）。`,
      en: `This is not valid CSS (near ${JSON.stringify(css.slice(offset, offset + 12))}).`,
    },
    { ja: '「;」や「}」の書き忘れがないか確かめてください。', en: 'Look for a missing semicolon or brace.' },
    offset,
  );

const nestedRule = (): CssFault =>
  new CssFault(
    'nested-rule',
    { ja: '規則の中に規則は書けません。', en: 'Rules may not be nested.' },
    {
      ja: '外に出して、セレクターをつなげて書いてください。',
      en: 'Write it outside, with a longer selector.',
    },
  );
