/** One declaration of a style sheet, read: which properties it sets and to what. */

import type { SourcePlace } from '../../problem.js';
import type { PropertyName } from './properties.js';
import type { Specified } from './specified.js';

export interface Setting {
  readonly property: PropertyName;
  readonly specified: Specified<unknown>;
}

/** `waiting` is a value with `var()`: its text is read again for each element, once the custom properties are known. */
export type Declaration = (
  | { readonly kind: 'settings'; readonly property: string; readonly settings: readonly Setting[] }
  | { readonly kind: 'waiting'; readonly property: string; readonly text: string }
  | { readonly kind: 'custom'; readonly name: string; readonly text: string }
) & { readonly place: SourcePlace };
