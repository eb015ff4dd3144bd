/** Takes the inline-level boxes of a block container, gives its paragraph (CSS Inline 3 §2, one inline formatting context). */

import { type Length, scale, ZERO } from '../../../units.js';
import type { InlineBox, InlineLevelBox, RubyBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import { insetsOf, resolveMargin } from '../used-lengths.js';
import { ABOVE_BASELINE, BELOW_BASELINE } from './em-box.js';
import { type InlineEdge, OBJECT_CHARACTER, type Paragraph, type Piece, type Reading } from './paragraph.js';

/** What a box takes over from the boxes around it. */
interface Surroundings {
  readonly style: Style;
  readonly rise: Length;
  readonly nowrap: number;
  readonly enclosing: readonly InlineBox[];
}

/** A piece still to be closed by the boxes that end with it. */
type OpenPiece = Piece & { readonly closing: InlineEdge[] };

/** `available`: percentages of margins and paddings are parts of it. */
export function flattenInlines(
  content: readonly InlineLevelBox[],
  container: Style,
  available: Length,
): Paragraph {
  const pieces: OpenPiece[] = [];
  const readings: Reading[] = [];
  let compounds = 0;
  let text = '';
  let opening: InlineEdge[] = [];
  let nowrapBoxes = container.whiteSpace === 'nowrap' ? 1 : 0;

  const append = (
    added: string,
    kind: Piece['kind'],
    box: InlineLevelBox,
    around: Surroundings,
    extra: Pick<Piece, 'object' | 'reading'> = {},
  ): void => {
    if (added === '') return;
    const { rise, nowrap, enclosing } = around;
    const { style, role, place } = box;
    const start = text.length;
    text += added;
    const end = text.length;
    pieces.push({
      kind,
      start,
      end,
      style,
      role,
      place,
      rise,
      nowrap,
      enclosing,
      opening,
      closing: [],
      ...extra,
    });
    opening = [];
  };

  const walkInline = (box: InlineBox, around: Surroundings): void => {
    const { style } = box;
    const insets = insetsOf(style, available);
    const opensNowrap = around.nowrap === 0 && style.whiteSpace === 'nowrap';
    if (opensNowrap) nowrapBoxes++;
    const before = pieces.length;
    opening.push({ box, margin: resolveMargin(style.marginLeft, available), inset: insets.left });
    walk(box.children, {
      style,
      rise: around.rise + riseIn(style, around.style),
      nowrap: opensNowrap ? nowrapBoxes : around.nowrap,
      enclosing: leavesTrace(box) ? [...around.enclosing, box] : around.enclosing,
    });
    // Style drops boxes that hold nothing, so that a box always has a piece to end with.
    const edge = { box, margin: resolveMargin(style.marginRight, available), inset: insets.right };
    if (pieces.length > before) pieces.at(-1)?.closing.push(edge);
    else opening.pop();
  };

  const walkRuby = ({ pairs, style }: RubyBox, around: Surroundings): void => {
    if (style.rubyMerge === 'merge') {
      const boxes = pairs.flatMap(({ reading }) => (reading.text === '' ? [] : [reading]));
      const extra = boxes.length > 0 ? { reading: readings.length } : {};
      for (const { base } of pairs) append(base.text, 'text', base, around, extra);
      if (boxes.length > 0) readings.push({ boxes });
      return;
    }
    const compound = style.rubyMerge === 'auto' ? { compound: compounds++ } : {};
    for (const { base, reading } of pairs) {
      const read = base.text !== '' && reading.text !== '';
      append(base.text, 'text', base, around, read ? { reading: readings.length } : {});
      if (read) readings.push({ boxes: [reading], ...compound });
    }
  };

  const walk = (boxes: readonly InlineLevelBox[], around: Surroundings): void => {
    for (const box of boxes) {
      switch (box.kind) {
        case 'text':
          append(box.text, 'text', box, around);
          break;
        case 'break':
          append('\n', 'break', box, around);
          break;
        case 'replaced':
          append(OBJECT_CHARACTER, 'object', box, around, { object: box });
          break;
        case 'inline':
          walkInline(box, around);
          break;
        case 'ruby':
          walkRuby(box, around);
          break;
      }
    }
  };

  walk(content, { style: container, rise: ZERO, nowrap: nowrapBoxes, enclosing: [] });
  return { text, pieces, readings };
}

function leavesTrace({ href, style }: InlineBox): boolean {
  const borders = [style.borderTop, style.borderRight, style.borderBottom, style.borderLeft];
  return (
    href !== undefined || style.backgroundColor !== 'transparent' || borders.some(({ width }) => width > 0)
  );
}

/** `vertical-align` of text, between em boxes: Japanese type has no x-height to speak of. */
function riseIn(style: Style, parent: Style): Length {
  const difference = parent.fontSize - style.fontSize;
  switch (style.verticalAlign) {
    case 'baseline':
      return ZERO;
    case 'top':
      return scale(difference, ABOVE_BASELINE);
    case 'bottom':
      return -scale(difference, BELOW_BASELINE);
    case 'middle':
      return scale(difference, (ABOVE_BASELINE - BELOW_BASELINE) / 2);
  }
}
