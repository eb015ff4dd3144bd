/** Takes the declarations that fit an element, weakest first, and its parent's style, gives its computed style. */

import { ProblemError } from '../../problem.js';
import type { Length } from '../../units.js';
import { CssFault } from './css-fault.js';
import {
  type CustomDeclaration,
  type CustomProperties,
  resolveCustomProperties,
  substitute,
} from './custom-properties.js';
import type { Declaration, Setting } from './declaration.js';
import { type Environment, PROPERTIES, type Property, type PropertyName } from './properties.js';
import { readValueText } from './read-value-text.js';
import type { Context } from './specified.js';
import type { Style } from './style.js';

/** A computed style with the custom properties that its children inherit. */
export interface Computed {
  readonly style: Style;
  readonly customProperties: CustomProperties;
}

const table: Readonly<Record<PropertyName, Property<unknown>>> = PROPERTIES;
const names = Object.keys(PROPERTIES) as PropertyName[];

const initialOf = (wanted: (name: PropertyName) => boolean): Record<string, unknown> =>
  Object.fromEntries(
    names.filter(wanted).map((name) => {
      const { initial, finish } = table[name];
      return [name, finish === undefined ? initial : finish(initial, PROPERTIES.color.initial)];
    }),
  );

const ALL_INITIAL = initialOf(() => true) as Style;
const LOCAL_INITIAL = initialOf((name) => !table[name].inherited) as Partial<Style>;

/** Every property at its first value, in the typesetter's families. */
export const initialStyle = (families: readonly string[]): Style => ({
  ...ALL_INITIAL,
  fontFamily: families,
});

/** `rem` is absent for the section itself, whose own font size becomes it. Throws where a variable has no value. */
export function cascade(
  declarations: readonly Declaration[],
  parent: Computed,
  environment: Environment,
  rem?: Length,
): Computed {
  const custom = new Map<string, CustomDeclaration>();
  for (const declaration of declarations) {
    if (declaration.kind === 'custom') custom.set(declaration.name, declaration);
  }
  const customProperties = resolveCustomProperties(parent.customProperties, custom, (fault, place) => {
    throw new ProblemError([fault.at(place)]);
  });
  const settings = declarations.flatMap((declaration) =>
    settingsOf(declaration, customProperties, environment),
  );
  return { style: compute(settings, parent.style, rem), customProperties };
}

function compute(settings: readonly Setting[], parent: Style, rem?: Length): Style {
  const style: Record<string, unknown> & Style = { ...parent, ...LOCAL_INITIAL };
  const set = (name: PropertyName, value: unknown): void => {
    (style as Record<string, unknown>)[name] = value;
  };
  // Font size first: the others are computed from it.
  let context: Context = { parent, fontSize: parent.fontSize, rem: rem ?? parent.fontSize };
  for (const { property, specified } of settings) {
    if (property === 'fontSize') set(property, specified.compute(context, style.fontSize));
  }
  context = { parent, fontSize: style.fontSize, rem: rem ?? style.fontSize };
  const unfinished = new Map<PropertyName, unknown>();
  for (const { property, specified } of settings) {
    if (property === 'fontSize') continue;
    const { finish, initial } = table[property];
    if (finish === undefined) set(property, specified.compute(context, style[property]));
    else unfinished.set(property, specified.compute(context, unfinished.get(property) ?? initial));
  }
  for (const [property, value] of unfinished) set(property, table[property].finish?.(value, style.color));
  return style;
}

/** Throws ProblemError where a variable has no value or the value with it is not valid. */
export function settingsOf(
  declaration: Declaration,
  customProperties: CustomProperties,
  environment: Environment,
): readonly Setting[] {
  if (declaration.kind === 'settings') return declaration.settings;
  if (declaration.kind === 'custom') return [];
  try {
    const text = substitute(declaration.text, (name) => customProperties.get(name), customProperties.keys());
    return readValueText(declaration.property, text, environment);
  } catch (fault) {
    if (fault instanceof CssFault) throw new ProblemError([fault.at(declaration.place)]);
    throw fault;
  }
}
