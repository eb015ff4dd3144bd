/** A style sheet, read and checked: rules found by the right-hand end of their selectors, and what `@page` says. */

import type { CustomProperties } from './custom-properties.js';
import type { Declaration, Setting } from './declaration.js';
import type { PageStyles } from './page-style.js';
import type { Environment } from './properties.js';
import type { Selector } from './selector.js';
import type { Style } from './style.js';

export interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  /** All that the declarations set, where none of them waits for a variable or defines one. */
  readonly settings?: readonly Setting[];
  /** Its number in the cascade (CSS Cascade 4 §6.1): origin, specificity, order. The higher wins. */
  readonly rank: number;
}

export interface Stylesheet {
  readonly environment: Environment;
  /** By a class of the rightmost compound, else by its tag, else here under the empty name. In rising rank. */
  readonly byClass: ReadonlyMap<string, readonly Rule[]>;
  readonly byTag: ReadonlyMap<string, readonly Rule[]>;
  readonly byNeither: readonly Rule[];
  /** What sections inherit: the initial values under `:root`. */
  readonly root: Style;
  readonly customProperties: CustomProperties;
  readonly pages: PageStyles;
}
