/** What `annai check` was told. */

import type { SheetOptions } from '../pipeline-options.js';

export interface CheckOptions extends SheetOptions {
  readonly json?: true;
}
