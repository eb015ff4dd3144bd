/** One rule between a record and a profile: what it finds, about one field; undefined where nothing is wrong. */

import type { Severity, Wording } from '../../problem.js';
import type { Customer, IsoDate } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';

export interface CheckOptions {
  /** V11 becomes a warning: the sheet is made, with its caution. */
  readonly allowRisky?: boolean;
  /** The run's date, for records without one of their own. */
  readonly issueDate?: IsoDate;
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly field: keyof Customer;
  readonly message: Wording;
  readonly hint?: Wording;
}

export type Rule = (customer: Customer, provider: Provider, options: CheckOptions) => Finding | undefined;
