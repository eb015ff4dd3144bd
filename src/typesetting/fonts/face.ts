/**
 * One font file as layout, paint and pdf see it.
 *
 * A `cid` names one glyph with one meaning: it is the font's own glyph id, except where a glyph serves several texts
 * (～/〜 in Noto Sans JP; a form that also has a variation selector). The first text keeps the glyph id; each further
 * one gets an id above the font's glyph count, in an order that depends on the font alone. So the bytes of a page do not
 * depend on the document, and every text comes back by copy.
 */

import type { FontUnits } from '../../units.js';
import type { SubsetCore } from './subset-truetype.js';

export interface Face {
  /** Short, stable and unique: `biz-udpgothic-bold`. Names the font in page resources and keys. */
  readonly id: string;
  readonly postScriptName: string;
  readonly family: string;
  readonly weight: 400 | 700;
  /** Tells the font file among all. */
  readonly mark: string;
  readonly unitsPerEm: number;
  readonly descriptor: FaceDescriptor;
  /** The glyphs of one grapheme cluster, or undefined where the face lacks a code point or the variation asked for. */
  cids(cluster: string): readonly number[] | undefined;
  advance(cid: number): FontUnits;
  /** [xMin, yMin, xMax, yMax]; undefined for a glyph without ink. */
  inkBox(cid: number): readonly [FontUnits, FontUnits, FontUnits, FontUnits] | undefined;
  /** The text a cid stands for (ToUnicode), selector included. */
  text(cid: number): string;
  /** The glyph of the font file that draws a cid. */
  glyphId(cid: number): number;
  /**
   * A TrueType file of these glyphs only: glyph n of it draws glyphIds[n] (parts of composite glyphs come behind). The
   * first must be 0, the font's .notdef. The same list gives the same bytes. With a core these come behind its glyphs, and
   * the core's outlines are left out, at `OUTLINES_AT`.
   */
  subset(glyphIds: readonly number[], core?: SubsetCore): Uint8Array;
  /** What subsets that begin with these glyphs have in common. */
  core(glyphIds: readonly number[]): { readonly core: SubsetCore; readonly outlines: Uint8Array };
}

/** Entries of the PDF FontDescriptor (ISO 32000-1 §9.8), font units. */
export interface FaceDescriptor {
  readonly ascent: FontUnits;
  readonly descent: FontUnits;
  readonly capHeight: FontUnits;
  readonly bbox: readonly [FontUnits, FontUnits, FontUnits, FontUnits];
  readonly stemV: number;
  /** Degrees, counter-clockwise from upright. */
  readonly italicAngle: number;
  readonly flags: number;
}

/** Text set from one face: the result of looking clusters up in the chain. */
export interface ResolvedCluster {
  readonly face: Face;
  readonly cids: readonly number[];
}

/** The faces in the order in which they are asked, for one CSS `font-family` and `font-weight`. */
export interface FontChain {
  /** First face that has the whole cluster; undefined where none has (the caller makes it a Problem). */
  resolve(cluster: string): ResolvedCluster | undefined;
  /** The face of the first family: decides what U+0020 and line metrics are. */
  readonly primary: Face;
}

/** Every family of the typesetter. Files are read when a chain first needs them. */
export interface FontLibrary {
  /** Memoised per list and weight. A family that the library lacks has been refused by style already. */
  chain(families: readonly string[], weight: 400 | 700): FontChain;
  readonly families: readonly string[];
  /** Every face's id in the library's own order: gives each face its number in page resources. */
  readonly faceIds: readonly string[];
}
