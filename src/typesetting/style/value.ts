/** The shapes that computed values of the CSS subset have. */

import type { Length } from '../../units.js';

/** `#rrggbb`, lower case. */
export type Color = string & { readonly flavour?: 'color' };
/** Of the containing block's width, resolved by layout. 100 is the whole. */
export interface Percentage {
  readonly percent: number;
}
export type LengthPercentage = Length | Percentage;
export type BorderStyle = 'none' | 'solid' | 'dashed' | 'dotted' | 'double';

export interface Border {
  readonly width: Length;
  readonly style: BorderStyle;
  readonly color: Color;
}

export interface EmphasisShape {
  readonly shape: 'dot' | 'circle' | 'double-circle' | 'triangle' | 'sesame';
  readonly filled: boolean;
}

/** A mark beside each emphasised character: a shape that is drawn, or one grapheme cluster of the character's own font. */
export type EmphasisMark = EmphasisShape | { readonly text: string };

/** Between which characters room is put in (CSS Text 4 §8.2): `normal` is both kinds. */
export type Autospace = 'normal' | 'no-autospace' | 'ideograph-alpha' | 'ideograph-numeric';
