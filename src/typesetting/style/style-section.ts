/** Takes a section's tree and a style sheet, gives the section's boxes with every property computed (CSS Display 3, CSS 2.2 §9.2). */

import type { Element } from '../markup/element.js';
import type { SectionBox } from './box.js';
import { BoxBuilder } from './build-boxes.js';
import type { Stylesheet } from './stylesheet.js';

/** Throws ProblemError where a value cannot be computed or a box cannot be made, with the place in the markup or the style sheet. */
export function styleSection(section: Element, sheet: Stylesheet): SectionBox {
  return new BoxBuilder(sheet).build(section);
}
