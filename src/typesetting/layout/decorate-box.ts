/** Takes a border box's style and size, gives its background and borders as items (CSS Backgrounds 3 §2–§5). */

import { type Length, scale } from '../../units.js';
import type { Border, Style } from '../style/style.js';
import { ARTIFACT, type Fill, type Frame, type Item, type Line } from './block.js';

type Side = 'top' | 'right' | 'bottom' | 'left';

export function decorateBox(style: Style, width: Length, height: Length): readonly Item[] {
  const items: Item[] = [];
  if (style.backgroundColor !== 'transparent' && width > 0 && height > 0) {
    items.push(fill(style.backgroundColor, 0, 0, width, height, style.borderRadius));
  }
  if (style.borderRadius > 0 && style.borderTop.width > 0 && hasUniformBorder(style)) {
    items.push(frame(style.borderTop, width, height, style.borderRadius));
    return items;
  }
  items.push(...edge(style.borderTop, 'top', width, height));
  items.push(...edge(style.borderRight, 'right', width, height));
  items.push(...edge(style.borderBottom, 'bottom', width, height));
  items.push(...edge(style.borderLeft, 'left', width, height));
  return items;
}

/** A corner is rounded only where the four borders are one solid line or there is none: nothing else can follow the curve. */
export function canRound(style: Style): boolean {
  return style.borderRadius === 0 || hasUniformBorder(style);
}

function hasUniformBorder({ borderTop, borderRight, borderBottom, borderLeft }: Style): boolean {
  const same = [borderRight, borderBottom, borderLeft].every(
    ({ width, style, color }) =>
      width === borderTop.width && (width === 0 || (style === borderTop.style && color === borderTop.color)),
  );
  return same && (borderTop.width === 0 || borderTop.style === 'solid');
}

export function fill(
  color: Fill['color'],
  x: Length,
  y: Length,
  width: Length,
  height: Length,
  radius: Length = 0,
): Fill {
  return { kind: 'fill', role: ARTIFACT, color, x, y, width, height, radius };
}

function frame(border: Border, width: Length, height: Length, radius: Length): Frame {
  const half = Math.round(border.width / 2);
  return {
    kind: 'frame',
    role: ARTIFACT,
    color: border.color,
    x: half,
    y: half,
    width: width - border.width,
    height: height - border.width,
    stroke: border.width,
    radius: Math.max(radius - half, 0),
  };
}

function edge(border: Border, side: Side, width: Length, height: Length): readonly Line[] {
  const middle = Math.round(border.width / 2);
  switch (side) {
    case 'top':
      return ruleLines(border, 0, middle, width, 0);
    case 'right':
      return ruleLines(border, width - middle, 0, 0, height);
    case 'bottom':
      return ruleLines(border, 0, height - middle, width, 0);
    case 'left':
      return ruleLines(border, middle, 0, 0, height);
  }
}

/** A border as lines centred on (x, y)–(x + dx, y + dy): one, or the two thin ones of a double border. */
export function ruleLines(border: Border, x: Length, y: Length, dx: Length, dy: Length): readonly Line[] {
  if (border.style === 'none' || border.width === 0) return [];
  const line = { kind: 'line', role: ARTIFACT, color: border.color, dx, dy } as const;
  if (border.style !== 'double') return [{ ...line, x, y, width: border.width, dash: border.style }];
  const third = scale(border.width, 1 / 3);
  const [aside, down] = dx === 0 ? [third, 0] : [0, third];
  return [
    { ...line, x: x - aside, y: y - down, width: third, dash: 'solid' },
    { ...line, x: x + aside, y: y + down, width: third, dash: 'solid' },
  ];
}
