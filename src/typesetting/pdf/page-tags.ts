/** What ties a page to the structure tree (ISO 32000-1 §14.7.4.4). */

import type { ObjectRef } from './object-syntax.js';

export interface PageTags {
  /** Its key in the parent tree, as each link has one. */
  readonly structParents: number;
  /** By the page's links. What furniture repeats has no element, and is no link again. */
  readonly links: readonly ({ readonly ref: ObjectRef; readonly structParent: number } | undefined)[];
}
