/** Takes the content of a box, gives it stacked: blocks below blocks, or lines below lines. */

import type { Length } from '../../units.js';
import type { BlockLevelBox, InlineLevelBox } from '../style/box.js';
import type { Style } from '../style/style.js';
import type { FlowContext } from './flow-context.js';
import type { Stack } from './fragment.js';
import { type OpenEdges, stackBlocks } from './stack-blocks.js';
import { stackLines } from './stack-lines.js';

/** A block, list item or table cell. */
export interface Container {
  readonly style: Style;
  readonly content: 'blocks' | 'inlines';
  readonly children: readonly BlockLevelBox[] | readonly InlineLevelBox[];
}

/** What `content` says about `children`, as the type of the children. */
export type Content =
  | { readonly blocks: readonly BlockLevelBox[] }
  | { readonly inlines: readonly InlineLevelBox[] };

export function contentOf({ content, children }: Container): Content {
  return content === 'blocks'
    ? { blocks: children as readonly BlockLevelBox[] }
    : { inlines: children as readonly InlineLevelBox[] };
}

export function stackContent(
  container: Container,
  width: Length,
  open: OpenEdges,
  context: FlowContext,
): Stack {
  const content = contentOf(container);
  return 'blocks' in content
    ? stackBlocks(content.blocks, width, open, context)
    : stackLines(content.inlines, container.style, width, context);
}
