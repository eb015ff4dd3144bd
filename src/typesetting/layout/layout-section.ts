/** Takes a section's boxes and the width of the text area, gives one tall strip with the places where it may be cut. */

import { ProblemError } from '../../problem.js';
import type { Length } from '../../units.js';
import type { SectionBox } from '../style/box.js';
import type { Block } from './block.js';
import { extentOf } from './collapse-margins.js';
import { flattenFragment } from './flatten-fragment.js';
import { createFlowContext } from './layout-box.js';
import type { LayoutContext } from './layout-context.js';

/** @throws ProblemError with everything in the section that does not fit its width or a stated height. */
export function layoutSection({ root, roles }: SectionBox, width: Length, context: LayoutContext): Block {
  const flow = createFlowContext(context).layoutBox(root, width, false);
  const { problems, ...content } = flattenFragment(flow.fragment, flow.x, roles);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemError(errors);
  return {
    ...content,
    width,
    roles,
    breakBefore: flow.breakBefore,
    breakAfter: flow.breakAfter,
    marginTop: extentOf(flow.top),
    marginBottom: flow.through ? 0 : extentOf(flow.bottom),
    place: root.place,
    ...(problems.length > 0 ? { notices: problems } : {}),
  };
}
