/** What documents have in common whose structure and outline differ in nothing but what reading aids spell. */

import type { Blueprint } from './blueprint.js';
import type { PageTags } from './page-tags.js';
import type { SectionNumbers } from './structure-tree.js';

export interface Shape {
  readonly blueprint: Blueprint;
  /** None in a file without structure. */
  readonly tags: readonly PageTags[] | undefined;
  readonly numbers: SectionNumbers | undefined;
}
