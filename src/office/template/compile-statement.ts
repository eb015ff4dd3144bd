/**
 * Takes a statement of a template, gives the function that prints it. The language is what `checkSource` lets pass of
 * Handlebars, whose own parser has read it; Handlebars' run-time system, which looks up every helper and partial by name and
 * copies their surroundings for each call, would take ten times as long.
 */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import { refuse, type SourcePlace, sure } from '../../problem.js';
import { escapeValue } from './escape-value.js';
import { factIds } from './fact-ids.js';
import { placeOf } from './place-of.js';
import type { Printing, Scope } from './print-scope.js';
import { compileExpression, present, type Reading } from './read-value.js';
import type { ViewRow } from './view.js';

export type Print = (scope: Scope) => string;

export interface Surroundings {
  partial(name: string): Print;
  /** Gives what is printed before a statement, to find its place in the output again; mostly nothing. */
  markBefore(statement: hbs.AST.Statement): string;
}

/** How often the bodies of {{#each}} may be printed on one sheet. */
export const MOST_ENTRIES = 20_000;

const NOTHING: Print = () => '';

/** A part of a block may be missing, whatever the types say. */
export function compileProgram(program: hbs.AST.Program | undefined, around: Surroundings): Print {
  const prints = (program?.body ?? [])
    .filter(({ type }) => type !== 'CommentStatement')
    .map((statement) => compileMarked(statement, around));
  const [first, ...more] = prints;
  if (first === undefined) return NOTHING;
  if (more.length === 0) return first;
  return (scope) => {
    let text = '';
    for (const print of prints) text += print(scope);
    return text;
  };
}

function compileMarked(statement: hbs.AST.Statement, around: Surroundings): Print {
  const mark = around.markBefore(statement);
  const print = compileStatement(statement, around);
  return mark === '' ? print : (scope) => mark + print(scope);
}

function compileStatement(statement: hbs.AST.Statement, around: Surroundings): Print {
  switch (statement.type) {
    case 'ContentStatement': {
      const { value } = statement as hbs.AST.ContentStatement;
      return () => value;
    }
    case 'MustacheStatement':
      return compileValue(statement as hbs.AST.MustacheStatement);
    case 'PartialStatement':
      return compilePartial(statement as hbs.AST.PartialStatement, around);
    default:
      return compileBlock(statement as hbs.AST.BlockStatement, around);
  }
}

function compileValue(mustache: hbs.AST.MustacheStatement): Print {
  const read = compileExpression(mustache.path, placeOf(mustache));
  const place = placeOf(mustache.path);
  return (scope) => {
    const value = present(read(scope), place);
    if (typeof value !== 'string' && typeof value !== 'number') return refuseValue('text', place);
    return escapeValue(String(value));
  };
}

/** White space before a partial on a line of its own. */
interface IndentedPartial extends hbs.AST.PartialStatement {
  readonly indent: string;
}

function compilePartial(statement: hbs.AST.PartialStatement, around: Surroundings): Print {
  const { original: name } = statement.name as hbs.AST.PathExpression;
  const { indent } = statement as IndentedPartial;
  const place = placeOf(statement);
  const pairs = (statement.hash?.pairs ?? []).map(
    ({ key, value }) => [key, compileExpression(value, place)] as const,
  );
  let partial: Print | undefined;
  const print = (context: unknown, { loop, printing }: Scope): string => {
    // Not before it is printed: partials name each other.
    partial ??= around.partial(name);
    return indent + partial({ context, outer: undefined, loop, printing });
  };
  if (pairs.length === 0) return (scope) => print(scope.context, scope);
  return (scope) => {
    const given = Object.fromEntries(pairs.map(([key, read]) => [key, read(scope)]));
    return print({ ...(scope.context as object), ...given }, scope);
  };
}

function compileBlock(block: hbs.AST.BlockStatement, around: Surroundings): Print {
  const place = placeOf(block);
  const param = sure(block.params[0], 'value of a block');
  const body = compileProgram(block.program, around);
  const otherwise = compileProgram(block.inverse, around);
  const read = compileExpression(param, place);
  switch (block.path.original) {
    case 'fact': {
      const ids = factIds((param as hbs.AST.StringLiteral).value);
      return (scope) => scope.printing.hooks.fact(ids, () => body(scope), place);
    }
    case 'row':
      return (scope) => {
        const row = read(scope);
        const isRow = typeof row === 'object' && row !== null && 'facts' in row && 'value' in row;
        if (!isRow) return refuseValue('text', place);
        return scope.printing.hooks.row(row as ViewRow, () => body(scope), place);
      };
    case 'if':
      return (scope) => (isEmpty(present(read(scope), place)) ? otherwise(scope) : body(scope));
    case 'unless':
      return (scope) => (isEmpty(present(read(scope), place)) ? body(scope) : otherwise(scope));
    default:
      return compileEach(read, body, otherwise, place);
  }
}

const isEmpty = (value: unknown): boolean =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);

function compileEach(read: Reading, body: Print, otherwise: Print, place: SourcePlace): Print {
  return (scope) => {
    const list = present(read(scope), place);
    if (!Array.isArray(list)) return refuseValue('list', place);
    const { printing, loop: outerLoop } = scope;
    spend(printing, list.length, place);
    if (list.length === 0) return otherwise(scope);
    let text = '';
    for (let index = 0; index < list.length; index++) {
      const context: unknown = list[index];
      const loop = { index, first: index === 0, last: index === list.length - 1, outer: outerLoop };
      text += body({ context, outer: context === scope.context ? scope.outer : scope, loop, printing });
    }
    return text;
  };
}

function spend(printing: Printing, entries: number, place: SourcePlace): void {
  printing.entriesLeft -= entries;
  if (printing.entriesLeft >= 0) return;
  refuse({
    code: 'template/too-long',
    message: {
      ja: `{{#each}} の中身が、1枚の紙面で${MOST_ENTRIES}回を超えて印刷されます。`,
      en: `the bodies of {{#each}} are printed more than ${MOST_ENTRIES} times on one sheet`,
    },
    hint: { ja: '{{#each}} の重なりを減らしてください。', en: 'nest fewer {{#each}}' },
    place,
  });
}

function refuseValue(what: 'text' | 'list', place: SourcePlace): never {
  return refuse({
    code: 'template/wrong-value',
    message:
      what === 'text'
        ? { ja: 'ここには文字で表せない値が指定されています。', en: 'this value is not text' }
        : { ja: '{{#each}} の値が一覧ではありません。', en: 'the value of {{#each}} is no list' },
    hint: {
      ja: 'まとまりの中の値まで書いてください（例: customer.name）。',
      en: 'name a value inside it, e.g. customer.name',
    },
    place,
  });
}
