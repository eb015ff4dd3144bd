/**
 * Takes an absolute box, gives it laid out as a block of its own with its distances from the page's edges (CSS 2.2 §10.3.7,
 * §10.6.4; the containing block is the page, whose size layout does not know: percentages are refused).
 */

import type { Length } from '../../units.js';
import type { BlockLevelBox } from '../style/box.js';
import type { LengthPercentage, Style } from '../style/style.js';
import type { Absolute } from './block.js';
import type { FlowContext } from './flow-context.js';
import type { Part } from './fragment.js';
import { cannotLayOut } from './misfits.js';
import { insetsOf, statedWidth } from './used-lengths.js';

/** `available` bounds a box without a stated width: it is as wide as its content, up to that. */
export function layoutAbsolute(
  box: BlockLevelBox,
  available: Length,
  y: Length,
  context: FlowContext,
): readonly Part[] {
  const { style, place } = box;
  const horizontal = distance(style.left, style.marginLeft, style.right, style.marginRight);
  const vertical = distance(style.top, style.marginTop, style.bottom, style.marginBottom);
  if (!horizontal || !vertical || hasPercentage(style) || isStretched(style)) {
    return [{ kind: 'problem', problem: unplaceable(place) }];
  }
  const width =
    statedWidth(style, available, insetsOf(style, available)) ?? fitContent(box, available, context);
  const { fragment } = context.layoutBox(withoutPosition(box, width), width, true);
  return [
    {
      kind: 'absolute',
      y,
      fragment: { ...fragment, breakInside: 'whole' },
      horizontal: { from: horizontal.near ? 'left' : 'right', distance: horizontal.distance },
      vertical: { from: vertical.near ? 'top' : 'bottom', distance: vertical.distance },
      place,
    },
  ];
}

/** Where both edges are stated the near one counts (§10.3.7 for a box of stated width). */
function distance(
  near: Style['top'],
  nearMargin: Style['marginTop'],
  far: Style['top'],
  farMargin: Style['marginTop'],
): { readonly near: boolean; readonly distance: Absolute['vertical']['distance'] } | undefined {
  if (typeof near === 'number') return { near: true, distance: near + lengthOf(nearMargin) };
  return typeof far === 'number' ? { near: false, distance: far + lengthOf(farMargin) } : undefined;
}

const lengthOf = (value: LengthPercentage | 'auto'): Length => (typeof value === 'number' ? value : 0);

function hasPercentage(style: Style): boolean {
  return [
    ...[style.top, style.right, style.bottom, style.left, style.width, style.height],
    ...[style.marginTop, style.marginRight, style.marginBottom, style.marginLeft],
    ...[style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft],
  ].some((value) => typeof value === 'object');
}

function isStretched({ top, right, bottom, left, width, height }: Style): boolean {
  return (
    (left !== 'auto' && right !== 'auto' && width === 'auto') ||
    (top !== 'auto' && bottom !== 'auto' && height === 'auto')
  );
}

function fitContent(box: BlockLevelBox, available: Length, context: FlowContext): Length {
  const { min, max } = context.measureBox(withoutMargins(box));
  return Math.max(min, Math.min(max, available));
}

function withoutMargins(box: BlockLevelBox): BlockLevelBox {
  const none = { marginTop: 0, marginRight: 0, marginBottom: 0, marginLeft: 0, position: 'static' } as const;
  return { ...box, style: { ...box.style, ...none } };
}

function withoutPosition(box: BlockLevelBox, width: Length): BlockLevelBox {
  const { style, ...rest } = withoutMargins(box);
  // A drawing keeps its own sizes: its ratio may follow from its height.
  return rest.kind === 'replaced'
    ? { ...rest, style }
    : { ...rest, style: { ...style, width: borderBoxWidth(style, width) } };
}

function borderBoxWidth(style: Style, width: Length): Length {
  if (style.boxSizing === 'border-box') return width;
  const insets = insetsOf(style, width);
  return width - insets.left - insets.right;
}

function unplaceable(place: BlockLevelBox['place']) {
  return cannotLayOut(
    'layout/absolute',
    [
      '位置を決めて置く枠（position: absolute）の置き場所が決まりません。',
      'top か bottom、left か right を mm などの長さで指定し、両端を指定するときは width・height も指定してください。% は使えません。',
    ],
    [
      'The place of a box with position: absolute is not settled.',
      'State top or bottom, left or right as lengths (no percentages); where both edges are given, also width or height.',
    ],
    place,
  );
}
