/** What a batch tells of each sheet that is in place: the ledger keeps it, where there is one. */

import type { Sheet } from '../office/sheet/sheet.js';

/** The file that a sheet is in. */
export interface IssuedFile {
  readonly path: string;
  readonly sha256: string;
  /** Of a print file. */
  readonly title?: string;
}

/** A sheet that is made, not yet in place. */
export interface IssueDraft {
  /** `position` in a print file, from 1; 0 for a file of its own. */
  placed(file: IssuedFile, position: number): void;
}

export interface IssueBook {
  draft(sheet: Sheet, pages: number): IssueDraft;
  /** Writes what is still held back. Throws a ProblemError where it cannot. */
  flush(): void;
}
