/** What `annai batch` was told. */

import type { PdfOptions } from '../pdf-options.js';
import type { LedgerOption, SheetOptions } from '../pipeline-options.js';

export interface BatchOptions extends SheetOptions, PdfOptions, LedgerOption {
  readonly strict?: true;
  readonly onlyFailed?: true;
  readonly problems?: string;
  readonly force?: true;
  readonly output?: string;
  readonly merge?: string;
  /** As many as pay where nothing is said. */
  readonly workers?: number;
  readonly stats?: true;
  readonly json?: true;
}
