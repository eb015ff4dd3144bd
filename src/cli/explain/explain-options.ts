/** What `annai explain` was told. */

import type { SheetOptions } from '../pipeline-options.js';

export interface ExplainOptions extends SheetOptions {
  readonly id: string;
  readonly json?: true;
}
