/** Lines for tests, set in the face without a file, and what is to be seen of them. */

import type { GlyphRun, Item } from '../../../../src/typesetting/layout/block.js';
import type { InlineLine } from '../../../../src/typesetting/layout/inline/inline-line.js';
import { layoutInline } from '../../../../src/typesetting/layout/inline/layout-inline.js';
import type { InlineLevelBox } from '../../../../src/typesetting/style/box.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { fixedContext } from './fixed-face.js';
import { EM, styled, text } from './inline-boxes.js';

const isRun = (item: Item): item is GlyphRun => item.kind === 'glyphs';
export const runsOf = (line: InlineLine): readonly GlyphRun[] => line.items.filter(isRun);
export const textOf = (line: InlineLine): string =>
  runsOf(line)
    .flatMap(({ cids }) => cids.map((cid) => String.fromCodePoint(cid)))
    .join('');
/** Where each glyph begins, in em. */
export const placesOf = (line: InlineLine): readonly number[] =>
  runsOf(line).flatMap(({ x, offsets }) => offsets.map((offset) => (x + offset) / EM));

export const lay = (
  content: string | readonly InlineLevelBox[],
  em: number,
  changes: Partial<Style> = {},
) => {
  const style = styled(changes);
  const boxes = typeof content === 'string' ? [text(content, style)] : content;
  return layoutInline(boxes, style, Math.round(em * EM), fixedContext());
};
