/**
 * A value as the style sheet says it, before it meets an element (CSS Cascade 4 §4.2). Plain data: a style sheet that was
 * read can be kept.
 */

import type { Length } from '../../units.js';
import type { BorderStyle, Color } from './value.js';

/** What a specified value needs to become a computed one. */
export interface Context {
  /** The parent's computed style, by the names of the table of properties. */
  readonly parent: { readonly fontSize: Length; readonly [property: string]: unknown };
  /** The element's own font size: 1em. While font-size itself is computed, the parent's. */
  readonly fontSize: Length;
  /** The section's font size: 1rem. */
  readonly rem: Length;
}

/** A value of the type `C`, once it is computed (compute-specified.ts). */
export type Specified<C> =
  | Fixed<C>
  | RelativeLength
  | RelativeFontSize
  | RelativeLineHeight
  | BorderParts
  | FromParent;

interface Fixed<C> {
  readonly kind: 'fixed';
  readonly value: C;
}

/** So many times the font size of the element or of its section. */
export interface RelativeLength {
  readonly kind: 'length';
  readonly factor: number;
  readonly of: 'fontSize' | 'rem';
}

interface RelativeFontSize {
  readonly kind: 'font-size';
  readonly factor: number;
  readonly of: 'parent' | 'rem';
}

interface RelativeLineHeight {
  readonly kind: 'line-height';
  readonly length: RelativeLength;
}

/** What is left out stays what weaker declarations made of it: `border-top-width` keeps the rest. */
interface BorderParts {
  readonly kind: 'border';
  readonly width?: SpecifiedLength;
  readonly style?: BorderStyle;
  readonly color?: Color;
}

interface FromParent {
  readonly kind: 'inherit';
  readonly property: string;
}

export type SpecifiedLength = Fixed<Length> | RelativeLength;
