/** Takes a rectangle with rounded corners and open sides, gives the operators of its path (ISO 32000-1 §8.5.2). */

import type { OpenSides } from '../layout/block.js';
import { type Milli, operand } from './operands.js';

/** From the page's lower left. */
export interface Rectangle {
  readonly left: Milli;
  readonly bottom: Milli;
  readonly right: Milli;
  readonly top: Milli;
}

/** Where the control points of a quarter circle stand, from the tangent point towards the corner. */
const CIRCLE = 0.5522847498;

/** A closed path, to be filled. At an open side corners are square. */
export function boxPath(box: Rectangle, radius: Milli, open: OpenSides | undefined): string {
  const round = fitting(box, radius);
  const top = open === 'top' || open === 'both' ? 0 : round;
  const bottom = open === 'bottom' || open === 'both' ? 0 : round;
  if (top === 0 && bottom === 0) {
    return `${pair(box.left, box.bottom)} ${pair(box.right - box.left, box.top - box.bottom)} re`;
  }
  return `${rightHalf(box, bottom, top, `${pair(middle(box), box.bottom)} m`)}\n${leftHalf(box, top, bottom)}\nh`;
}

/** A path to be stroked. An open side has no edge, so the path is open too. */
export function framePath(box: Rectangle, radius: Milli, open: OpenSides | undefined): string {
  if (open === undefined) return boxPath(box, radius, undefined);
  const round = fitting(box, radius);
  if (open === 'both') {
    return [
      `${pair(box.left, box.bottom)} m ${pair(box.left, box.top)} l`,
      `${pair(box.right, box.bottom)} m ${pair(box.right, box.top)} l`,
    ].join('\n');
  }
  // Down one side, across, and up the other.
  const [edge, end, inward] = open === 'top' ? [box.bottom, box.top, 1] : [box.top, box.bottom, -1];
  return [
    `${pair(box.left, end)} m ${pair(box.left, edge + inward * round)} l`,
    corner(box.left, edge + inward * round, box.left + round, edge, 'vertical'),
    `${pair(box.right - round, edge)} l`,
    corner(box.right - round, edge, box.right, edge + inward * round, 'horizontal'),
    `${pair(box.right, end)} l`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function rightHalf(box: Rectangle, bottom: Milli, top: Milli, start: string): string {
  return [
    start,
    `${pair(box.right - bottom, box.bottom)} l`,
    corner(box.right - bottom, box.bottom, box.right, box.bottom + bottom, 'horizontal'),
    `${pair(box.right, box.top - top)} l`,
    corner(box.right, box.top - top, box.right - top, box.top, 'vertical'),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function leftHalf(box: Rectangle, top: Milli, bottom: Milli): string {
  return [
    `${pair(box.left + top, box.top)} l`,
    corner(box.left + top, box.top, box.left, box.top - top, 'horizontal'),
    `${pair(box.left, box.bottom + bottom)} l`,
    corner(box.left, box.bottom + bottom, box.left + bottom, box.bottom, 'vertical'),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A quarter circle that leaves its start in the direction given. */
function corner(x: Milli, y: Milli, toX: Milli, toY: Milli, leaving: 'horizontal' | 'vertical'): string {
  if (x === toX || y === toY) return '';
  const along = (from: Milli, to: Milli): Milli => Math.round(from + (to - from) * CIRCLE);
  const [first, second] =
    leaving === 'horizontal'
      ? [pair(along(x, toX), y), pair(toX, along(toY, y))]
      : [pair(x, along(y, toY)), pair(along(toX, x), toY)];
  return `${first} ${second} ${pair(toX, toY)} c`;
}

const fitting = (box: Rectangle, radius: Milli): Milli =>
  Math.min(radius, Math.floor((box.right - box.left) / 2), Math.floor((box.top - box.bottom) / 2));

const middle = (box: Rectangle): Milli => Math.round((box.left + box.right) / 2);

const pair = (x: Milli, y: Milli): string => `${operand(x)} ${operand(y)}`;
