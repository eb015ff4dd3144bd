/** Takes the tokens of a CSS value, gives specified values: what remains to be done once an element's font size is known. */

import { fontSize, type Length, mm, pt, q, ZERO } from '../../units.js';
import { CssFault, oneOf } from './css-fault.js';
import type { Specified, SpecifiedLength } from './specified.js';
import type { Color, LengthPercentage } from './value.js';
import type { Token, Value } from './value-tokens.js';

export const UNITS = ['mm', 'Q', 'pt', 'em', 'rem', '%'] as const;

export const fixed = <C>(value: C): Specified<C> => ({ kind: 'fixed', value });

/** A length, still in its unit. `em` is left to the property, since font-size counts it from the parent. */
export type WrittenLength =
  | { readonly unit: 'absolute'; readonly length: Length }
  | { readonly unit: 'em' | 'rem' | '%'; readonly value: number };

interface LengthOptions {
  readonly percentage?: boolean;
  readonly negative?: boolean;
}

export function readLength(value: Value, options: LengthOptions = {}): WrittenLength {
  const token = value.next();
  const length = lengthOf(token);
  if (length === undefined || (length.unit === '%' && options.percentage !== true)) {
    throw new CssFault(
      'bad-value',
      {
        ja: `長さの代わりに「${token.text}」とあります。`,
        en: `"${token.text}" stands where a length belongs.`,
      },
      {
        ja: `数に単位を付けて書いてください（${unitNames(options)}）。`,
        en: `Write a number with a unit (${unitNames(options)}).`,
      },
      token.offset,
    );
  }
  const amount = length.unit === 'absolute' ? length.length : length.value;
  if (!Number.isFinite(amount) || Math.abs(amount) > Number.MAX_SAFE_INTEGER / 1000) {
    throw new CssFault(
      'bad-value',
      { ja: `「${token.text}」は大きすぎます。`, en: `"${token.text}" is too large.` },
      { ja: '紙に入る長さにしてください。', en: 'Use a length that fits a sheet of paper.' },
      token.offset,
    );
  }
  if (amount < 0 && options.negative !== true) {
    throw new CssFault(
      'negative-value',
      {
        ja: `「${token.text}」のような負の値は使えません。`,
        en: `A negative value such as "${token.text}" is not allowed.`,
      },
      { ja: '0 以上の値にしてください。', en: 'Use zero or more.' },
      token.offset,
    );
  }
  return length;
}

const unitNames = (options: LengthOptions): string =>
  UNITS.filter((unit) => unit !== '%' || options.percentage === true).join(' ');

function lengthOf(token: Token): WrittenLength | undefined {
  if (token.kind === 'number') return token.value === 0 ? { unit: 'absolute', length: ZERO } : undefined;
  if (token.kind === 'percentage') return { unit: '%', value: token.value };
  if (token.kind === 'function') throw calculation(token);
  if (token.kind !== 'dimension') return undefined;
  switch (token.unit.toLowerCase()) {
    case 'mm':
      return { unit: 'absolute', length: mm(token.value) };
    case 'q':
      return { unit: 'absolute', length: q(token.value) };
    case 'pt':
      return { unit: 'absolute', length: pt(token.value) };
    case 'em':
      return { unit: 'em', value: token.value };
    case 'rem':
      return { unit: 'rem', value: token.value };
    default:
      throw new CssFault(
        'unknown-unit',
        {
          ja: `「${token.unit}」という単位は使えません。`,
          en: `The unit "${token.unit}" is not part of the subset.`,
        },
        unitHint(token.unit.toLowerCase(), token.value),
        token.offset,
      );
  }
}

const MILLIMETRES: Readonly<Record<string, number>> = { cm: 10, in: 25.4, px: 25.4 / 96, pc: 25.4 / 6 };

function unitHint(unit: string, value: number): { readonly ja: string; readonly en: string } {
  const factor = Object.hasOwn(MILLIMETRES, unit) ? MILLIMETRES[unit] : undefined;
  if (factor === undefined) return oneOf(unit, UNITS);
  const same = `${Math.round(value * factor * 100) / 100}mm`;
  return { ja: `${same} と書いてください。`, en: `Write ${same}.` };
}

