/** Takes the syntax trees of a template's files, gives functions that print a view; knows no file and no fact. */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import type { SourcePlace } from '../../problem.js';
import { sure } from '../../problem.js';
import { compileProgram, MOST_ENTRIES, type Print, type Surroundings } from './compile-statement.js';
import { placeOf } from './place-of.js';
import type { PrintHooks } from './print-hooks.js';
import type { View } from './view.js';

/** What `parseSource` gave of sheet.hbs and of each partial, by name. */
export interface TemplateTrees {
  readonly main: hbs.AST.Program;
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
}

export interface CompiledTemplate {
  print(view: View, hooks: PrintHooks): string;
  /** As `print`, with a mark (`U+0000 number U+0000`) before the output of every statement. */
  printMarked(view: View, hooks: PrintHooks): MarkedText;
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A place in the source that a mark in the output stands for. */
export interface Mark {
  readonly place: SourcePlace;
  /** Text copied as it is: what follows the mark follows the place. Otherwise the whole output belongs to the one place. */
  readonly verbatim: boolean;
}

/** Around the number of a mark: no customer's text can hold it, U+0000 is refused as a control character. */
export const MARK = '\u0000';

/** Compiles at once; the marked twin only when something has gone wrong and a place is wanted. */
export function compileTemplate(trees: TemplateTrees): CompiledTemplate {
  const print = compile(trees, () => '');
  let twin: { readonly print: Print; readonly marks: readonly Mark[] } | undefined;
  return {
    print: (view, hooks) => printWith(print, view, hooks),
    printMarked(view, hooks) {
      twin ??= compileWithMarks(trees);
      return { text: printWith(twin.print, view, hooks), marks: twin.marks };
    },
  };
}

const printWith = (print: Print, view: View, hooks: PrintHooks): string =>
  print({
    context: view,
    outer: undefined,
    loop: undefined,
    printing: { view, hooks, entriesLeft: MOST_ENTRIES },
  });

function compile({ main, partials }: TemplateTrees, markBefore: Surroundings['markBefore']): Print {
  const prints = new Map<string, Print>();
  const around: Surroundings = { partial: (name) => sure(prints.get(name), 'partial'), markBefore };
  for (const [name, tree] of partials) prints.set(name, compileProgram(tree, around));
  return compileProgram(main, around);
}

function compileWithMarks(trees: TemplateTrees): { readonly print: Print; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const print = compile(trees, (statement) => {
    const verbatim = statement.type === 'ContentStatement';
    const place = verbatim ? placeOfText(statement as hbs.AST.ContentStatement) : placeOf(statement);
    marks.push({ place, verbatim });
    return `${MARK}${marks.length - 1}${MARK}`;
  });
  return { print, marks };
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
