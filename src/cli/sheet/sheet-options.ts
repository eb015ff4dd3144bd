/** What `annai sheet` was told. */

import type { PdfOptions } from '../pdf-options.js';
import type { LedgerOption, SheetOptions } from '../pipeline-options.js';

export interface SheetCommandOptions extends SheetOptions, PdfOptions, LedgerOption {
  readonly customer?: string;
  /** Field name or Japanese heading → text. */
  readonly set?: Readonly<Record<string, string>>;
  readonly output?: string;
  readonly force?: true;
  readonly json?: true;
}
