/** Takes the text of one .hbs file, gives its syntax tree; a syntax error becomes a Problem with its line and column. */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import Handlebars from 'handlebars';
import { refuse, type SourcePlace } from '../../problem.js';
import { SourceText } from '../../source-text.js';

/** One .hbs file of a template. */
export interface TemplateSource {
  /** Path as shown in messages. */
  readonly file: string;
  readonly text: string;
}

const TAB_OR_LINE = /\r?\n|\r/g;

/** Line and column (from 1) of an offset. */
const placeAt = ({ text, file }: TemplateSource, offset: number): SourcePlace =>
  new SourceText(text, { kind: 'source', file, line: 1, column: 1 }).at(offset);

/** Handlebars counts UTF-16 units from 0, an editor characters from 1: here, as far as the characters before the spot. */
function charactersBefore(lines: readonly string[], line: number, units: number): number {
  return [...(lines[line - 1] ?? '').slice(0, units)].length;
}

const linesOf = ({ text }: TemplateSource): readonly string[] => text.split(/\r\n?|\n/);

/** Makes the columns of a tree count characters, so that whoever reads a place from a node has the right one. */
class CharacterColumns extends Handlebars.Visitor {
  readonly #lines: readonly string[];
  readonly #done = new Set<hbs.AST.Position>();

  constructor(source: TemplateSource) {
    super();
    this.#lines = linesOf(source);
  }

  override accept(node: hbs.AST.Node | undefined): void {
    if (node === undefined) return;
    // A program without a statement has no place, whatever the types say.
    const loc = node.loc as hbs.AST.SourceLocation | undefined;
    for (const position of loc === undefined ? [] : [loc.start, loc.end]) {
      if (this.#done.has(position)) continue;
      position.column = charactersBefore(this.#lines, position.line, position.column);
      this.#done.add(position);
    }
    super.accept(node);
  }
}

/**
 * Handlebars' parser throws its place as a picture only: the text before and after the spot, a caret below. The spot is
 * where both texts meet in the source, nearest to the line that the message names.
 */
function placeOfPicture(source: TemplateSource, message: string): SourcePlace | undefined {
  const [head = '', picture = '', pointer = ''] = message.split('\n');
  const line = Number(/on line (\d+)/.exec(head)?.[1]);
  const caret = pointer.indexOf('^');
  if (!Number.isInteger(line) || caret < 0) return undefined;
  const past = picture.slice(0, caret).replace(/^\.\.\./, '');
  const upcoming = picture.slice(caret).replace(/\.\.\.$/, '');
  let best: SourcePlace | undefined;
  for (let offset = 0; offset <= source.text.length; offset++) {
    const before = source.text.slice(Math.max(0, offset - past.length - 80), offset).replace(TAB_OR_LINE, '');
    if (!before.endsWith(past)) continue;
    const after = source.text.slice(offset, offset + upcoming.length + 80).replace(TAB_OR_LINE, '');
    if (!after.startsWith(upcoming)) continue;
    const place = placeAt(source, offset);
    if (best === undefined || Math.abs(place.line - line) <= Math.abs(best.line - line)) best = place;
  }
  return best;
}

/** The block that nobody closed, where the text simply ends. */
function unclosedBlock(source: TemplateSource): { name: string; place: SourcePlace } | undefined {
  const open: { name: string; offset: number }[] = [];
  for (const tag of source.text.matchAll(/\{\{~?([#^/])\s*>?\s*([\w-]+)/g)) {
    const [, sign, name = ''] = tag;
    if (sign === '/') open.pop();
    else open.push({ name, offset: tag.index });
  }
  const last = open.at(-1);
  return last && { name: last.name, place: placeAt(source, last.offset) };
}

function refuseSyntax(source: TemplateSource, error: Error): never {
  const exception: { readonly lineNumber?: unknown; readonly column?: unknown } =
    error as Handlebars.Exception;
  const mismatch = /^(.+) doesn't match (.+) - \d+:\d+$/.exec(error.message);
  const unclosed = /got 'EOF'/.test(error.message) ? unclosedBlock(source) : undefined;
  const place =
    unclosed?.place ??
    (typeof exception.lineNumber === 'number' && typeof exception.column === 'number'
      ? {
          kind: 'source' as const,
          file: source.file,
          line: exception.lineNumber,
          column: charactersBefore(linesOf(source), exception.lineNumber, exception.column) + 1,
        }
      : placeOfPicture(source, error.message));
  const got = /got '([^']+)'/.exec(error.message)?.[1];
  const what = mismatch
    ? {
        ja: `{{#${mismatch[1]}}} が {{/${mismatch[2]}}} で閉じられています。`,
        en: `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}`,
      }
    : unclosed
      ? { ja: `{{#${unclosed.name}}} が閉じられていません。`, en: `{{#${unclosed.name}}} is never closed` }
      : {
          ja: `テンプレートの書き方が正しくありません${got === undefined ? '' : `（${got}）`}。`,
          en: `template syntax error${got === undefined ? '' : ` (unexpected ${got})`}`,
        };
  refuse(
    {
      code: 'template/syntax',
      message: what,
      hint: {
        ja: '{{ と }} の組、{{#…}} と {{/…}} の組をご確認ください。',
        en: 'check that every {{ has its }} and every {{#…}} its {{/…}}',
      },
      place: place ?? { kind: 'file', file: source.file },
    },
    error,
  );
}

/** Beyond this nobody nests by hand, and the parser would run out of stack. */
const DEPTH = 40;

function refuseDeep(source: TemplateSource): void {
  let blocks = 0;
  for (const { 0: tag, 1: sign, index } of source.text.matchAll(/\{\{~?([#/])?[^{}]*/g)) {
    blocks += sign === '#' ? 1 : sign === '/' ? -1 : 0;
    const brackets = (tag.match(/\(/g) ?? []).length;
    if (blocks <= DEPTH && brackets <= DEPTH) continue;
    refuse({
      code: 'template/too-deep',
      message: {
        ja: `{{#…}} や ( ) が${DEPTH}より深く重なっています。`,
        en: `{{#…}} or ( ) are nested more than ${DEPTH} deep`,
      },
      hint: { ja: '部品（partials）に分けてください。', en: 'use partials' },
      place: placeAt(source, index),
    });
  }
}

export function parseSource(source: TemplateSource): hbs.AST.Program {
  refuseDeep(source);
  try {
    const program = Handlebars.parse(source.text, { srcName: source.file });
    new CharacterColumns(source).accept(program);
    return program;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    refuseSyntax(source, error);
  }
}
