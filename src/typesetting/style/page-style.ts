/** What `@page` says (CSS Paged Media 3): the sheet's size and margins, and what stands in the margin boxes. */

import type { SourcePlace } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Style } from './style.js';

export type MarginBoxName =
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-center'
  | 'bottom-right';

export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly counter: 'page' | 'pages' }
  /** The value of `string-set` in force on the page (CSS GCPM 3 §1.2, the first of the page, else the last before it). */
  | { readonly kind: 'string'; readonly name: string };

export interface MarginBox {
  readonly name: MarginBoxName;
  readonly content: readonly ContentPart[];
  readonly style: Style;
  /** Where the style sheet says what it prints. */
  readonly place: SourcePlace;
}

export interface PageStyle {
  readonly width: Length;
  readonly height: Length;
  readonly marginTop: Length;
  readonly marginRight: Length;
  readonly marginBottom: Length;
  readonly marginLeft: Length;
  readonly marginBoxes: readonly MarginBox[];
}

/** `first` is `@page :first` over `@page`; equal to `rest` where the style sheet has none. */
export interface PageStyles {
  readonly first: PageStyle;
  readonly rest: PageStyle;
}
