/** Takes a style and the width of the containing block, gives used lengths: insets, widths, margins (CSS 2.2 §8, §10.3). */

import { type Length, scale } from '../../units.js';
import type { LengthPercentage, Style } from '../style/style.js';

export interface Edges {
  readonly top: Length;
  readonly right: Length;
  readonly bottom: Length;
  readonly left: Length;
}

/** Where a box stands across its containing block. */
export interface Across {
  /** Left edge of the border box. */
  readonly x: Length;
  /** Of the border box. */
  readonly width: Length;
}

export function resolve(value: LengthPercentage, whole: Length): Length {
  return typeof value === 'number' ? value : scale(whole, value.percent / 100);
}

export function resolveMargin(value: LengthPercentage | 'auto', whole: Length): Length {
  return value === 'auto' ? 0 : resolve(value, whole);
}

export const paddingsOf = (style: Style, containing: Length): Edges => ({
  top: resolve(style.paddingTop, containing),
  right: resolve(style.paddingRight, containing),
  bottom: resolve(style.paddingBottom, containing),
  left: resolve(style.paddingLeft, containing),
});

/** Padding and border of each side. */
export function insetsOf(style: Style, containing: Length): Edges {
  const { top, right, bottom, left } = paddingsOf(style, containing);
  return {
    top: top + style.borderTop.width,
    right: right + style.borderRight.width,
    bottom: bottom + style.borderBottom.width,
    left: left + style.borderLeft.width,
  };
}

/** The border box's width where the style states one. */
export function statedWidth(style: Style, containing: Length, insets: Edges): Length | undefined {
  if (style.width === 'auto') return undefined;
  const stated = resolve(style.width, containing);
  const around = insets.left + insets.right;
  return style.boxSizing === 'border-box' ? Math.max(stated, around) : stated + around;
}

/** The content box's height where the style states one. A percentage is `auto`: no box knows its height beforehand. */
export function statedHeight(style: Style, insets: Edges): Length | undefined {
  return typeof style.height === 'number' ? contentHeight(style.height, style, insets) : undefined;
}

export function minimumHeight(style: Style, insets: Edges): Length {
  return style.minHeight === 0 ? 0 : contentHeight(style.minHeight, style, insets);
}

function contentHeight(height: Length, style: Style, insets: Edges): Length {
  return style.boxSizing === 'border-box' ? Math.max(height - insets.top - insets.bottom, 0) : height;
}

/** A block that fills its containing block unless it states a width. */
export function acrossBlock(style: Style, containing: Length, insets: Edges): Across {
  const stated = statedWidth(style, containing, insets);
  if (stated !== undefined) return acrossStated(style, containing, stated);
  const x = resolveMargin(style.marginLeft, containing);
  const room = containing - x - resolveMargin(style.marginRight, containing);
  return { x, width: Math.max(room, insets.left + insets.right) };
}

/** A box of known width: margins that are `auto` share what is left. */
export function acrossStated(style: Style, containing: Length, width: Length): Across {
  const { marginLeft, marginRight } = style;
  if (marginLeft !== 'auto') return { x: resolve(marginLeft, containing), width };
  const rest = Math.max(containing - width - resolveMargin(marginRight, containing), 0);
  return { x: marginRight === 'auto' ? Math.floor(rest / 2) : rest, width };
}
