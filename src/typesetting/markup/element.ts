/** The HTML subset as a tree, every node with its place in the source. */

import type { SourcePlace } from '../../problem.js';

export interface Element {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly place: SourcePlace;
}

export interface Text {
  readonly kind: 'text';
  /** Character references resolved; white space as written. */
  readonly text: string;
  readonly place: SourcePlace;
}

export type Node = Element | Text;

/** One `<section>…</section>` of the body, still as text: the unit of reuse, since selectors cannot see across sections. */
export interface SectionSource {
  readonly html: string;
  /** Where the section's first character stands in the whole source. */
  readonly place: SourcePlace;
}
