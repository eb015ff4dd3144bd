/**
 * Takes an expression of a template (a path, a literal, `eq`), gives the function that reads its value. A name that is not
 * there is refused; what an object only inherits is as little there as a misspelt name.
 */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import { refuse, type SourcePlace, sure } from '../../problem.js';
import { placeOf } from './place-of.js';
import type { Loop, Scope } from './print-scope.js';

/** Undefined only for what is inherited: `present` refuses it. */
export type Reading = (scope: Scope) => unknown;

/** `statement`: where the expression stands, for a name that does not exist. */
export function compileExpression(node: hbs.AST.Expression, statement: SourcePlace): Reading {
  switch (node.type) {
    case 'PathExpression':
      return compilePath(node as hbs.AST.PathExpression, statement);
    case 'SubExpression':
      return compileEq(node as hbs.AST.SubExpression, statement);
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral': {
      const { value } = node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral;
      return () => value;
    }
    case 'NullLiteral':
      return () => null;
    default:
      return () => undefined;
  }
}

/** Whether the first value is one of the others. `eq` is the only one that `checkSource` lets pass. */
function compileEq(node: hbs.AST.SubExpression, statement: SourcePlace): Reading {
  const place = placeOf(node);
  const [first, ...others] = node.params.map((param) => compileExpression(param, statement));
  const readFirst = sure(first, 'first value of eq');
  return (scope) => {
    const value = present(readFirst(scope), place);
    let found = false;
    // All of them are read: a misspelt name is an error wherever it stands.
    for (const read of others) if (present(read(scope), place) === value) found = true;
    return found;
  };
}

function compilePath({ data, depth, parts }: hbs.AST.PathExpression, statement: SourcePlace): Reading {
  const [name, ...more] = parts;
  const from = data ? dataAt(name, depth) : contextAt(depth);
  if (name === undefined) return from;
  const names = data && name === 'root' ? more : parts;
  const [only] = names;
  if (names.length === 1 && only !== undefined) return (scope) => member(from(scope), only, statement);
  return (scope) => {
    let value = from(scope);
    for (const each of names) value = member(value, each, statement);
    return value;
  };
}

function contextAt(depth: number): Reading {
  if (depth === 0) return ({ context }) => context;
  return (scope) => {
    let at: Scope | undefined = scope;
    for (let above = 0; above < depth; above++) at = at?.outer;
    return at?.context;
  };
}

/** `@root` is the view itself; the other names are those of a `Loop`. */
function dataAt(name: string | undefined, depth: number): Reading {
  if (name === 'root') return ({ printing }) => printing.view;
  return ({ loop }) => {
    let at: Loop | undefined = loop;
    for (let above = 0; above < depth; above++) at = at?.outer;
    return at;
  };
}

function member(group: unknown, name: string, statement: SourcePlace): unknown {
  if (typeof group !== 'object' || group === null) return refuseMissing(name, statement);
  if (Object.hasOwn(group, name)) return (group as Readonly<Record<string, unknown>>)[name];
  return name in group ? undefined : refuseMissing(name, statement);
}

function refuseMissing(name: string, place: SourcePlace): never {
  return refuse({
    code: 'template/missing-variable',
    message: {
      ja: `テンプレートが使う値 ${name} がありません。`,
      en: `the template uses ${name}, which does not exist`,
    },
    hint: {
      ja: '値の名前をご確認ください。まとまりの中の値なら、先に {{#if}} であるかどうかを確かめてください。',
      en: 'check the name; if it stands in a group that may be absent, test the group with {{#if}} first',
    },
    place,
  });
}

export function present<T>(value: T | undefined, place: SourcePlace): T {
  if (value !== undefined) return value;
  return refuse({
    code: 'template/missing-variable',
    message: {
      ja: 'テンプレートが使う値がありません。',
      en: 'the template uses a value that does not exist',
    },
    hint: { ja: '値の名前をご確認ください。', en: 'check the name of the value' },
    place,
  });
}
