/** What came of a batch: of each record as it is done, in the file's order; and of the whole in numbers. */

import type { Kind } from '../office/sheet/sheet.js';
import type { Problem } from '../problem.js';

export interface RecordResult {
  readonly status: 'made' | 'not-made';
  /** As Excel shows it. */
  readonly row: number;
  readonly customerId?: string;
  readonly kind?: Kind;
  readonly controlNumber?: string;
  readonly pages?: number;
  /** The customer's own file, where the batch writes separate files. */
  readonly file?: string;
  readonly problems: readonly Problem[];
}

/** How many records. None of them is kept: a file may have a million. */
export interface BatchCount {
  readonly made: number;
  readonly notMade: number;
  /** Of all that were made. */
  readonly pages: number;
}

export interface BatchResult extends BatchCount {
  /** The print file, where one was asked for and it is whole. */
  readonly printFile?: string;
  /** What concerns the run and no single record: a full disk, a broken file, an interruption. Any of them ended the run early. */
  readonly problems: readonly Problem[];
}
