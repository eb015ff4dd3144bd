/**
 * Takes a value as text, gives its tokens where it is of words, numbers and colours alone, the same that css-tree would;
 * undefined where it is not. Most values that `var()` was put into are such, and css-tree need not be there for them.
 */

import type { Token } from './value-tokens.js';

const PLAIN = /^[a-z][a-z-]*$|^#[0-9a-z]+$|^-?[0-9]+(?:\.[0-9]+)?(?:%|[a-z]*)$/i;
const NUMBER = /^-?[0-9.]+/;

export function readPlainValue(text: string): readonly Token[] | undefined {
  const words = text.split(' ');
  return words.every((word) => PLAIN.test(word)) ? words.map(tokenOf) : undefined;
}

function tokenOf(word: string): Token {
  const offset = 0;
  if (word.startsWith('#')) return { kind: 'hash', text: word.slice(1), offset };
  const [number] = NUMBER.exec(word) ?? [];
  if (number === undefined) return { kind: 'word', text: word, offset };
  const unit = word.slice(number.length);
  const value = Number(number);
  if (unit === '') return { kind: 'number', value, text: word, offset };
  if (unit === '%') return { kind: 'percentage', value, text: word, offset };
  return { kind: 'dimension', value, unit, text: word, offset };
}
