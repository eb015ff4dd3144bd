/** Takes the syntax trees of a template's files, gives functions that print a view; knows no file and no fact. */

import Handlebars from 'handlebars';
import { refuse, type SourcePlace, sure } from '../../problem.js';
import { factIds } from './check-source.js';
import { instrument, type Mark } from './instrument.js';
import type { PrintHooks } from './print-hooks.js';
import type { View, ViewRow } from './view.js';

/** What `parseSource` gave of sheet.hbs and of each partial, by name. */
export interface TemplateTrees {
  readonly main: hbs.AST.Program;
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
}

export interface CompiledTemplate {
  print(view: View, hooks: PrintHooks): string;
  /** As `print`, with a mark (`U+0000 number U+0000`) before the output of every statement. */
  printMarked(view: View, hooks: PrintHooks, reached: (mark: Mark) => void): MarkedText;
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Around the number of a mark: no customer's text can hold it, U+0000 is refused as a control character. */
export const MARK = '\u0000';

/** What Handlebars hands to a helper as its last argument. */
interface HelperOptions {
  fn(context: unknown, options?: { data: unknown }): string;
  inverse(context: unknown): string;
  readonly data: {
    readonly hooks: PrintHooks;
    readonly reached: (index: number) => void;
    readonly budget: { left: number };
  };
  readonly loc: hbs.AST.SourceLocation;
}

const placeOfCall = ({ loc }: HelperOptions): SourcePlace => ({
  kind: 'source',
  file: loc.source,
  line: loc.start.line,
  column: loc.start.column + 1,
});

const isEmpty = (value: unknown): boolean =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** Prototype properties come as undefined: for the template they are as missing as a misspelt name. */
function present<T>(value: T | undefined, options: HelperOptions): T {
  if (value !== undefined) return value;
  refuse({
    code: 'template/missing-variable',
    message: {
      ja: 'テンプレートが使う値がありません。',
      en: 'the template uses a value that does not exist',
    },
    hint: { ja: '値の名前をご確認ください。', en: 'check the name of the value' },
    place: placeOfCall(options),
  });
}

/** How often the bodies of {{#each}} may be printed on one sheet. */
const MOST_ENTRIES = 20_000;

function spend(options: HelperOptions, entries: number): void {
  const { budget } = options.data;
  budget.left -= entries;
  if (budget.left >= 0) return;
  refuse({
    code: 'template/too-long',
    message: {
      ja: `{{#each}} の中身が、1枚の紙面で${MOST_ENTRIES}回を超えて印刷されます。`,
      en: `the bodies of {{#each}} are printed more than ${MOST_ENTRIES} times on one sheet`,
    },
    hint: { ja: '{{#each}} の重なりを減らしてください。', en: 'nest fewer {{#each}}' },
    place: placeOfCall(options),
  });
}

function wrongValue(what: 'text' | 'list', options: HelperOptions): never {
  refuse({
    code: 'template/wrong-value',
    message:
      what === 'text'
        ? { ja: 'ここには文字で表せない値が指定されています。', en: 'this value is not text' }
        : { ja: '{{#each}} の値が一覧ではありません。', en: 'the value of {{#each}} is no list' },
    hint: {
      ja: 'まとまりの中の値まで書いてください（例: customer.name）。',
      en: 'name a value inside it, e.g. customer.name',
    },
    place: placeOfCall(options),
  });
}

const HELPERS = {
  fact(this: unknown, ids: string, options: HelperOptions): string {
    return options.data.hooks.fact(factIds(ids), () => options.fn(this), placeOfCall(options));
  },
  row(this: unknown, row: unknown, options: HelperOptions): string {
    const isRow = typeof row === 'object' && row !== null && 'facts' in row && 'value' in row;
    if (!isRow) return wrongValue('text', options);
    return options.data.hooks.row(row as ViewRow, () => options.fn(this), placeOfCall(options));
  },
  if(this: unknown, value: unknown, options: HelperOptions): string {
    return isEmpty(present(value, options)) ? options.inverse(this) : options.fn(this);
  },
  unless(this: unknown, value: unknown, options: HelperOptions): string {
    return isEmpty(present(value, options)) ? options.fn(this) : options.inverse(this);
  },
  each(this: unknown, list: unknown, options: HelperOptions): string {
    if (!Array.isArray(present(list, options))) return wrongValue('list', options);
    const entries = list as readonly unknown[];
    spend(options, entries.length);
    if (entries.length === 0) return options.inverse(this);
    return entries
      .map((entry, index) => {
        const data = Handlebars.createFrame(options.data);
        return options.fn(entry, {
          data: Object.assign(data, { index, first: index === 0, last: index === entries.length - 1 }),
        });
      })
      .join('');
  },
  eq: (one: unknown, other: unknown, options: HelperOptions): boolean =>
    present(one, options) === present(other, options),
  text(value: unknown, options: HelperOptions): string {
    const text = present(value, options);
    return typeof text === 'string' || typeof text === 'number' ? String(text) : wrongValue('text', options);
  },
  mark(index: number, options: HelperOptions): string {
    options.data.reached(index);
    return `${MARK}${index}${MARK}`;
  },
};

const KNOWN_HELPERS = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true]));

type Print = (view: View, data: HelperOptions['data']) => string;

function compile({ main, partials }: TemplateTrees, marks?: Mark[]): Print {
  const engine = Handlebars.create();
  for (const builtin of Object.keys(engine.helpers)) engine.unregisterHelper(builtin);
  for (const [name, helper] of Object.entries(HELPERS)) {
    engine.registerHelper(name, helper as Handlebars.HelperDelegate);
  }
  const options: CompileOptions = {
    strict: true,
    knownHelpers: KNOWN_HELPERS as KnownHelpers,
    knownHelpersOnly: true,
    preventIndent: true,
    // White space is settled when the text is parsed; the marks must not count as neighbours.
    ignoreStandalone: true,
  };
  const compileTree = (tree: hbs.AST.Program) => engine.compile<View>(instrument(tree, marks), options);
  for (const [name, tree] of partials) engine.registerPartial(name, compileTree(tree));
  const print = compileTree(main);
  return (view, data) =>
    print(view, { data, allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}

/** Compiles at once; the marked twin only when something has gone wrong and a place is wanted. */
export function compileTemplate(trees: TemplateTrees): CompiledTemplate {
  const print = compile(trees);
  let twin: { print: Print; marks: readonly Mark[] } | undefined;
  return {
    print: (view, hooks) => print(view, { hooks, reached: () => undefined, budget: { left: MOST_ENTRIES } }),
    printMarked(view, hooks, reached) {
      if (twin === undefined) {
        const marks: Mark[] = [];
        twin = { print: compile(trees, marks), marks };
      }
      const { marks } = twin;
      const text = twin.print(view, {
        hooks,
        reached: (index) => reached(sure(marks[index], 'mark')),
        budget: { left: MOST_ENTRIES },
      });
      return { text, marks };
    },
  };
}
