/** A customer's record, checked and normalised: what every reader of a file (CSV, Excel, JSON) hands on to the sheet. */

import type { RecordPlace } from '../../problem.js';

export type Connection = 'POP' | 'IMAP' | 'undecided';
export type Devices = 'single' | 'multiple';
/** What happens to mail on the server with POP: kept for some days, deleted on receipt, or the program has no such setting. */
export type LeaveOnServer = 'keep' | 'delete' | 'no-setting';
export type Delivery = 'counter' | 'post';
export type Honorific = '様' | '御中' | '先生' | '';

/** Calendar date without time or zone, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly flavour?: 'iso-date' };

/** By field name, the column heading (of JSON: the key) as typed; a field that the record does not have is not among them. */
export type FieldHeadings = Readonly<Record<string, string>>;

export interface Customer {
  readonly customerId: string;
  readonly contractId?: string;
  /** As typed, code point for code point (never NFC or NFKC); one U+3000 between the parts. */
  readonly name: string;
  readonly nameKana?: string;
  /** What is printed after the name; empty where the name already carries one. */
  readonly honorific: Honorific;
  /** Seven digits, no hyphen. */
  readonly postalCode?: string;
  readonly address1?: string;
  readonly address2?: string;
  readonly building?: string;
  readonly mailAddress: string;
  readonly mailUserName?: string;
  /** Secret: appears in the printed sheet only where the profile says `passwordPolicy: print`, and nowhere else. */
  readonly initialPassword?: string;
  readonly senderName?: string;
  readonly connection: Connection;
  readonly devices: Devices;
  /** The number of devices where the record gave one. */
  readonly deviceCount?: number;
  readonly deviceList: readonly string[];
  readonly firstDevice?: string;
  /** Present exactly where `connection` is POP (for `undecided` and IMAP: absent). */
  readonly leaveOnServer?: LeaveOnServer;
  /** Absent: the profile's default. */
  readonly leaveDays?: number;
  readonly mailSoftware?: string;
  readonly plan?: string;
  readonly quotaMB?: number;
  /** Absent: the run's date. */
  readonly issueDate?: IsoDate;
  readonly deliveryMethod: Delivery;
  readonly issuedBy?: string;
  readonly branch?: string;
  readonly reissueReason?: string;
  readonly anshinSupport?: 'member' | 'non-member';
  readonly largePrint: boolean;
  readonly remarks?: string;
  /** Whether two customers may share `mailAddress`. */
  readonly shared: boolean;
  readonly place: RecordPlace;
  /** What the office calls the fields, for Problems. Absent where the record was not typed by anybody. */
  readonly headings?: FieldHeadings;
}
