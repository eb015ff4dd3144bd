/** What may be kept of building boxes, by the element: an element that is still the same object still stands where it stood. */

import type { Element } from '../markup/element.js';
import type { RoleNode } from './box.js';
import type { Computed } from './cascade.js';
import type { Subject } from './selector.js';

/** An element as selectors see it, and its style. */
export interface KnownStyle {
  readonly subject: Subject;
  readonly computed: Computed;
}

/** A box, and the structure nodes that were opened for it and what is in it, from the index `first` on. */
export interface KnownBox {
  readonly box: object;
  readonly first: number;
  readonly roles: readonly RoleNode[];
}

/**
 * For trees that share elements: one element must always stand in the same surroundings (the same section tag for tag, at
 * the same place), as it does in trees that differ in their words alone.
 */
export interface BoxMemory {
  readonly styles: WeakMap<Element, KnownStyle>;
  readonly boxes: WeakMap<Element, KnownBox>;
}
