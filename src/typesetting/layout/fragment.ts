/** What laying one box out gives: its decorations and its content, placed from its border box's top left corner. */

import type { Problem, SourcePlace } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Style } from '../style/style.js';
import type { Absolute, Cut, Item, LineContent } from './block.js';
import type { Margins } from './collapse-margins.js';

export interface Fragment {
  /** Of the border box. */
  readonly width: Length;
  readonly height: Length;
  /** Backgrounds and borders: they lie behind the content of the whole section (CSS 2.2 appendix E). */
  readonly decorations: readonly Item[];
  /** In reading order. */
  readonly parts: readonly Part[];
  /** Whether the cuts inside may be used; `whole`: they may not at all. */
  readonly breakInside: 'auto' | 'avoid' | 'whole';
  /** Of the first line, from the border box's top. */
  readonly baseline?: Length;
}

/** What stands in a line or in its stead: it goes to one page as a whole. */
export interface LinePart {
  readonly kind: 'line';
  readonly x: Length;
  readonly y: Length;
  /** The y that decides on which page the line stands. */
  readonly anchor: Length;
  readonly content: LineContent;
}

export interface AbsolutePart {
  readonly kind: 'absolute';
  readonly y: Length;
  readonly fragment: Fragment;
  readonly horizontal: Absolute['horizontal'];
  readonly vertical: Absolute['vertical'];
  readonly place: SourcePlace;
}

export type Part =
  | { readonly kind: 'fragment'; readonly x: Length; readonly y: Length; readonly fragment: Fragment }
  | LinePart
  | {
      readonly kind: 'cut';
      readonly cut: Omit<Cut, 'repeat'>;
      /** A table's head. */
      readonly repeat?: Fragment;
    }
  | {
      readonly kind: 'heading';
      readonly y: Length;
      readonly level: 1 | 2 | 3 | 4;
      readonly text: string;
      readonly role: number;
    }
  | { readonly kind: 'string'; readonly y: Length; readonly name: string; readonly value: string }
  | AbsolutePart
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The content of a box, stacked from its content edge down. */
export interface Stack {
  readonly parts: readonly Part[];
  readonly height: Length;
  readonly baseline?: Length;
  /** Margins that stick out at an open upper or lower edge. */
  readonly top: Margins;
  readonly bottom: Margins;
  /** Nothing in it has height: where both edges are open, margins collapse through. */
  readonly empty: boolean;
  readonly breakBefore: Style['breakBefore'];
  readonly breakAfter: Style['breakAfter'];
}

/** One block-level box in the flow. */
export interface Flow {
  readonly fragment: Fragment;
  /** The border box's left edge, from the containing block's. */
  readonly x: Length;
  readonly top: Margins;
  readonly bottom: Margins;
  /** The margins above and below adjoin each other: `top` and `bottom` are the same set. */
  readonly through: boolean;
  readonly breakBefore: Style['breakBefore'];
  readonly breakAfter: Style['breakAfter'];
}
