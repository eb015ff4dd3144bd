/** Takes the syntax tree of one .hbs file, gives what it uses; refuses whatever a sheet's template may not contain. */

import Handlebars from 'handlebars';
import type { Problem, SourcePlace, Wording } from '../../problem.js';
import { factIds } from './fact-ids.js';
import { placeOf } from './place-of.js';

/** Block helpers that a template may use; `eq` is the only one inside brackets. */
export const BLOCK_HELPERS: readonly string[] = ['fact', 'row', 'if', 'unless', 'each'];
const VALUE_HELPERS: readonly string[] = ['eq'];
const DATA_NAMES: readonly string[] = ['index', 'first', 'last', 'root'];
const WITHOUT_ELSE: readonly string[] = ['fact', 'row'];

/** What one file uses of the others, and where. */
export interface SourceUses {
  readonly partials: readonly { readonly name: string; readonly place: SourcePlace }[];
  readonly facts: readonly { readonly id: string; readonly place: SourcePlace }[];
  readonly problems: readonly Problem[];
}

class SourceCheck extends Handlebars.Visitor {
  readonly partials: { name: string; place: SourcePlace }[] = [];
  readonly facts: { id: string; place: SourcePlace }[] = [];
  readonly problems: Problem[] = [];

  #refuse(node: hbs.AST.Node, code: string, message: Wording, hint: Wording): void {
    this.problems.push({
      code: `template/${code}`,
      severity: 'error',
      message,
      hint,
      place: placeOf(node),
    });
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const name =
      mustache.path.type === 'PathExpression' ? (mustache.path as hbs.AST.PathExpression) : undefined;
    if (!mustache.escaped) {
      this.#refuse(
        mustache,
        'raw',
        { ja: '{{{ }}} と {{& }} は使えません。', en: '{{{ }}} and {{& }} are not allowed' },
        { ja: '{{ }} に書き換えてください。', en: 'write {{ }} instead' },
      );
    }
    if (name === undefined) {
      this.#refuse(
        mustache,
        'literal',
        { ja: '{{ }} の中に文字列や数を直接書けません。', en: 'a literal cannot stand in {{ }}' },
        { ja: '文章としてそのまま書いてください。', en: 'write it as plain text' },
      );
    } else if (mustache.params.length > 0 || (mustache.hash?.pairs.length ?? 0) > 0) {
      this.#unknownHelper(mustache, name.original);
    } else if (BLOCK_HELPERS.includes(name.original) || VALUE_HELPERS.includes(name.original)) {
      this.#unknownHelper(mustache, name.original);
    }
    super.MustacheStatement(mustache);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = block.path.original;
    if (!BLOCK_HELPERS.includes(name)) {
      this.#unknownHelper(block, `#${name}`);
    } else if (block.params.length !== 1 || (block.hash?.pairs.length ?? 0) > 0) {
      this.#refuse(
        block,
        'helper-arguments',
        { ja: `{{#${name}}} の後には値を一つだけ書きます。`, en: `{{#${name}}} takes exactly one value` },
        { ja: `例: {{#${name} ${name === 'fact' ? '"F33"' : 'value'}}}`, en: 'see the manual on templates' },
      );
    }
    if ((block.program as hbs.AST.Program | undefined)?.blockParams?.length) {
      this.#refuse(
        block,
        'helper-arguments',
        { ja: `{{#${name}}} に as | | は付けられません。`, en: `{{#${name}}} takes no "as | |"` },
        { ja: '値はその名前のまま、項目は {{this}} で使えます。', en: 'use {{this}} or the names inside it' },
      );
    }
    if (WITHOUT_ELSE.includes(name) && block.inverse) {
      this.#refuse(
        block,
        'else',
        { ja: `{{#${name}}} に {{else}} は付けられません。`, en: `{{#${name}}} takes no {{else}}` },
        { ja: '当てはまらない事実は印刷されません。', en: 'what does not apply is not printed' },
      );
    }
    if (name === 'fact') this.#fact(block);
    super.BlockStatement(block);
  }

  #fact(block: hbs.AST.BlockStatement): void {
    const [param] = block.params;
    const ids = param?.type === 'StringLiteral' ? factIds((param as hbs.AST.StringLiteral).value) : [];
    if (ids.length === 0) {
      this.#refuse(
        block,
        'fact-id',
        { ja: '{{#fact}} には事実の番号を書きます。', en: '{{#fact}} takes the ids of facts' },
        { ja: '例: {{#fact "F33"}} または {{#fact "F35 F48"}}', en: 'e.g. {{#fact "F35 F48"}}' },
      );
    }
    for (const id of ids) this.facts.push({ id, place: placeOf(block) });
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type === 'PathExpression' && partial.params.length === 0) {
      this.partials.push({
        name: (partial.name as hbs.AST.PathExpression).original,
        place: placeOf(partial),
      });
    } else {
      this.#refuse(
        partial,
        'partial',
        { ja: '部品は名前だけで呼び出します。', en: 'a partial is called by its plain name' },
        { ja: '例: {{> settings-card}}', en: 'e.g. {{> settings-card}}' },
      );
    }
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#unknownHelper(partial, '#>');
  }
  override Decorator(decorator: hbs.AST.Decorator): void {
    this.#unknownHelper(decorator, '*');
  }
  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.#unknownHelper(decorator, '#*');
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    if (!VALUE_HELPERS.includes(expression.path.original)) {
      this.#unknownHelper(expression, expression.path.original);
    } else if (expression.params.length < 2) {
      this.#refuse(
        expression,
        'helper-arguments',
        {
          ja: '(eq) は、はじめの値があとの値のどれかと同じかどうかを調べます。値は二つ以上書きます。',
          en: '(eq) compares its first value with one or more others',
        },
        { ja: '例: {{#if (eq kind "IS" "IM")}}', en: 'e.g. {{#if (eq kind "IS" "IM")}}' },
      );
    }
    super.SubExpression(expression);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    if (path.data && !DATA_NAMES.includes(path.parts[0] ?? '')) {
      this.#refuse(
        path,
        'unknown-data',
        { ja: `${path.original} は使えません。`, en: `unknown ${path.original}` },
        {
          ja: `使えるもの: ${DATA_NAMES.map((n) => `@${n}`).join(' ')}`,
          en: `known: ${DATA_NAMES.map((n) => `@${n}`).join(' ')}`,
        },
      );
    }
  }

  #unknownHelper(node: hbs.AST.Node, name: string): void {
    this.#refuse(
      node,
      'unknown-helper',
      { ja: `{{${name}}} という書き方は使えません。`, en: `unknown helper: {{${name}}}` },
      {
        ja: `使えるもの: ${BLOCK_HELPERS.map((n) => `{{#${n}}}`).join(' ')} (eq …) {{> 部品}}`,
        en: `known: ${BLOCK_HELPERS.map((n) => `{{#${n}}}`).join(' ')} (eq …) {{> partial}}`,
      },
    );
  }
}

export function checkSource(program: hbs.AST.Program): SourceUses {
  const check = new SourceCheck();
  check.accept(program);
  return { partials: check.partials, facts: check.facts, problems: check.problems };
}