const calculation = (token: Token & { readonly kind: 'function' }): CssFault =>
  new CssFault(
    'unknown-function',
    { ja: `${token.name}() は使えません。`, en: `${token.name}() is not part of the subset.` },
    /^(calc|min|max|clamp)$/i.test(token.name)
      ? { ja: '計算した結果の長さを書いてください。', en: 'Write the result as a length.' }
      : { ja: '値をそのまま書いてください。', en: 'Write the value itself.' },
    token.offset,
  );

export const unexpectedValue = (token: Token, allowed: readonly string[]): CssFault =>
  token.kind === 'function'
    ? calculation(token)
    : new CssFault(
        'bad-value',
        {
          ja: `「${token.text}」という値は使えません。`,
          en: `The value "${token.text}" is not part of the subset.`,
        },
        oneOf(token.text, allowed),
        token.offset,
      );

/** `%`, where the property takes it, counts from the element's font size. */
export function lengthFrom(written: WrittenLength): SpecifiedLength {
  switch (written.unit) {
    case 'absolute':
      return { kind: 'fixed', value: written.length };
    case 'em':
      return { kind: 'length', factor: written.value, of: 'fontSize' };
    case 'rem':
      return { kind: 'length', factor: written.value, of: 'rem' };
    case '%':
      return { kind: 'length', factor: written.value / 100, of: 'fontSize' };
  }
}

export function lengthPercentageFrom(written: WrittenLength): Specified<LengthPercentage> {
  return written.unit === '%' ? fixed({ percent: written.value }) : lengthFrom(written);
}

/** `em` and `%` count from the parent's font size (CSS Values 4 §6.1). */
export function fontSizeFrom(written: WrittenLength): Specified<Length> {
  switch (written.unit) {
    case 'absolute':
      return fixed(fontSize(written.length));
    case 'em':
      return { kind: 'font-size', factor: written.value, of: 'parent' };
    case 'rem':
      return { kind: 'font-size', factor: written.value, of: 'rem' };
    case '%':
      return { kind: 'font-size', factor: written.value / 100, of: 'parent' };
  }
}

const NAMED_COLORS: Readonly<Record<string, Color>> = { black: '#000000', white: '#ffffff', gray: '#808080' };
const COLOR_FORMS = ['#rrggbb', '#rgb', ...Object.keys(NAMED_COLORS)];

export function readColor(value: Value, ...others: readonly string[]): Color {
  const token = value.next();
  if (token.kind === 'hash' && /^[0-9a-fA-F]{6}$/.test(token.text)) return `#${token.text.toLowerCase()}`;
  if (token.kind === 'hash' && /^[0-9a-fA-F]{3}$/.test(token.text)) {
    return `#${token.text.toLowerCase().replace(/./g, '$&$&')}`;
  }
  if (token.kind === 'word') {
    const name = token.text.toLowerCase();
    const named = Object.hasOwn(NAMED_COLORS, name) ? NAMED_COLORS[name] : undefined;
    if (named !== undefined) return named;
  }
  const text = token.kind === 'hash' ? `#${token.text}` : token.text;
  throw new CssFault(
    'bad-value',
    { ja: `「${text}」は色として使えません。`, en: `"${text}" is not a colour of the subset.` },
    {
      ja: `使えるのは ${[...COLOR_FORMS, ...others].join(' / ')} です（透ける色は使えません）。`,
      en: `Allowed: ${[...COLOR_FORMS, ...others].join(', ')} (no transparency).`,
    },
    token.offset,
  );
}

/** A whole number from `least` on. */
export function readInteger(value: Value, least: number): number {
  const token = value.next();
  if (
    token.kind === 'number' &&
    /^\+?[0-9]+$/.test(token.text) &&
    token.value >= least &&
    token.value <= 9999
  ) {
    return token.value;
  }
  throw new CssFault(
    'bad-value',
    { ja: `「${token.text}」は使えません。`, en: `"${token.text}" is not allowed here.` },
    { ja: `${least} 以上の整数を書いてください。`, en: `Write a whole number from ${least}.` },
    token.offset,
  );
}

export function readWord<W extends string>(value: Value, words: readonly W[]): W {
  const word = value.word(...words);
  if (word !== undefined) return word;
  throw unexpectedValue(value.next(), words);
}
