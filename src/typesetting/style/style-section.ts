/** Takes a section's tree and the styles of a sheet, gives the section's boxes with every property computed (CSS Display 3, CSS 2.2 §9.2). */

import type { Element } from '../markup/element.js';
import type { SectionBox } from './box.js';
import { buildBlock } from './build-content.js';
import type { ElementStyles } from './element-style.js';
import { ElementWalk, type Leaf } from './element-walk.js';
import { NO_ROLE } from './role-tree.js';
import { settleRoles } from './settle-roles.js';

export interface StyledSection extends SectionBox {
  readonly leaves: readonly Leaf[];
}

/** Throws ProblemError where a value cannot be computed or has no effect, with the place in the markup or the style sheet. */
export function styleSection(section: Element, styles: ElementStyles): StyledSection {
  const walk = new ElementWalk(styles);
  const computed = walk.start(section);
  const role = walk.roles.open(section, NO_ROLE);
  const root = buildBlock({ element: section, computed, role }, walk);
  return { root, roles: settleRoles(walk.roles.nodes), leaves: walk.leaves };
}
