/** Takes a style sheet and a property, gives every value that it states for it; one that waits for a variable is not known here. */

import { computeSpecified } from './compute-specified.js';
import type { Context } from './specified.js';
import type { Style } from './style.js';
import type { Stylesheet } from './stylesheet.js';

/** The root's first. */
export function statedValues<Property extends keyof Style>(
  { byClass, byTag, byNeither, root }: Stylesheet,
  property: Property,
): readonly Style[Property][] {
  const context: Context = { parent: { ...root }, fontSize: root.fontSize, rem: root.fontSize };
  const values = [root[property]];
  for (const { declarations } of [...[...byClass.values(), ...byTag.values()].flat(), ...byNeither]) {
    for (const declaration of declarations) {
      for (const setting of declaration.kind === 'settings' ? declaration.settings : []) {
        if (setting.property !== property) continue;
        values.push(computeSpecified(setting.specified, context, root[property]) as Style[Property]);
      }
    }
  }
  return values;
}
