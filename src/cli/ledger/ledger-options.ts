/** What `annai ledger` and its commands were told. */

import type { IsoDate } from '../../office/customers/customer.js';
import type { LedgerOption, SheetOptions } from '../pipeline-options.js';

export interface LedgerOptions extends LedgerOption, Pick<SheetOptions, 'provider' | 'template'> {
  readonly json?: true;
}

export interface LedgerListOptions extends LedgerOptions {
  readonly id?: string;
  readonly since?: IsoDate;
}

export interface LedgerVerifyOptions extends LedgerOptions {
  readonly all?: true;
}
