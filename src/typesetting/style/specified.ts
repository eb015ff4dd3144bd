/** A value as the style sheet says it, before it meets an element (CSS Cascade 4 §4.2). */

import type { Length } from '../../units.js';

/** What a specified value needs to become a computed one. */
export interface Context {
  /** The parent's computed style, by the names of the table of properties. */
  readonly parent: { readonly fontSize: Length; readonly [property: string]: unknown };
  /** The element's own font size: 1em. While font-size itself is computed, the parent's. */
  readonly fontSize: Length;
  /** The section's font size: 1rem. */
  readonly rem: Length;
}

/** `before` is what weaker declarations made of the property: `border-top-width` keeps the rest of it. */
export interface Specified<C> {
  compute(context: Context, before: C): C;
}
