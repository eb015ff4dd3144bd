/** What reading one record gives: the customer where the record has no error, and everything to say about it. */

import type { Problem, RecordPlace } from '../../problem.js';
import type { Customer, FieldHeadings } from './customer.js';

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
  readonly problems: readonly Problem[];
}
