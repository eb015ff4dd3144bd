/** Takes a property's name and value as CSS writes them, gives the settings of the table's properties; unfolds shorthands. */

import { CssFault, oneOf } from './css-fault.js';
import type { Setting } from './declaration.js';
import {
  type Environment,
  PROPERTIES,
  type Property,
  type PropertyName,
  readBorder,
  readBorderColor,
  readBorderStyle,
  readBorderWidth,
} from './properties.js';
import { beginsEmphasisMark } from './read-emphasis.js';
import { fixed } from './read-value.js';
import type { Specified } from './specified.js';
import type { Border } from './value.js';
import type { Value } from './value-tokens.js';

const table: Readonly<Record<PropertyName, Property<unknown>>> = PROPERTIES;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Reader = (value: Value, environment: Environment) => readonly Setting[];

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;
type Side = (typeof SIDES)[number];

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...(Object.keys(PROPERTIES) as PropertyName[]).map((property): [string, Reader] => [
    kebab(property),
    (value, environment) => [{ property, specified: table[property].parse(value, environment) }],
  ]),
  ['margin', foursided((side) => `margin${side}`)],
  ['padding', foursided((side) => `padding${side}`)],
  [
    'border',
    (value) => {
      const specified = readBorder(value);
      return SIDES.map((side) => ({ property: `border${side}` as const, specified }));
    },
  ],
  ['text-emphasis', readEmphasis],
  ['border-width', borderPart(readWidth)],
  ['border-style', borderPart(readStyle)],
  ['border-color', borderPart(readColorOfBorder)],
  ...SIDES.flatMap((side): [string, Reader][] => [
    [
      `border-${side.toLowerCase()}-width`,
      (value) => [{ property: `border${side}`, specified: readWidth(value) }],
    ],
    [
      `border-${side.toLowerCase()}-style`,
      (value) => [{ property: `border${side}`, specified: readStyle(value) }],
    ],
    [
      `border-${side.toLowerCase()}-color`,
      (value) => [{ property: `border${side}`, specified: readColorOfBorder(value) }],
    ],
  ]),
]);

/** The names that a style sheet may use, shorthands included. */
export const PROPERTY_NAMES: readonly string[] = [...READERS.keys()];

/** Properties of CSS that web developers reach for, and what to write instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  font: 'font-size / font-family / font-weight / line-height',
  background: 'background-color',
  'list-style': 'list-style-type',
  'page-break-before': 'break-before',
  'page-break-after': 'break-after',
  'page-break-inside': 'break-inside',
  'word-wrap': 'overflow-wrap',
  inset: 'top / right / bottom / left',
  'margin-inline': 'margin-left / margin-right',
  'margin-block': 'margin-top / margin-bottom',
  'font-style': 'font-weight: bold',
};

export function readDeclaration(name: string, value: Value, environment: Environment): readonly Setting[] {
  const reader = READERS.get(name);
  if (reader === undefined) throw unknownProperty(name);
  const whole = value.word('inherit', 'initial');
  const settings = whole === undefined ? reader(value, environment) : wholeSettings(name, whole);
  value.finish();
  return settings;
}

export function unknownProperty(name: string, allowed: readonly string[] = PROPERTY_NAMES): CssFault {
  const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  return new CssFault(
    'unknown-property',
    { ja: `${name} というプロパティは使えません。`, en: `The property ${name} is not part of the subset.` },
    instead === undefined
      ? meant(name, allowed)
      : { ja: `代わりに ${instead} を使ってください。`, en: `Use ${instead} instead.` },
  );
}

function meant(name: string, allowed: readonly string[]): { readonly ja: string; readonly en: string } {
  const hint = oneOf(name, allowed);
  return hint.ja.startsWith('もしかして')
    ? hint
    : { ja: `使えるのは ${allowed.join(' ')} です。`, en: `Allowed: ${allowed.join(' ')}.` };
}

/** `inherit` and `initial` set every property that the name stands for. */
function wholeSettings(name: string, keyword: 'inherit' | 'initial'): readonly Setting[] {
  const names = (Object.keys(PROPERTIES) as PropertyName[]).filter((property) => {
    const full = kebab(property);
    return (
      full === name ||
      (/^(margin|padding|border)$/.test(name) &&
        SIDE_OF.test(full.slice(name.length)) &&
        full.startsWith(name))
    );
  });
  if (names.length === 0) {
    throw new CssFault(
      'bad-value',
      { ja: `${name} に ${keyword} は使えません。`, en: `${name} does not take ${keyword}.` },
      { ja: '値をそのまま書いてください。', en: 'Write the value itself.' },
    );
  }
  return names.map((property) => ({
    property,
    specified: keyword === 'inherit' ? { kind: 'inherit', property } : fixed(table[property].initial),
  }));
}

const SIDE_OF = /^-(top|right|bottom|left)$/;

/** Style and colour in either order; what is left out goes back to its first value (CSS Text Decoration 4 §3.3). */
function readEmphasis(value: Value, environment: Environment): readonly Setting[] {
  const properties = ['textEmphasisStyle', 'textEmphasisColor'] as const;
  const settings = new Map<PropertyName, Specified<unknown>>();
  do {
    const property = beginsEmphasisMark(value) ? 'textEmphasisStyle' : 'textEmphasisColor';
    settings.set(property, table[property].parse(value, environment));
  } while (!value.done && settings.size < properties.length);
  return properties.map((property) => ({
    property,
    specified: settings.get(property) ?? fixed(table[property].initial),
  }));
}

function foursided(nameOf: (side: Side) => string): Reader {
  return (value, environment) => {
    const given: Specified<unknown>[] = [];
    do {
      given.push(table[nameOf('Top') as PropertyName].parse(value, environment));
    } while (!value.done && given.length < 4);
    return SIDES.map((side, index) => ({
      property: nameOf(side) as PropertyName,
      specified: ofSide(given, index),
    }));
  };
}

function borderPart(read: (value: Value) => Specified<Border>): Reader {
  return (value) => {
    const given: Specified<unknown>[] = [];
    do {
      given.push(read(value));
    } while (!value.done && given.length < 4);
    return SIDES.map((side, index) => ({ property: `border${side}`, specified: ofSide(given, index) }));
  };
}

/** One to four values go round from the top (CSS Box 4 §3.2). */
function ofSide<T>(given: readonly T[], index: number): T {
  const [top, right = top, bottom = top, left = right] = given;
  return [top, right, bottom, left][index] as T;
}

function readWidth(value: Value): Specified<Border> {
  return { kind: 'border', width: readBorderWidth(value) };
}

function readStyle(value: Value): Specified<Border> {
  return { kind: 'border', style: readBorderStyle(value) };
}

function readColorOfBorder(value: Value): Specified<Border> {
  return { kind: 'border', color: readBorderColor(value) };
}
