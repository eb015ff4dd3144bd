/** One rule between a record and a profile: what it finds, about one field; undefined where nothing is wrong. */

import type { PostalPlace } from '../../postal/match-address.js';
import type { Severity, Wording } from '../../problem.js';
import type { Customer, IsoDate } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';

export interface CheckOptions {
  /** V11 becomes a warning: the sheet is made, with its caution. */
  readonly allowRisky?: boolean;
  /** The run's date, for records without one of their own. */
  readonly issueDate?: IsoDate;
  /** Absent where nobody is to ask what a postal code stands for. */
  readonly postalCodes?: PostalCodes;
}

/** What is known of postal codes, and since when. */
export interface PostalCodes {
  /** Of seven digits. None where no such code is known. */
  readonly placesOf: (postalCode: string) => readonly PostalPlace[];
  readonly version: string;
  readonly date: string;
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly field: keyof Customer;
  readonly message: Wording;
  readonly hint?: Wording;
}

export type Rule = (customer: Customer, provider: Provider, options: CheckOptions) => Finding | undefined;
