/**
 * A paragraph as measured: what stands in each cluster's place, how wide it is, and what spacing between clusters and at
 * the edges of lines does. Lines are chosen from these numbers alone, whatever the manner of choosing.
 */

import type { Length } from '../../../units.js';
import type { ResolvedCluster } from '../../fonts/face.js';
import type { InlineObject } from './inline-object.js';
import type { Cluster } from './paragraph.js';
import type { PlacedReading } from './set-readings.js';

/** What lines are broken by: one number for each cluster. */
export interface Measures {
  /** The room that cluster i takes. */
  readonly advances: readonly Length[];
  /** Glue between clusters i−1 and i where both stand on one line: may be negative. */
  readonly gaps: readonly Length[];
  /** What cluster i gives up at a line's head: on the first line and after a forced break, and on any other. */
  readonly firstLineTrims: readonly Length[];
  readonly lineStartTrims: readonly Length[];
  /** What cluster i may give up at a line's end, in the order to be tried: the first is how it naturally stands there. */
  readonly lineEndTrims: readonly (readonly Length[])[];
  /** Zero-width at a line's end: spaces and breaks. */
  readonly vanishes: readonly boolean[];
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
  readonly objects: ReadonlyMap<number, InlineObject>;
  readonly readings: readonly PlacedReading[];
  /** By soft hyphen: the hyphen that shows where a line ends with it. */
  readonly hyphens: ReadonlyMap<number, ResolvedCluster>;
}
