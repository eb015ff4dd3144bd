/**
 * Takes the syntax tree of one .hbs file, gives the tree that is compiled: every path is strict, every `{{value}}` goes
 * through `text` (which refuses what is not text), and, where asked, a mark stands before every statement so that a
 * place in the output leads back to its source.
 */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import Handlebars from 'handlebars';
import type { SourcePlace } from '../../problem.js';
import { placeOf } from './parse-source.js';

/** A place in the source that a mark in the output stands for. */
export interface Mark {
  readonly place: SourcePlace;
  /** Text copied as it is: what follows the mark follows the place. Otherwise the whole output belongs to the one place. */
  readonly verbatim: boolean;
}

const NO_STRIP: hbs.AST.MustacheStatement['strip'] = { open: false, close: false };

const path = (name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc,
});

const call = (name: string, param: hbs.AST.Expression, escaped: boolean): hbs.AST.MustacheStatement => ({
  type: 'MustacheStatement',
  path: path(name, param.loc),
  params: [param],
  hash: { type: 'Hash', pairs: [], loc: param.loc },
  escaped,
  strip: NO_STRIP,
  loc: param.loc,
});

class StrictPaths extends Handlebars.Visitor {
  // Handlebars itself is strict about `{{value}}` only; a missing value inside {{#if}} or {{#each}} is as wrong.
  override PathExpression(expression: hbs.AST.PathExpression): void {
    Object.assign(expression, { strict: true });
  }
}

/** Where the value of a text begins in the source: white space control may have cut its first line. */
function placeOfText(content: hbs.AST.ContentStatement): SourcePlace {
  const place = placeOf(content);
  const original = String(content.original);
  const first = content.value.search(/\S/);
  if (first < 0) return place;
  const skipped = original.slice(0, original.search(/\S/) - first).split('\n');
  return skipped.length === 1
    ? { ...place, column: place.column + [...(skipped[0] ?? '')].length }
    : { ...place, line: place.line + skipped.length - 1, column: [...(skipped.at(-1) ?? '')].length + 1 };
}

export function instrument(program: hbs.AST.Program, marks?: Mark[]): hbs.AST.Program {
  new StrictPaths().accept(program);
  const markBefore = (statement: hbs.AST.Statement): hbs.AST.Statement[] => {
    if (marks === undefined || statement.type === 'CommentStatement') return [];
    const verbatim = statement.type === 'ContentStatement';
    const place = verbatim ? placeOfText(statement as hbs.AST.ContentStatement) : placeOf(statement);
    const index: hbs.AST.NumberLiteral = {
      type: 'NumberLiteral',
      value: marks.length,
      original: marks.length,
      loc: statement.loc,
    };
    marks.push({ place, verbatim });
    return [call('mark', index, false)];
  };
  const rewrite = (statements: readonly hbs.AST.Statement[]): hbs.AST.Statement[] =>
    statements.flatMap((statement) => {
      const mark = markBefore(statement);
      if (statement.type === 'MustacheStatement') {
        const mustache = statement as hbs.AST.MustacheStatement;
        return [...mark, call('text', mustache.path, true)];
      }
      if (statement.type !== 'BlockStatement') return [...mark, statement];
      const block = statement as hbs.AST.BlockStatement;
      const copy = {
        ...block,
        // Either may be missing, whatever the types say.
        program: (block.program as hbs.AST.Program | undefined) && inner(block.program),
        inverse: (block.inverse as hbs.AST.Program | undefined) && inner(block.inverse),
      };
      return [...mark, copy];
    });
  const inner = (part: hbs.AST.Program): hbs.AST.Program => ({ ...part, body: rewrite(part.body) });
  return inner(program);
}
