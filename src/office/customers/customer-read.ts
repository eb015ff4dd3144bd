/** What reading one record gives: the customer where the record has no error, and everything to say about it. */

import type { Problem, RecordPlace } from '../../problem.js';
import type { Customer, FieldHeadings } from './customer.js';

/** What this record has in common with an earlier row of the file, and may not. */
export interface Repeat {
  readonly field: 'customerId' | 'mailAddress';
  readonly value: string;
  readonly row: number;
}

export interface CustomerRead {
  /** As Excel shows it (the heading is row 1). In a JSON file: the first object is 1. */
  readonly row: number;
  /** Of the record as a whole: file, worksheet, row. */
  readonly place: RecordPlace;
  /** Given as soon as the record's customer number is good, even where the rest is not. */
  readonly customerId?: string;
  /** Absent exactly where `problems` holds an error. */
  readonly customer?: Customer;
  /** Absent where the row could not be divided into fields. */
  readonly headings?: FieldHeadings;
  readonly repeats?: readonly Repeat[];
  /** By field name, what was typed; empty and secret fields are not among them. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}
