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
import type { Style } from './style.js';

/** A computed style with the custom properties that its children inherit. */
export interface Computed {
  readonly style: Style;
  readonly customProperties: CustomProperties;
}

const table: Readonly<Record<PropertyName, Property<unknown>>> = PROPERTIES;
const names = Object.keys(PROPERTIES) as PropertyName[];

/** Every property at its first value, in the typesetter's families. */
export const initialStyle = (families: readonly string[]): Style => {
  const style: Record<string, unknown> = {};
  for (const name of names)
    style[name] = finished(table[name], table[name].initial, PROPERTIES.color.initial);
  return { ...(style as Style), fontFamily: families };
};

/** `rem` is absent for the section itself, whose own font size becomes it. Throws where a variable has no value. */
export function cascade(
  declarations: Iterable<Declaration>,
  parent: Computed,
  environment: Environment,
  rem?: Length,
): Computed {
  const all = [...declarations];
  const custom = new Map<string, CustomDeclaration>();
  for (const declaration of all) {
    if (declaration.kind !== 'custom') continue;
    // Deleting first keeps the order in which the winners stand.
    custom.delete(declaration.name);
    custom.set(declaration.name, declaration);
  }
  const customProperties = resolveCustomProperties(parent.customProperties, custom, (fault, place) => {
    throw new ProblemError([fault.at(place)]);
  });
  const byProperty = new Map<PropertyName, Setting[]>();
  for (const declaration of all) {
    for (const setting of settingsOf(declaration, customProperties, environment)) {
      const settings = byProperty.get(setting.property);
      if (settings === undefined) byProperty.set(setting.property, [setting]);
      else settings.push(setting);
    }
  }
  return { style: compute(byProperty, parent.style, rem), customProperties };
}

function compute(
  byProperty: ReadonlyMap<PropertyName, readonly Setting[]>,
  parent: Style,
  rem?: Length,
): Style {
  const style: Record<string, unknown> = {};
  let context = { parent, fontSize: parent.fontSize, rem: rem ?? parent.fontSize };
  for (const name of names) {
    const property = table[name];
    const settings = byProperty.get(name);
    if (settings === undefined && property.inherited) {
      style[name] = parent[name];
    } else {
      let value = property.initial;
      for (const setting of settings ?? []) value = setting.specified.compute(context, value);
      style[name] = finished(property, value, style.color as string);
    }
    if (name === 'fontSize') {
      const fontSize = style.fontSize as Length;
      context = { parent, fontSize, rem: rem ?? fontSize };
    }
  }
  return style as Style;
}

const finished = (property: Property<unknown>, value: unknown, color: string): unknown =>
  property.finish === undefined ? value : property.finish(value, color);

function settingsOf(
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
