/** Takes a style sheet, gives every `font-family` list that it states; one that waits for a variable is not known here. */

import type { Context } from './specified.js';
import type { Stylesheet } from './stylesheet.js';

export function fontLists({ byClass, byTag, byNeither, root }: Stylesheet): readonly (readonly string[])[] {
  const context: Context = { parent: { ...root }, fontSize: root.fontSize, rem: root.fontSize };
  const lists = new Map([[root.fontFamily.join('\n'), root.fontFamily]]);
  for (const { declarations } of [...[...byClass.values(), ...byTag.values()].flat(), ...byNeither]) {
    for (const declaration of declarations) {
      for (const { property, specified } of declaration.kind === 'settings' ? declaration.settings : []) {
        if (property !== 'fontFamily') continue;
        const list = specified.compute(context, root.fontFamily) as readonly string[];
        lists.set(list.join('\n'), list);
      }
    }
  }
  return [...lists.values()];
}
