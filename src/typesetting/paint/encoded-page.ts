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

/** One face that a part shows. */
export type FaceUse = BaseUse | SupplementUse;

export interface BaseUse {
  readonly part: 'base';
  readonly face: Face;
  /** Its name in the operators: `F1`. */
  readonly resource: string;
}

/** Glyphs that the base subset lacks. */
export interface SupplementUse {
  readonly part: 'supplement';
  readonly face: Face;
  /** Its name in the operators: `F1s`. */
  readonly resource: string;
  /** Sorted, without repeats. */
  readonly cids: readonly number[];
}

export interface ImageUse {
  readonly image: Image;
  readonly resource: string;
}

/** One marked-content sequence of a part; `node` indexes the roles of the part's section. */
export interface PartMark {
  readonly node: number;
  /** Of a Figure: where on the page it is drawn. */
  readonly bounds?: Bounds;
}

/** One marked-content sequence of a page: its MCID is its index in `marks`. */
export interface Mark extends PartMark {
  /** The section the content belongs to, counted over the document. */
  readonly section: number;
}

/** From the page's top left, y downwards. */
export interface Bounds {
  readonly left: Length;
  readonly top: Length;
  readonly right: Length;
  readonly bottom: Length;
}

interface LinkPlace {
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
  readonly href: string;
}

export interface PartLink extends LinkPlace {
  /** The node of its Link element; none in furniture. */
  readonly node?: number;
}

export interface EncodedLink extends LinkPlace {
  /** The Link element of the structure; none in furniture. */
  readonly owner?: { readonly section: number; readonly node: number };
}

export interface EncodedHeading {
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** From the page's top. */
  readonly y: Length;
}

/** What one block paints on a page: a content stream that neither needs nor leaves a graphics state. */
export interface EncodedPart {
  readonly content: Uint8Array;
  readonly deflated: boolean;
  /** SHA-256 of the content, in base 64: parts with the same one are the same. */
  readonly digest: string;
  readonly faces: readonly FaceUse[];
  readonly images: readonly ImageUse[];
  readonly links: readonly PartLink[];
  readonly headings: readonly EncodedHeading[];
  readonly marks: readonly PartMark[];
}

export interface EncodedPage {
  readonly width: Length;
  readonly height: Length;
  /** In painting order. */
  readonly parts: readonly EncodedPart[];
  readonly links: readonly EncodedLink[];
  readonly headings: readonly EncodedHeading[];
  readonly marks: readonly Mark[];
  /** The roles of each section that has content here, by section number. */
  readonly sections: ReadonlyMap<number, readonly RoleNode[]>;
}
