/** Takes the value of `text-autospace`, gives where room is put in (CSS Text 4 §8.2). Typed spaces are never replaced. */

import { unexpectedValue } from './read-value.js';
import type { Autospace } from './value.js';
import type { Value } from './value-tokens.js';

const KINDS = ['ideograph-alpha', 'ideograph-numeric'] as const;

export function readAutospace(value: Value): Autospace {
  const whole = value.word('normal', 'no-autospace');
  if (whole !== undefined) return whole;
  const first = value.word(...KINDS);
  if (first === undefined) throw unexpectedValue(value.next(), ['normal', 'no-autospace', ...KINDS]);
  const second = value.word(...KINDS.filter((kind) => kind !== first));
  value.word('insert');
  return second === undefined ? first : 'normal';
}
