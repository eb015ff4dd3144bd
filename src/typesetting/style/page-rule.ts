/** An `@page` rule, read: what it says of the page and of its margin boxes. */

import type { SourcePlace } from '../../problem.js';
import type { Declaration } from './declaration.js';
import type { ContentPart, MarginBoxName, PageStyle } from './page-style.js';

export type PageSide = 'marginTop' | 'marginRight' | 'marginBottom' | 'marginLeft';

export interface PageRule {
  readonly first: boolean;
  readonly geometry: Partial<Pick<PageStyle, 'width' | 'height' | PageSide>>;
  readonly marginBoxes: readonly MarginBoxRule[];
}

export interface MarginBoxRule {
  readonly name: MarginBoxName;
  readonly content?: readonly ContentPart[];
  readonly declarations: readonly Declaration[];
  readonly place: SourcePlace;
}
