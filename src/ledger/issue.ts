/** One sheet that was issued, as the ledger keeps it. No name, address or password is in it. */

import type { IsoDate } from '../office/customers/customer.js';
import type { Edition, Kind } from '../office/sheet/sheet.js';
import type { PipelineOptions } from '../pipeline.js';

export interface Issue {
  readonly controlNumber: string;
  readonly customerId: string;
  readonly kind: Kind;
  readonly edition: Edition;
  /** As printed on the sheet. */
  readonly issueDate: IsoDate;
  /** What the run was told: its date, for records without one; an edition for all; whether what V11 refuses was allowed. */
  readonly runDate: IsoDate;
  readonly runEdition?: Edition;
  readonly risky: boolean;
  readonly standard?: NonNullable<PipelineOptions['standard']>;
  /** With a password, so that no second file is the same bytes. */
  readonly locked: boolean;
  readonly provider: string;
  readonly profileRevision: string;
  readonly profileDigest: string;
  readonly templateRevision: string;
  readonly templateDigest: string;
  /** Of annai's own code. */
  readonly annai: string;
  /** Keyed: of the record, and of the whole file that the sheet is in. */
  readonly recordDigest: string;
  readonly pdfDigest: string;
  /** Keyed: of the file's full path. */
  readonly targetDigest: string;
  /** The file as seen from the ledger's folder; absent where the path says who the customer is. */
  readonly file?: string;
  /** Of a sheet in a print file: which one, from 1; 0 for a file of its own. */
  readonly position: number;
  /** Of a print file: its title. */
  readonly title?: string;
  readonly pages: number;
  /** UTC, to the second. */
  readonly issuedAt: string;
  /** The account that ran annai, and the member of staff whom the record names. */
  readonly issuedBy: string;
  readonly clerk?: string;
  readonly reissueReason?: string;
}
