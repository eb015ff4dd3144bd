/** Takes CSS text with `var()`, gives the text with the custom properties' values put in (CSS Custom Properties 1). */

import type { SourcePlace } from '../../problem.js';
import { CssFault, oneOf } from './css-fault.js';

/** The custom properties in force on an element. */
export type CustomProperties = ReadonlyMap<string, string>;

export interface CustomDeclaration {
  readonly text: string;
  readonly place: SourcePlace;
}

/** Variables that double one another would fill the memory in a few lines. */
const LONGEST = 10_000;
const DEEPEST = 100;

export const usesVariable = (text: string): boolean => /var\(/i.test(text);

/** Throws CssFault where a variable without fallback has no value. */
export function substitute(
  text: string,
  lookUp: (name: string) => string | undefined,
  known: () => Iterable<string>,
): string {
  let result = '';
  let position = 0;
  for (;;) {
    const start = findVariable(text, position);
    if (start < 0) return result + text.slice(position);
    const end = closingParenthesis(text, start + 4);
    const inner = text.slice(start + 4, end);
    const comma = inner.indexOf(',');
    const name = (comma < 0 ? inner : inner.slice(0, comma)).trim();
    const value =
      lookUp(name) ?? (comma < 0 ? undefined : substitute(inner.slice(comma + 1).trim(), lookUp, known));
    if (value === undefined) throw undefinedVariable(name, known());
    result += text.slice(position, start) + value;
    if (result.length > LONGEST) throw tooLong(name);
    position = end + 1;
  }
}

/** Values of an element's own custom properties over those it inherits; each may use the others, but not in a circle. */
export function resolveCustomProperties(
  inherited: CustomProperties,
  declared: ReadonlyMap<string, CustomDeclaration>,
  onFault: (fault: CssFault, place: SourcePlace) => void,
): CustomProperties {
  if (declared.size === 0) return inherited;
  const resolved = new Map(inherited);
  const underWay = new Set<string>();
  const done = new Set<string>();
  const lookUp = (name: string): string | undefined => {
    const own = declared.get(name);
    if (own === undefined || done.has(name)) return resolved.get(name);
    if (underWay.has(name)) throw circle(name);
    if (underWay.size > DEEPEST) throw tooLong(name);
    underWay.add(name);
    try {
      resolved.set(
        name,
        substitute(own.text, lookUp, () => [...inherited.keys(), ...declared.keys()]),
      );
    } finally {
      underWay.delete(name);
    }
    done.add(name);
    return resolved.get(name);
  };
  for (const [name, { place }] of declared) {
    try {
      lookUp(name);
    } catch (fault) {
      if (!(fault instanceof CssFault)) throw fault;
      onFault(fault, place);
      resolved.set(name, '');
      done.add(name);
    }
  }
  return resolved;
}

function findVariable(text: string, from: number): number {
  let quote = '';
  for (let index = from; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quote !== '') {
      if (character === '\\') index += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (/^var\($/i.test(text.slice(index, index + 4))) return index;
  }
  return -1;
}

function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  let quote = '';
  for (let index = from; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quote !== '') {
      if (character === '\\') index += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}

const circle = (name: string): CssFault =>
  new CssFault(
    'circular-variable',
    { ja: `${name} は自分自身の値を使っています。`, en: `${name} is defined by itself.` },
    { ja: '堂々めぐりにならないように書きかえてください。', en: 'Break the circle of var().' },
  );

const tooLong = (name: string): CssFault =>
  new CssFault(
    'too-long-value',
    {
      ja: `${name} の値を入れると、${LONGEST}文字を超えるか、var() が${DEEPEST}より深く重なります。`,
      en: `With ${name} put in, the value is longer than ${LONGEST} characters or var() is nested more than ${DEEPEST} deep.`,
    },
    { ja: 'var() の重なりを減らしてください。', en: 'Nest fewer var().' },
  );

export const undefinedVariable = (name: string, known: Iterable<string>): CssFault => {
  const names = [...new Set(known)];
  return new CssFault(
    'undefined-variable',
    { ja: `変数 ${name} は定義されていません。`, en: `The custom property ${name} is not defined.` },
    names.length === 0
      ? { ja: `:root { ${name}: … } と定義してください。`, en: `Define it: :root { ${name}: … }.` }
      : oneOf(name, names),
  );
};
