/**
 * Takes a leaf and its element with other words, gives what it holds now. No selector sees words, so everything around it is
 * what it was.
 */

import type { Element } from '../markup/element.js';
import { buildContent } from './build-content.js';
import { buildReadingAid } from './build-inline.js';
import type { ElementStyles } from './element-style.js';
import { displayOf, ElementWalk, type Leaf } from './element-walk.js';

/** Undefined where it is no leaf with these words. Throws ProblemError as styleSection does. */
export function restyleLeaf(leaf: Leaf, element: Element, styles: ElementStyles): Leaf | undefined {
  const walk = new ElementWalk(styles, leaf);
  const parent = { ...leaf.parent, element };
  if (displayOf(parent) === 'reading-aid') buildReadingAid(parent, walk);
  else buildContent(parent, walk);
  return walk.leaves[0];
}
