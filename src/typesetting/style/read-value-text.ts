/** Takes a property and its value as text (after `var()` was put in), gives the settings. Throws CssFault. */

import parse from 'css-tree/parser';
import { CssFault } from './css-fault.js';
import type { Setting } from './declaration.js';
import type { Environment } from './properties.js';
import { readDeclaration } from './read-declaration.js';
import { readPlainValue } from './read-plain-value.js';
import { tokensOf } from './take-tokens.js';
import { type Token, Value } from './value-tokens.js';

export function readValueText(property: string, text: string, environment: Environment): readonly Setting[] {
  const tokens = readPlainValue(text) ?? readAnyValue(text);
  return readDeclaration(property, new Value(tokens, text.length), environment);
}

export function readAnyValue(text: string): readonly Token[] {
  let node: ReturnType<typeof parse>;
  try {
    node = parse(text, { context: 'value' });
  } catch {
    throw new CssFault(
      'bad-value',
      {
        ja: `var() を入れた値「${text}」が正しくありません。`,
        en: `The value "${text}", with var() put in, is not valid.`,
      },
      { ja: '変数の値を確かめてください。', en: 'Check the values of the variables.' },
    );
  }
  if (node.type !== 'Value') throw new Error(`annai: internal error: css-tree gave ${node.type} for a value`);
  return tokensOf(node.children);
}
