/**
 * What layout makes of a section: one tall strip of placed items (a galley), with the places where it may be cut into
 * pages. Coordinates run from the strip's top left, y downwards. Nothing here knows CSS, PDF or a file.
 */

import type { Problem, SourcePlace } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Face } from '../fonts/face.js';
import type { RoleNode } from '../style/box.js';
import type { Color } from '../style/style.js';

/** Items of this role are decoration: backgrounds, borders, rules (PDF artifacts). */
export const ARTIFACT = -1;

interface ItemBase {
  /** Left edge; for a GlyphRun the origin of its first glyph. */
  readonly x: Length;
  /** Top edge; for a GlyphRun the alphabetic baseline. */
  readonly y: Length;
  /** Index into the block's roles, or ARTIFACT. */
  readonly role: number;
}

/**
 * Set by `itemsOf` on a box that goes on over the page's edge: at an open side no corner is rounded and a Frame draws
 * no edge.
 */
export type OpenSides = 'top' | 'bottom' | 'both';

/** Glyphs of one face, size and colour on one baseline. */
export interface GlyphRun extends ItemBase {
  readonly kind: 'glyphs';
  readonly face: Face;
  readonly size: Length;
  readonly color: Color;
  /** Character ids of the face (see Face), one per glyph. */
  readonly cids: readonly number[];
  /** The origin of each glyph, from the run's x. The first is 0. Glue is the gap beyond the advance: never a glyph. */
  readonly offsets: readonly Length[];
}

/** A filled rectangle. Where a cut runs through it each page paints its part. */
export interface Fill extends ItemBase {
  readonly kind: 'fill';
  readonly width: Length;
  readonly height: Length;
  readonly color: Color;
  readonly radius: Length;
  readonly open?: OpenSides;
}

/** A stroked straight line from (x, y) to (x + dx, y + dy), its width centred on it. */
export interface Line extends ItemBase {
  readonly kind: 'line';
  readonly dx: Length;
  readonly dy: Length;
  readonly width: Length;
  readonly color: Color;
  readonly dash: 'solid' | 'dashed' | 'dotted';
}

/** A stroked rectangle, its width centred on the edge (boxes with rounded corners, tick boxes, reading aid boxes). */
export interface Frame extends ItemBase {
  readonly kind: 'frame';
  readonly width: Length;
  readonly height: Length;
  readonly stroke: Length;
  readonly radius: Length;
  readonly color: Color;
  readonly open?: OpenSides;
}

export interface ImageItem extends ItemBase {
  readonly kind: 'image';
  readonly width: Length;
  readonly height: Length;
  readonly image: Image;
}

/** Filled rectangles in one colour: QR codes and bar codes as vectors. Each is [x, y, width, height] from the item's x, y. */
export interface Shape extends ItemBase {
  readonly kind: 'shape';
  readonly width: Length;
  readonly height: Length;
  readonly color: Color;
  readonly rectangles: readonly (readonly [Length, Length, Length, Length])[];
}

/** A closed contour of straight lines [x, y] and curves [x1, y1, x2, y2, x, y] from the item's x, y; filled where it has no stroke. */
export interface Outline extends ItemBase {
  readonly kind: 'outline';
  readonly width: Length;
  readonly height: Length;
  readonly color: Color;
  readonly contour: readonly (readonly Length[])[];
  readonly stroke?: Length;
}

export type Item = GlyphRun | Fill | Line | Frame | ImageItem | Shape | Outline;

/** A picture as its file has it; checked, with its size in pixels. */
export interface Image {
  /** Names the picture inside the typesetter: the path it was asked for by. */
  readonly key: string;
  readonly format: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/**
 * A place where the strip may be cut: what lies above `end` stays, the next page begins with what lies below `start`
 * (margins between the two are dropped, CSS Fragmentation 3 §5.2). Only in a table with collapsed borders `start` lies
 * above `end`: the rule between two rows closes one page and opens the next.
 */
export interface Cut {
  readonly end: Length;
  readonly start: Length;
  /** allowed: here if need be; avoid: only where nothing else fits (break-*: avoid, orphans, widows); forced: here always. */
  readonly kind: 'allowed' | 'avoid' | 'forced';
  /** Of two cuts to avoid the one without this is taken: only an ancestor's `break-inside` speaks against it (§4.4). */
  readonly lastResort?: true;
  /** A table's head rows, painted again at the top of the next page. */
  readonly repeat?: Block;
  /** Where the box that begins below the cut stands in the source: named when it fits no page. */
  readonly place?: SourcePlace;
}

export interface LinkArea {
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
  readonly href: string;
  readonly role: number;
}

/** What stands in a line or in its stead. */
export interface LineContent {
  /** In painting order, from the line's origin. */
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
}

/** A line at its place in a strip: it goes to one page as a whole. */
export interface PlacedLine {
  readonly content: LineContent;
  /** The line's origin. */
  readonly x: Length;
  readonly y: Length;
  /** The y that decides on which page the line stands. */
  readonly anchor: Length;
}

/** A heading, for bookmarks. */
export interface Heading {
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  readonly y: Length;
  readonly role: number;
}

/** A value of `string-set`, in force from y on. */
export interface NamedString {
  readonly name: string;
  readonly value: string;
  readonly y: Length;
}

/** A block placed from the page's edges, on the page where `anchor` falls. */
export interface Absolute {
  readonly anchor: Length;
  readonly block: Block;
  readonly horizontal: { readonly from: 'left' | 'right'; readonly distance: Length };
  readonly vertical: { readonly from: 'top' | 'bottom'; readonly distance: Length };
}

export interface Block {
  readonly width: Length;
  readonly height: Length;
  /** Backgrounds and borders, in painting order: what comes later covers what came before, lines cover all of them. */
  readonly decorations: readonly Item[];
  /** In reading order. */
  readonly lines: readonly PlacedLine[];
  /** From top to bottom. */
  readonly cuts: readonly Cut[];
  readonly roles: readonly RoleNode[];
  readonly headings: readonly Heading[];
  readonly strings: readonly NamedString[];
  readonly absolutes: readonly Absolute[];
  /** What the first page of the strip begins with and the last ends with, for the cut to the neighbouring section. */
  readonly breakBefore: 'auto' | 'page' | 'avoid';
  readonly breakAfter: 'auto' | 'page' | 'avoid';
  /** The strip's outer margins: they collapse with the neighbouring section's and vanish at a page's head. */
  readonly marginTop: Length;
  readonly marginBottom: Length;
  /** Where the block's box stands in the source. */
  readonly place?: SourcePlace;
  /** A block that differs from this one in what some of its lines show, and in nothing else that can be seen. */
  readonly like?: Block;
  /** What is worth knowing of it, at the places of the document that it was laid out for. */
  readonly notices?: readonly Problem[];
}
