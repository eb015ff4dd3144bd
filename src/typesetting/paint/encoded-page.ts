/** A page as PDF operators, still free of any file: the same page has the same bytes in every document. */

import type { Length } from '../../units.js';
import type { Face } from '../fonts/face.js';
import type { Image } from '../layout/block.js';
import type { RoleNode } from '../style/box.js';

/**
 * What is known of fonts before any page: each face's base subset, the same for every document of a typesetter. Glyphs
 * outside it go to a small supplement of the document.
 */
export interface BaseSubset {
  /** The face's name in page resources, `F1`; its supplement's is `F1s`. */
  resource(face: Face): string;
  cids(face: Face): ReadonlySet<number>;
}

/** The glyphs of one face that a page shows. */
export interface FaceUse {
  readonly face: Face;
  /** Resource name in the page's operators: the base subset's (`F1`) or the supplement's (`F1s`). */
  readonly resource: string;
  readonly part: 'base' | 'supplement';
  /** Sorted, without repeats. */
  readonly cids: readonly number[];
}

export interface ImageUse {
  readonly image: Image;
  readonly resource: string;
}

/** One marked-content sequence: its MCID is its index in `marks`. */
export interface Mark {
  /** The section the content belongs to, counted over the document; `node` indexes that section's roles. */
  readonly section: number;
  readonly node: number;
  /** Of a Figure: where on the page it is drawn. */
  readonly bounds?: Bounds;
}

/** From the page's top left, y downwards. */
export interface Bounds {
  readonly left: Length;
  readonly top: Length;
  readonly right: Length;
  readonly bottom: Length;
}

export interface EncodedLink {
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
  readonly href: string;
  /** The Link element of the structure; none in furniture. */
  readonly owner?: { readonly section: number; readonly node: number };
}

export interface EncodedHeading {
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** From the page's top. */
  readonly y: Length;
}

export interface EncodedPage {
  readonly width: Length;
  readonly height: Length;
  /** Deflated content stream. */
  readonly content: Uint8Array;
  readonly faces: readonly FaceUse[];
  readonly images: readonly ImageUse[];
  readonly links: readonly EncodedLink[];
  readonly headings: readonly EncodedHeading[];
  readonly marks: readonly Mark[];
  /** The roles of each section that has content here, by section number. */
  readonly sections: ReadonlyMap<number, readonly RoleNode[]>;
}
