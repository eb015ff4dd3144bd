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
  const content = contentOf(container);
  if ('blocks' in content) return stackBlocks(content.blocks, width, open, context);
  const { inlines: held } = content;
  const ask = (inlines: typeof held) => stackLines(inlines, container.style, width, context);
  const answer = ask(held);
  context.trace?.questions.push({ kind: 'lines', held, ask, answer });
  return answer;
}
