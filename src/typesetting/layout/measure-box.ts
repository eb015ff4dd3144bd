/** Takes a box, gives the min-content and max-content widths of its margin box (CSS Sizing 3 §5.1). */

import type { Length } from '../../units.js';
import type { BlockLevelBox } from '../style/box.js';
import type { Style } from '../style/style.js';
import { drawReplaced } from './draw-replaced.js';
import type { FlowContext } from './flow-context.js';
import type { InlineMeasure } from './inline/inline-line.js';
import { measureReadingAid } from './layout-reading-aid.js';
import { measureContent } from './measure-content.js';
import { measureTable } from './table/measure-table.js';
import { insetsOf, resolveMargin } from './used-lengths.js';

export function measureBox(box: BlockLevelBox, context: FlowContext): InlineMeasure {
  const { style } = box;
  // Percentages of a width that is still looked for count as nothing.
  const insets = insetsOf(style, 0);
  const around = insets.left + insets.right;
  const margins = resolveMargin(style.marginLeft, 0) + resolveMargin(style.marginRight, 0);
  if (box.kind === 'table') return widen(measureTable(box, context), margins);
  const stated = statedContentWidth(style, around);
  if (stated !== undefined) return widen({ min: stated, max: stated }, around + margins);
  return widen(measureInside(box, context), around + margins);
}

function measureInside(box: Exclude<BlockLevelBox, { kind: 'table' }>, context: FlowContext): InlineMeasure {
  switch (box.kind) {
    case 'block':
    case 'list-item':
      return measureContent(box, context);
    case 'rule':
      return { min: 0, max: 0 };
    case 'reading-aid': {
      const { characters: held } = box;
      const ask = (characters: typeof held) => measureReadingAid({ ...box, characters });
      const answer = ask(held);
      context.trace?.questions.push({ kind: 'measure-aid', held, ask, answer });
      return answer;
    }
    case 'replaced': {
      const { width } = drawReplaced(box, 0, context);
      return { min: width, max: width };
    }
  }
}

function statedContentWidth(style: Style, around: Length): Length | undefined {
  if (typeof style.width !== 'number') return undefined;
  return style.boxSizing === 'border-box' ? Math.max(style.width - around, 0) : style.width;
}

function widen(measure: InlineMeasure, by: Length): InlineMeasure {
  if (by === 0) return measure;
  const { min, max } = measure;
  return { min: Math.max(min + by, 0), max: Math.max(max + by, 0) };
}
