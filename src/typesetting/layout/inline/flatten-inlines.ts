/** Takes the inline-level boxes of a block container, gives its paragraph (CSS Inline 3 §2, one inline formatting context). */

import { type Length, scale, ZERO } from '../../../units.js';
import type { InlineBox, InlineLevelBox, RubyBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import { ABOVE_BASELINE, BELOW_BASELINE } from './em-box.js';
import { OBJECT_CHARACTER, type Paragraph, type Piece } from './paragraph.js';

/** What a box takes over from the boxes around it. */
interface Surroundings {
  readonly style: Style;
  readonly rise: Length;
  readonly nowrap: number;
  readonly enclosing: readonly InlineBox[];
}

export function flattenInlines(content: readonly InlineLevelBox[], container: Style): Paragraph {
  const pieces: Piece[] = [];
  const readings: RubyBox['pairs'][number]['reading'][] = [];
  let text = '';
  let nowrapBoxes = container.whiteSpace === 'nowrap' ? 1 : 0;

  const append = (
    added: string,
    kind: Piece['kind'],
    box: InlineLevelBox,
    around: Surroundings,
    extra: Pick<Piece, 'object' | 'reading'> = {},
  ): void => {
    if (added === '') return;
    pieces.push({
      kind,
      start: text.length,
      end: text.length + added.length,
      style: box.style,
      role: box.role,
      place: box.place,
      rise: around.rise,
      nowrap: around.nowrap,
      enclosing: around.enclosing,
      ...extra,
    });
    text += added;
  };

  const enter = (box: InlineBox, around: Surroundings): Surroundings => {
    const traced = box.href !== undefined || box.style.backgroundColor !== 'transparent';
    const opensNowrap = around.nowrap === 0 && box.style.whiteSpace === 'nowrap';
    if (opensNowrap) nowrapBoxes++;
    return {
      style: box.style,
      rise: around.rise + riseIn(box.style, around.style),
      nowrap: opensNowrap ? nowrapBoxes : around.nowrap,
      enclosing: traced ? [...around.enclosing, box] : around.enclosing,
    };
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
          walk(box.children, enter(box, around));
          break;
        case 'ruby':
          for (const { base, reading } of box.pairs) {
            append(base.text, 'text', base, around, reading.text === '' ? {} : { reading: readings.length });
            if (reading.text !== '' && base.text !== '') readings.push(reading);
          }
          break;
      }
    }
  };

  walk(content, { style: container, rise: ZERO, nowrap: nowrapBoxes, enclosing: [] });
  return { text, pieces, readings };
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
