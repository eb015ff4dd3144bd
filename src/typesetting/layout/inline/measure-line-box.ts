/**
 * Takes a line, gives the height and baseline of its line box (CSS 2.2 §10.8, made steady for Japanese).
 *
 * The tallest `line-height` on the line decides alone, so that a smaller or larger word, or a face of the fallback, never
 * moves a line. What would stick out of that (a large word's em box, an object, ruby in a tight line) makes room.
 */

import { type Length, scale, ZERO } from '../../../units.js';
import type { Style } from '../../style/style.js';
import { ABOVE_BASELINE, BELOW_BASELINE } from './em-box.js';
import { MARK_SIZE } from './emphasis-marks.js';
import type { InlineObject } from './inline-object.js';
import type { LineRange } from './line-range.js';
import type { Piece } from './paragraph.js';
import type { Setting } from './setting.js';

export interface LineBox {
  readonly height: Length;
  /** From the line's top. */
  readonly baseline: Length;
}

export function measureLineBox(setting: Setting, { from, to }: LineRange, container: Style): LineBox {
  const pieces = new Set(setting.clusters.slice(from, to).map(({ piece }) => piece));
  let tallest = { style: container, rise: ZERO };
  let height = lineHeight(container);
  for (const { kind, style, rise } of pieces) {
    if (kind !== 'text' || lineHeight(style) <= height) continue;
    tallest = { style, rise };
    height = lineHeight(style);
  }
  const size = tallest.style.fontSize;
  let above = scale(size, ABOVE_BASELINE) + Math.floor((height - size) / 2) + tallest.rise;
  let below = height - above;

  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    above = Math.max(above, emTop(piece));
    below = Math.max(below, scale(piece.style.fontSize, BELOW_BASELINE) - piece.rise);
  }
  above += overLack(setting, pieces, from, to, height);
  below += underLack(pieces, height);
  let loose = ZERO;
  for (let i = from; i < to; i++) {
    const object = setting.objects.get(i);
    const piece = setting.clusters[i]?.piece;
    if (object === undefined || piece === undefined) continue;
    const top = objectTop(object, piece, container);
    if (top === undefined) loose = Math.max(loose, object.height);
    else {
      above = Math.max(above, top);
      below = Math.max(below, object.height - top);
    }
  }
  return { height: Math.max(above + below, loose), baseline: above };
}

export function lineHeight({ lineHeight: value, fontSize }: Style): Length {
  return 'length' in value ? value.length : scale(fontSize, value.factor);
}

/** How far the em box of a piece reaches above the line's baseline. */
export const emTop = ({ style, rise }: Piece): Length => scale(style.fontSize, ABOVE_BASELINE) + rise;

/** How far an object reaches above the baseline; undefined where it hangs from the line's top or stands on its bottom. */
export function objectTop(
  { height, depth }: InlineObject,
  { style, rise }: Piece,
  container: Style,
): Length | undefined {
  switch (style.verticalAlign) {
    case 'baseline':
      return height - depth + rise;
    case 'middle': {
      const middle = scale(container.fontSize, (ABOVE_BASELINE - BELOW_BASELINE) / 2);
      return middle + Math.round(height / 2) + rise;
    }
    default:
      return undefined;
  }
}

/** Ruby and marks stand in the space between lines, as far as there is any: what they lack, the line grows. */
function overLack(
  { readings, clusters }: Setting,
  pieces: ReadonlySet<Piece>,
  from: number,
  to: number,
  height: Length,
): Length {
  let lack = ZERO;
  const ask = (room: Length, base: Length): void => {
    lack = Math.max(lack, room - (height - base));
  };
  for (const { style } of pieces) ask(markRoom(style, 'over'), style.fontSize);
  for (const reading of readings) {
    if (reading.to <= from || reading.from >= to) continue;
    const style = clusters[reading.from]?.piece.style;
    if (style !== undefined) ask(reading.size + markRoom(style, 'over'), style.fontSize);
  }
  return lack;
}

function underLack(pieces: ReadonlySet<Piece>, height: Length): Length {
  let lack = ZERO;
  for (const { style } of pieces) {
    lack = Math.max(lack, markRoom(style, 'under') - (height - style.fontSize));
  }
  return lack;
}

const markRoom = (style: Style, side: Style['textEmphasisPosition']): Length =>
  style.textEmphasisStyle !== 'none' && style.textEmphasisPosition === side
    ? scale(style.fontSize, MARK_SIZE)
    : ZERO;
