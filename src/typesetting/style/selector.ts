/** A selector of the subset and whether it fits an element (Selectors 4: type, class, descendant, child, four pseudo-classes). */

import { sure } from '../../problem.js';

/** An element as selectors see it. Ancestors stand in the list before it, the section first. */
export interface Subject {
  readonly tag: string;
  readonly classes: readonly string[];
  /** 1 for the first element among its siblings; the section itself has 0. */
  readonly ordinal: number;
  readonly last: boolean;
}

export type PseudoClass = 'first-child' | 'last-child' | 'odd' | 'even';

export interface Compound {
  readonly tag?: string;
  readonly classes: readonly string[];
  readonly pseudoClasses: readonly PseudoClass[];
  /** How the compound to the left is found from here. */
  readonly combinator: 'none' | 'descendant' | 'child';
}

export interface Selector {
  /** From right to left. */
  readonly compounds: readonly Compound[];
  /** Classes and pseudo-classes count 1000, tags 1 (Selectors 4 §17, without ids). */
  readonly specificity: number;
}

/** Whether the selector fits the last subject of the path. */
export const matches = (selector: Selector, path: readonly Subject[]): boolean =>
  matchesFrom(selector.compounds, 0, path, path.length - 1);

function matchesFrom(
  compounds: readonly Compound[],
  index: number,
  path: readonly Subject[],
  depth: number,
): boolean {
  const compound = sure(compounds[index], 'compound');
  const subject = path[depth];
  if (subject === undefined || !fits(compound, subject)) return false;
  if (compound.combinator === 'none') return true;
  if (compound.combinator === 'child') return matchesFrom(compounds, index + 1, path, depth - 1);
  for (let ancestor = depth - 1; ancestor >= 0; ancestor -= 1) {
    if (matchesFrom(compounds, index + 1, path, ancestor)) return true;
  }
  return false;
}

function fits(compound: Compound, subject: Subject): boolean {
  return (
    (compound.tag === undefined || compound.tag === subject.tag) &&
    compound.classes.every((name) => subject.classes.includes(name)) &&
    compound.pseudoClasses.every((name) => fitsPseudoClass(name, subject))
  );
}

function fitsPseudoClass(name: PseudoClass, { ordinal, last }: Subject): boolean {
  if (ordinal === 0) return false;
  switch (name) {
    case 'first-child':
      return ordinal === 1;
    case 'last-child':
      return last;
    case 'odd':
      return ordinal % 2 === 1;
    case 'even':
      return ordinal % 2 === 0;
  }
}
