/** One field of the customer record: how it is called, asked, read and refused (records.md §1). */

import type { Severity, Wording } from '../../problem.js';

export type Report = (severity: Severity, code: string, message: Wording, hint?: Wording) => void;

/** One filled-in value on its way to be read. */
export interface Entry {
  /** Trimmed and free of refused characters; for a secret field exactly as typed. */
  readonly text: string;
  /** The column heading as typed, or the field's label where there was none. */
  readonly called: Wording;
  readonly report: Report;
}

export interface Choice<T> {
  readonly value: T;
  readonly label: Wording;
  readonly synonyms: readonly string[];
}

export interface Field<T = unknown> {
  readonly label: Wording;
  /** Accepted column headings beside the field's own name and its labels. */
  readonly headings: readonly string[];
  readonly required: boolean;
  /** A secret value appears in no message. */
  readonly secret: boolean;
  /** A date, or what looks like one, is no damage here. */
  readonly mayHoldDate: boolean;
  readonly choices?: readonly Choice<unknown>[];
  /** What to enter, for prompts and for the hint of an error. */
  readonly hint: Wording;
  /** Gives the normalised value, or undefined after reporting why not. */
  readonly parse: (entry: Entry) => T | undefined;
}
