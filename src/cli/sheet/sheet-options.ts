/** What `annai sheet` was told. */

import type { SheetOptions } from '../pipeline-options.js';

export interface SheetCommandOptions extends SheetOptions {
  readonly customer?: string;
  /** Field name or Japanese heading → text. */
  readonly set?: Readonly<Record<string, string>>;
  readonly output?: string;
  readonly force?: true;
  readonly json?: true;
}
