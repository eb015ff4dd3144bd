/** A box that holds blocks or lines, and which of the two it holds. */

import type { BlockLevelBox, InlineLevelBox } from '../style/box.js';
import type { Style } from '../style/style.js';

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
