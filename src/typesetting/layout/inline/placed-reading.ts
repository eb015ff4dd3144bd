/** Ruby over its base, as it is measured: before lines are chosen, and for the parts that a line may leave of a compound. */

import type { Length } from '../../../units.js';
import type { ResolvedCluster } from '../../fonts/face.js';
import type { Style } from '../../style/style.js';

export interface PlacedRubyGlyph {
  readonly resolved: ResolvedCluster;
  readonly style: Style;
  readonly role: number;
  /** From the left edge of the room of the base's first cluster. */
  readonly x: Length;
}

export interface PlacedReading {
  /** Clusters of the base: from ≤ i < to. Only a divided one may part. */
  readonly from: number;
  readonly to: number;
  /** Of the ruby text. */
  readonly size: Length;
  readonly glyphs: readonly PlacedRubyGlyph[];
  /** Of a compound whose ruby is set over all of it (jukugo ruby): where it may part, and what comes of its parts. */
  readonly divided?: {
    readonly divisions: readonly number[];
    readonly divide: (from: number, to: number) => ReadingPart;
  };
}

/** What a part has more than its clusters have in the whole. */
export interface ReadingPart {
  /** From the left edge of the part. */
  readonly glyphs: readonly PlacedRubyGlyph[];
  /** Before its first cluster, between its clusters, after its last one. */
  readonly lead: Length;
  readonly between: Length;
  readonly tail: Length;
}

/** How much wider the parts before and after a place are than what they are of the whole. */
export interface Parting {
  readonly before: Length;
  readonly after: Length;
}

export function partingsOf(readings: readonly PlacedReading[]): ReadonlyMap<number, Parting> {
  const partings = new Map<number, Parting>();
  for (const { from, to, divided } of readings) {
    for (const place of divided?.divisions ?? []) {
      const widen = (start: number, end: number): Length => {
        const part = divided?.divide(start, end);
        return part === undefined ? 0 : part.lead + part.between * (end - start - 1) + part.tail;
      };
      partings.set(place, { before: widen(from, place), after: widen(place, to) });
    }
  }
  return partings;
}
