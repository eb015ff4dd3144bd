/** Takes a placed block, gives the operators that paint it, and what they name. */

import { sure } from '../../problem.js';
import type { PlacedBlock } from '../layout/page.js';
import { decorationsOf, linesOf } from '../layout/slice.js';
import type { BaseSubset } from './encoded-page.js';
import type { PaintMemory } from './paint-memory.js';
import { mergeSteps, type PaintedPart, type PaintedStep, type Painting } from './painting.js';
import { PartPainter } from './part-painter.js';
import type { PartSurroundings } from './part-surroundings.js';
import { facesOf } from './used.js';

export function paintPart(
  placed: PlacedBlock,
  surroundings: PartSurroundings,
  base: BaseSubset,
  memory: PaintMemory,
): Painting {
  const painter = new PartPainter(placed, surroundings, base, memory);
  const lines = linesOf(placed);
  const steps = [painter.step(() => painter.paintDecorations(decorationsOf(placed)))];
  for (const line of lines) steps.push(painter.step(() => painter.paintLine(line)));
  return { ...finish(painter, base), lines, steps };
}

/**
 * `like` is a block of the same decorations, with the same lines but for some, as it was painted at the same spot: the operators
 * of what is the same are taken over. What comes out is what `paintPart` gives.
 */
export function repaintPart(
  placed: PlacedBlock,
  surroundings: PartSurroundings,
  base: BaseSubset,
  memory: PaintMemory,
  like: Painting,
): PaintedPart {
  const painter = new PartPainter(placed, surroundings, base, memory);
  const lines = linesOf(placed);
  const isKnown = (step: number): boolean =>
    step === 0 || (lines[step - 1]?.content === like.lines[step - 1]?.content && !like.steps[step]?.goesOn);
  const stretch = (from: number, to: number): PaintedStep =>
    memory.stretches(like, `${from} ${to}`, () => mergeSteps(like.steps.slice(from, to)));
  let step = 0;
  while (step < like.steps.length) {
    let end = step;
    while (end < like.steps.length && isKnown(end)) end += 1;
    if (end > step && painter.repeat(stretch(step, end))) step = end;
    else {
      if (step === 0) painter.paintDecorations(decorationsOf(placed));
      else painter.paintLine(sure(lines[step - 1], 'line of a step'));
      step += 1;
    }
  }
  return finish(painter, base);
}

function finish(painter: PartPainter, base: BaseSubset): PaintedPart {
  const used = painter.used();
  return { operators: painter.end(), faces: facesOf(used, base), images: used.images, marks: painter.marks };
}
