/** The operators that open an artifact: what is on the page and says nothing (ISO 32000-1 §14.8.2.2). */

import type { Length } from '../../units.js';
import type { Fill } from '../layout/block.js';
import { boundsOf } from './item-bounds.js';
import { milli, operand } from './operands.js';
import type { Origin } from './paint-shapes.js';

export const artifact = (properties: string): string => `/Artifact <<${properties}>> BDC`;

/** Kinds of artifact: ISO 32000-1 §14.8.2.2.2. The head of a table is on each page anew, and stands in no margin. */
export const PAGINATION = {
  top: '/Type /Pagination /Subtype /Header /Attached [/Top]',
  bottom: '/Type /Pagination /Subtype /Footer /Attached [/Bottom]',
  none: '/Type /Pagination',
} as const;

export function background(fill: Fill, origin: Origin): string {
  const { left, top, right, bottom } = boundsOf(fill, origin);
  const up = (y: Length): string => operand(milli(origin.pageHeight - y));
  return `/Type /Background /BBox [${operand(milli(left))} ${up(bottom)} ${operand(milli(right))} ${up(top)}]`;
}
