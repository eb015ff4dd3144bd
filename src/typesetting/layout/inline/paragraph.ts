/** The inline content of one block container as one text, every part of it knowing the box it comes from. */

import type { SourcePlace } from '../../../problem.js';
import type { Length } from '../../../units.js';
import type { InlineBox, ReplacedBox, TextBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';

/** What a picture, a tick box or a code is in the text: OBJECT REPLACEMENT CHARACTER. */
export const OBJECT_CHARACTER = '\uFFFC';

/** Where an inline box begins or ends: the room outside its border and the room inside it. */
export interface InlineEdge {
  readonly box: InlineBox;
  readonly margin: Length;
  /** Border and padding. */
  readonly inset: Length;
}

export interface Piece {
  readonly kind: 'text' | 'break' | 'object';
  /** UTF-16 offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly style: Style;
  readonly role: number;
  readonly place: SourcePlace;
  /** How far the piece's baseline stands above the line's. */
  readonly rise: Length;
  /** Pieces of the same `white-space: nowrap` box share a number; 0 may wrap. */
  readonly nowrap: number;
  /** The inline boxes around it that leave a trace on the page (links, backgrounds, borders), outermost first. */
  readonly enclosing: readonly InlineBox[];
  /** The inline boxes that begin with it, outermost first, and those that end with it, innermost first. */
  readonly opening: readonly InlineEdge[];
  readonly closing: readonly InlineEdge[];
  readonly object?: ReplacedBox;
  /** Index into the paragraph's readings: the piece is the base of a ruby pair, or a part of it. */
  readonly reading?: number;
}

/** The ruby text of one base. */
export interface Reading {
  readonly boxes: readonly TextBox[];
  /** Bases of one compound (`ruby-merge: auto`) share a number: their ruby may be set over all of them. */
  readonly compound?: number;
}

export interface Paragraph {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The ruby texts, in the order of their bases. */
  readonly readings: readonly Reading[];
}

export const roomOfEdges = (edges: readonly InlineEdge[]): Length =>
  edges.reduce((sum, { margin, inset }) => sum + margin + inset, 0);

/** One grapheme cluster, or one object: what lines are made of. Nothing after the splitting looks inside it. */
export interface Cluster {
  readonly text: string;
  readonly codePoint: number;
  readonly start: number;
  readonly piece: Piece;
}
