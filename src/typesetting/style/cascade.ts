/** Takes the declarations that fit an element, weakest first, and its parent's style, gives its own: `var()` is put in here. */

import { ProblemError } from '../../problem.js';
import type { Length } from '../../units.js';
import { anonymousStyle, computeStyle } from './compute-style.js';
import { CssFault } from './css-fault.js';
import {
  type CustomDeclaration,
  type CustomProperties,
  resolveCustomProperties,
  substitute,
} from './custom-properties.js';
import type { Declaration, Setting } from './declaration.js';
import type { Environment } from './properties.js';
import { readValueText } from './read-value-text.js';
import type { Style } from './style.js';

/** A computed style with the custom properties that its children inherit. */
export interface Computed {
  readonly style: Style;
  readonly customProperties: CustomProperties;
  /** What 1rem is: the font size of the section around. Absent above it. */
  readonly rem?: Length;
}

/** Without `rem` the element's own font size is 1rem. Throws where a variable has no value. */
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
  const settings = declarations.map((declaration) => settingsOf(declaration, customProperties, environment));
  const style = computeStyle(settings, parent.style, anonymousStyle(parent.style), rem);
  return { style, customProperties };
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
    const text = substitute(
      declaration.text,
      (name) => customProperties.get(name),
      () => customProperties.keys(),
    );
    return readValueText(declaration.property, text, environment);
  } catch (fault) {
    if (fault instanceof CssFault) throw new ProblemError([fault.at(declaration.place)]);
    throw fault;
  }
}
