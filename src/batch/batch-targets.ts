/** Where the sheets of a batch go, and what of earlier runs stays. */

import type { FolderAccount } from './folder-account.js';
import type { IssueBook } from './issue-book.js';
import type { SourceDigest } from './source-digest.js';

export interface BatchTargets {
  /** Replaces PDFs of another origin, too. */
  readonly force?: boolean;
  /** An existing folder for one file per customer. */
  readonly folder?: string;
  readonly resumption?: Resumption;
  /** Is told of every sheet that is in place. */
  readonly book?: IssueBook;
  /** One file of all sheets, in the order of the records. */
  readonly printFile?: { readonly file: string; readonly title: string };
}

/** What is made again and what is not, where sheets have a folder. */
export interface Resumption {
  readonly account: FolderAccount;
  readonly source: SourceDigest;
  /** Leaves every whole sheet of an earlier run as it is, also where its record has changed since. */
  readonly onlyFailed: boolean;
}
