/** What `annai check` was told. */

import type { SheetOptions } from '../pipeline-options.js';

export interface CheckOptions extends SheetOptions {
  readonly strict?: true;
  readonly problems?: string;
  readonly force?: true;
  readonly json?: true;
}
