/** Takes the settings that fit an element, weakest first, and its parent's style, gives its own (CSS Cascade 4 §4.4, §7). */

import type { Length } from '../../units.js';
import { computeSpecified } from './compute-specified.js';
import type { Setting } from './declaration.js';
import { PROPERTIES, type Property, type PropertyName } from './properties.js';
import type { Context } from './specified.js';
import type { Style } from './style.js';

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

/** What an element has that no rule fits: inherited values, the rest initial. Also the style of anonymous boxes. */
export const anonymousStyle = (parent: Style): Style => ({ ...parent, ...LOCAL_INITIAL });

/** `anonymous` is `anonymousStyle(parent)`. Without `rem` the element's own font size is 1rem. */
export function computeStyle(
  rules: readonly (readonly Setting[])[],
  parent: Style,
  anonymous: Style,
  rem?: Length,
): Style {
  const style: Record<string, unknown> & Style = { ...anonymous };
  // Font size first: the others are computed from it.
  let context: Context = { parent, fontSize: parent.fontSize, rem: rem ?? parent.fontSize };
  for (const settings of rules) {
    for (const { property, specified } of settings) {
      if (property === 'fontSize') set(style, property, computeSpecified(specified, context, style.fontSize));
    }
  }
  context = { parent, fontSize: style.fontSize, rem: rem ?? style.fontSize };
  const unfinished: PropertyName[] = [];
  for (const settings of rules) {
    for (const { property, specified } of settings) {
      if (property === 'fontSize') continue;
      const { finish, initial } = table[property];
      if (finish !== undefined && !unfinished.includes(property)) {
        unfinished.push(property);
        set(style, property, initial);
      }
      set(style, property, computeSpecified(specified, context, style[property]));
    }
  }
  for (const property of unfinished)
    set(style, property, table[property].finish?.(style[property], style.color));
  return style;
}

function set(style: Record<string, unknown>, property: PropertyName, value: unknown): void {
  style[property] = value;
}
