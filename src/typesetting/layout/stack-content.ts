/** Takes the content of a box, gives it stacked: blocks below blocks, or lines below lines. */

import type { Length } from '../../units.js';
import { type Container, contentOf } from './container.js';
import type { FlowContext } from './flow-context.js';
import type { Stack } from './fragment.js';
import { type OpenEdges, stackBlocks } from './stack-blocks.js';
import { stackLines } from './stack-lines.js';

export function stackContent(
  container: Container,
  width: Length,
  open: OpenEdges,
  context: FlowContext,
): Stack {
  return context.memory.stacks(container, `${width} ${open.top} ${open.bottom}`, () => {
    const content = contentOf(container);
    return 'blocks' in content
      ? stackBlocks(content.blocks, width, open, context)
      : stackLines(content.inlines, container.style, width, context);
  });
}
