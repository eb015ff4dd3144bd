/** What one CSS text says, read and each part checked for itself. Plain data: it can be kept. */

import type { Problem } from '../../problem.js';
import type { Declaration } from './declaration.js';
import type { PageRule } from './page-rule.js';
import type { Selector } from './selector.js';

export interface StatedRule {
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
}

export interface StatedSheet {
  readonly rules: readonly StatedRule[];
  /** Of `:root`. */
  readonly root: readonly Declaration[];
  readonly pages: readonly PageRule[];
  readonly problems: readonly Problem[];
}
