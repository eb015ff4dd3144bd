/** What `annai batch` was told. */

import type { SheetOptions } from '../pipeline-options.js';

export interface BatchOptions extends SheetOptions {
  readonly output?: string;
  readonly merge?: string;
  readonly json?: true;
}
