/** Takes custom properties that are lengths, gives what a style sheet would say that ends with giving them to every section. */

import type { SourcePlace } from '../../problem.js';
import type { Selector } from './selector.js';
import type { StatedSheet } from './stated-sheet.js';

/** What whoever uses a style sheet fills into it. That they are lengths says that no choice of a font depends on them. */
export type SectionLengths = Readonly<Record<`--${string}`, `${number}${'mm' | 'pt'}`>>;

const SECTION: Selector = {
  compounds: [{ tag: 'section', classes: [], pseudoClasses: [], combinator: 'none' }],
  specificity: 1,
};

/** `css` ends where they begin. */
export function lengthsOfSections(lengths: SectionLengths, css: string, file: string): StatedSheet {
  const place: SourcePlace = { kind: 'source', file, line: css.split('\n').length + 1, column: 1 };
  const declarations = Object.entries(lengths).map(
    ([name, text]) => ({ kind: 'custom', name, text, place }) as const,
  );
  const rules = declarations.length === 0 ? [] : [{ selectors: [SECTION], declarations }];
  return { rules, root: [], pages: [], problems: [] };
}
