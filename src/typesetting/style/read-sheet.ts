/** Takes CSS text, gives what it says, in the order in which it says it. Everything outside the subset is a problem. */

import type { Atrule, CssNode, Rule as RuleNode } from 'css-tree';
import parse from 'css-tree/parser';
import type { Problem } from '../../problem.js';
import { SourceText } from '../../source-text.js';
import { checkBalance } from './check-balance.js';
import { CssFault } from './css-fault.js';
import type { Declaration } from './declaration.js';
import { type Environment, PROPERTIES } from './properties.js';
import { type DeclarationReader, readBlock } from './read-block.js';
import { readPageRule } from './read-page.js';
import { isRoot, readSelector } from './read-selector.js';

import type { Selector } from './selector.js';
import type { StatedSheet } from './stated-sheet.js';

type Growing = { readonly [Part in keyof StatedSheet]: StatedSheet[Part][number][] };

export function readSheet(css: string, file: string, environment: Environment): StatedSheet {
  const sheet: Growing = { rules: [], root: [], pages: [], problems: [] };
  const source = new SourceText(css, { kind: 'source', file, line: 1, column: 1 });
  const report: DeclarationReader['report'] = (fault, where) => {
    const place = fault.offset ?? where;
    sheet.problems.push(fault.at(typeof place === 'number' ? source.at(place) : place));
  };
  const unbalanced = checkBalance(css);
  if (unbalanced !== undefined) {
    report(unbalanced, 0);
    return sheet;
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
    if (node.type === 'Rule') readRule(node, reader, sheet);
    else if (node.type === 'Atrule') readAtrule(node, reader, sheet);
    else if (node.type === 'CDO' || node.type === 'CDC')
      report(syntaxFault(css, offsetOf(node)), offsetOf(node));
  }
  return sheet;
}

function readRule(node: RuleNode, reader: DeclarationReader, sheet: Growing): void {
  // A prelude or block that css-tree could not read has been reported already.
  if (node.prelude.type !== 'SelectorList') return;
  const { declarations, nested } = readBlock(node.block, reader);
  for (const inner of nested) reader.report(nestedRule(), offsetOf(inner));
  const selectors: Selector[] = [];
  for (const selectorNode of node.prelude.children.toArray()) {
    if (selectorNode.type !== 'Selector') continue;
    if (isRoot(selectorNode)) {
      for (const declaration of declarations) checkRootDeclaration(declaration, sheet.problems);
      sheet.root.push(...declarations);
      continue;
    }
    try {
      selectors.push(readSelector(selectorNode));
    } catch (fault) {
      if (!(fault instanceof CssFault)) throw fault;
      reader.report(fault, offsetOf(selectorNode));
    }
  }
  if (selectors.length > 0) sheet.rules.push({ selectors, declarations });
}

function readAtrule(node: Atrule, reader: DeclarationReader, sheet: Growing): void {
  if (node.name.toLowerCase() === 'page') {
    const rule = readPageRule(node, reader);
    if (rule !== undefined) sheet.pages.push(rule);
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
