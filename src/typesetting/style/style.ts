/**
 * The computed values of every property of the CSS subset: lengths absolute, colours resolved, inheritance done.
 * Names and values are those of the CSS specifications, in camel case.
 */

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

export interface Style {
  readonly color: Color;
  readonly fontFamily: readonly string[];
  readonly fontSize: Length;
  readonly fontWeight: 400 | 700;
  /** A bare number multiplies the font size of the element that inherits it (CSS 2.2 §10.8). */
  readonly lineHeight: { readonly factor: number } | { readonly length: Length };
  readonly textAlign: 'start' | 'center' | 'end' | 'justify';
  readonly textIndent: LengthPercentage;
  readonly letterSpacing: Length;
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'anywhere';
  readonly lineBreak: 'strict' | 'normal' | 'loose';
  readonly wordBreak: 'normal' | 'keep-all' | 'auto-phrase';
  readonly textSpacingTrim: 'normal' | 'space-all' | 'space-first' | 'trim-start' | 'trim-both' | 'trim-all';
  readonly textAutospace: 'normal' | 'no-autospace';
  readonly hangingPunctuation: 'none' | 'allow-end' | 'force-end';
  readonly textWrap: 'wrap' | 'balance';
  readonly verticalAlign: 'baseline' | 'top' | 'middle' | 'bottom';

  readonly marginTop: LengthPercentage | 'auto';
  readonly marginRight: LengthPercentage | 'auto';
  readonly marginBottom: LengthPercentage | 'auto';
  readonly marginLeft: LengthPercentage | 'auto';
  readonly paddingTop: LengthPercentage;
  readonly paddingRight: LengthPercentage;
  readonly paddingBottom: LengthPercentage;
  readonly paddingLeft: LengthPercentage;
  /** Width is zero where the style is `none` (CSS Backgrounds 3 §3.3). */
  readonly borderTop: Border;
  readonly borderRight: Border;
  readonly borderBottom: Border;
  readonly borderLeft: Border;
  readonly borderRadius: Length;
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: Length;
  readonly tableLayout: 'auto' | 'fixed';
  readonly backgroundColor: Color | 'transparent';
  /** Of the content box, as in CSS 2.2 (`box-sizing: content-box`), unless `boxSizing` says otherwise. */
  readonly width: LengthPercentage | 'auto';
  /** A box whose content is taller than its stated height is an error, never clipped. */
  readonly height: LengthPercentage | 'auto';
  readonly minHeight: Length;
  readonly boxSizing: 'content-box' | 'border-box';

  readonly listStyleType: 'none' | 'disc' | 'circle' | 'square' | 'decimal' | 'circled-decimal';
  readonly breakBefore: 'auto' | 'page' | 'avoid';
  readonly breakAfter: 'auto' | 'page' | 'avoid';
  readonly breakInside: 'auto' | 'avoid';
  readonly orphans: number;
  readonly widows: number;
  /** `absolute` is placed from the edges of the page, on the page where the box would have stood. */
  readonly position: 'static' | 'absolute';
  readonly top: LengthPercentage | 'auto';
  readonly right: LengthPercentage | 'auto';
  readonly bottom: LengthPercentage | 'auto';
  readonly left: LengthPercentage | 'auto';
  /** `string-set: NAME content()` (CSS GCPM 3 §1.1): remembers the element's text for `string(NAME)` in margin boxes. */
  readonly stringSet: string | 'none';
}
