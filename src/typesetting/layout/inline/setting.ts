/**
 * A paragraph as measured: what stands in each cluster's place, how wide it is, and what spacing between clusters and at
 * the edges of lines does. Lines are chosen from these numbers alone, whatever the manner of choosing.
 */

import type { Length } from '../../../units.js';
import type { ResolvedCluster } from '../../fonts/face.js';
import type { EdgeTrims } from './edge-trims.js';
import type { Glue } from './glue.js';
import type { InlineObject } from './inline-object.js';
import type { JlreqClass } from './jlreq-class.js';
import type { Cluster } from './paragraph.js';
import type { Parting, PlacedReading } from './placed-reading.js';

/** What lines are broken by: one number for each cluster. */
export interface Measures extends EdgeTrims {
  /** The room that cluster i takes. */
  readonly advances: readonly Length[];
  /** Glue between clusters i−1 and i where both stand on one line: may be negative. */
  readonly gaps: readonly Length[];
  /** Zero-width at a line's end: spaces and breaks. */
  readonly vanishes: readonly boolean[];
  /** What a line is wider for that ends or begins within a compound with ruby over all of it, by the place. */
  readonly partings: ReadonlyMap<number, Parting>;
  /** Where cluster i begins when all stand on one line; one element more than clusters. */
  readonly positions: readonly Length[];
}

export interface Setting extends Measures {
  readonly clusters: readonly Cluster[];
  /** What may happen before cluster i (find-opportunities); one element more than clusters. */
  readonly opportunities: Uint8Array;
  /** Undefined where nothing is drawn: breaks, objects, invisible controls. */
  readonly glyphs: readonly (ResolvedCluster | undefined)[];
  /** Where in its room the glyph of cluster i begins. */
  readonly leads: readonly Length[];
  /** By which spacing goes: JLREQ's classes of characters. */
  readonly types: readonly JlreqClass[];
  readonly glue: Glue;
  readonly objects: ReadonlyMap<number, InlineObject>;
  readonly readings: readonly PlacedReading[];
  /** By cluster: its emphasis mark, where that is a character. */
  readonly marks: ReadonlyMap<number, ResolvedCluster>;
  /** By soft hyphen: the hyphen that shows where a line ends with it. */
  readonly hyphens: ReadonlyMap<number, ResolvedCluster>;
  /** By forced break within the paragraph: the space that stands for it in the text, beyond the line's end. */
  readonly breakSpaces: ReadonlyMap<number, ResolvedCluster>;
}
