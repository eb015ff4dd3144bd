/** Where a template is while it prints: what its names are looked up in. */

import type { PrintHooks } from './print-hooks.js';
import type { View } from './view.js';

export interface Scope {
  /** `this`: the view, or the entry of a list. */
  readonly context: unknown;
  /** What `../` leads to; nothing beyond the file in hand. */
  readonly outer: Scope | undefined;
  /** The innermost {{#each}}. */
  readonly loop: Loop | undefined;
  readonly printing: Printing;
}

export interface Loop {
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly outer: Loop | undefined;
}

/** What one sheet's printing has in common. */
export interface Printing {
  /** `@root` */
  readonly view: View;
  readonly hooks: PrintHooks;
  /** How many more entries of {{#each}} may be printed. */
  entriesLeft: number;
}
