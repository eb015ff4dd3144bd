/** What painting a placed block gives, and the steps in which it was painted. */

import { sure } from '../../problem.js';
import type { PlacedLine } from '../layout/block.js';
import type { GraphicsState } from './content-writer.js';
import type { FaceUse, ImageUse, PartMark } from './encoded-page.js';
import { mergeUsed, type Used } from './used.js';

export interface PaintedPart {
  /** Nothing at all where nothing was painted. The stream gives back the graphics state as it found it. */
  readonly operators: string;
  readonly faces: readonly FaceUse[];
  readonly images: readonly ImageUse[];
  readonly marks: readonly PartMark[];
}

/** A part with the steps in which it was painted: the decorations, then one line after the other. */
export interface Painting extends PaintedPart {
  readonly lines: readonly PlacedLine[];
  readonly steps: readonly PaintedStep[];
}

/** The operators of a step hold good where it is painted from the same state, after as many marks. */
export interface PaintedStep {
  readonly from: GraphicsState;
  readonly marksBefore: number;
  readonly operators: string;
  readonly to: GraphicsState;
  readonly marks: readonly PartMark[];
  /** Whether it goes on with the figure before it, whose mark then says where both are drawn. */
  readonly goesOn: boolean;
  readonly used: Used;
}

/** Steps that came one after the other, none of which goes on with a figure, as one. */
export function mergeSteps(steps: readonly PaintedStep[]): PaintedStep {
  const operators = steps.map((step) => step.operators).filter((each) => each !== '');
  return {
    ...sure(steps[0], 'first step'),
    operators: operators.join('\n'),
    to: sure(steps.at(-1), 'last step').to,
    marks: steps.flatMap(({ marks }) => marks),
    used: mergeUsed(steps.map(({ used }) => used)),
  };
}
