/** What `annai batch` was told. */

import type { SheetOptions } from '../pipeline-options.js';

export interface BatchOptions extends SheetOptions {
  readonly strict?: true;
  readonly onlyFailed?: true;
  readonly problems?: string;
  readonly force?: true;
  readonly output?: string;
  readonly merge?: string;
  readonly json?: true;
}
