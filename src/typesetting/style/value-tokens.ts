/** Takes a css-tree value node, gives its tokens as a flat list to be read from left to right. */

import type { CssNode } from 'css-tree';
import { CssFault } from './css-fault.js';

export type Token = (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'percentage'; readonly value: number; readonly text: string }
  | { readonly kind: 'dimension'; readonly value: number; readonly unit: string; readonly text: string }
  | { readonly kind: 'string'; readonly value: string; readonly text: string }
  | { readonly kind: 'hash'; readonly text: string }
  | { readonly kind: 'comma'; readonly text: string }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly arguments: readonly Token[];
      readonly text: string;
    }
) & { readonly offset: number };

export class Value {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #index = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  get done(): boolean {
    return this.#index >= this.#tokens.length;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#index];
  }

  next(): Token {
    const token = this.#tokens[this.#index];
    if (token === undefined) {
      throw new CssFault(
        'missing-value',
        { ja: '値が足りません。', en: 'The value is incomplete.' },
        { ja: '「:」のあとに値を書いてください。', en: 'Write a value after the colon.' },
        this.#end,
      );
    }
    this.#index += 1;
    return token;
  }

  /** The word that comes next, in lower case, if it is one of these. */
  word<W extends string>(...words: readonly W[]): W | undefined {
    const token = this.peek();
    if (token?.kind !== 'word') return undefined;
    const found = words.find((word) => word === token.text.toLowerCase());
    if (found !== undefined) this.#index += 1;
    return found;
  }

  finish(): void {
    const token = this.peek();
    if (token !== undefined) {
      throw new CssFault(
        'too-many-values',
        { ja: `値「${token.text}」は余分です。`, en: `The value "${token.text}" is one too many.` },
        { ja: 'この値を消してください。', en: 'Remove it.' },
        token.offset,
      );
    }
  }
}

export function tokensOf(nodes: Iterable<CssNode>): readonly Token[] {
  return Array.from(nodes, tokenOf);
}

const WITH_ARGUMENTS: ReadonlySet<string> = new Set(['counter', 'string', 'content']);

function tokenOf(node: CssNode): Token {
  const offset = node.loc?.start.offset ?? 0;
  switch (node.type) {
    case 'Identifier':
      return { kind: 'word', text: node.name, offset };
    case 'Number':
      return { kind: 'number', value: Number(node.value), text: node.value, offset };
    case 'Percentage':
      return { kind: 'percentage', value: Number(node.value), text: `${node.value}%`, offset };
    case 'Dimension':
      return {
        kind: 'dimension',
        value: Number(node.value),
        unit: node.unit,
        text: node.value + node.unit,
        offset,
      };
    case 'String':
      return { kind: 'string', value: node.value, text: `"${node.value}"`, offset };
    case 'Hash':
      return { kind: 'hash', text: node.value, offset };
    case 'Function':
      return {
        kind: 'function',
        name: node.name,
        // What stands in a function that the subset lacks must not be complained of before the function itself.
        arguments: WITH_ARGUMENTS.has(node.name) ? tokensOf(node.children) : [],
        text: `${node.name}()`,
        offset,
      };
    case 'Operator':
      if (node.value.trim() === ',') return { kind: 'comma', text: ',', offset };
      throw unexpected(node.value.trim(), offset);
    default:
      throw unexpected(node.type === 'Raw' ? node.value.trim() : node.type, offset);
  }
}

const unexpected = (text: string, offset: number): CssFault =>
  new CssFault(
    'bad-value',
    { ja: `値に「${text}」は使えません。`, en: `"${text}" may not stand in a value.` },
    { ja: '書き方を確かめてください。', en: 'Check how the value is written.' },
    offset,
  );
