/** What takes part: how it is named, what it does and does not do, and how it makes sheets. */

import type { FlowData, PlacedData } from '../sheet.js';

export interface Wording {
  readonly ja: string;
  readonly en: string;
}

export interface Contest {
  /** For contestants without layout. The first sheet has a file of its own, as `flow` has. */
  readonly placed: () => PlacedData;
  readonly flow: () => FlowData;
  /** The folder that holds what `prepare/` made. */
  readonly folder: string;
  /** Which sheet is made first. */
  readonly from: number;
}

export interface Contender {
  /** Sheets one by one, without an end. */
  files(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** One file of so many sheets, those after the last. */
  merged(count: number, sink: (bytes: Uint8Array) => void): Promise<void> | void;
  close?(): Promise<void>;
}

export type Pace = 'quick' | 'even' | 'slow';

export interface Contestant {
  readonly label: Wording;
  readonly does: Wording;
  readonly tagged: boolean;
  /** Counted outside the comparison: a limit, not a program that somebody could use. */
  readonly limit?: true;
  /** Works in processes of its own: the processor time of the contestant's says nothing. */
  readonly elsewhere?: true;
  /** Where it cannot draw variants of characters: its sheets are compared without their selectors. */
  readonly variants?: false;
  /** How many sheets it makes before the clock starts, and in a merged file (see `PACES` in bench.mjs). */
  readonly pace?: Pace;
  /** Why it cannot take part here. */
  missing?(): Promise<string | undefined> | string | undefined;
  open(contest: Contest): Promise<Contender> | Contender;
}
