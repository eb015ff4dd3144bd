/** The tokens of a CSS value as a flat list, to be read from left to right. */

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
