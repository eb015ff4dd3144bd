/** Takes the collapsed borders of some rows, gives their rules: equal neighbours as one line, thick ones over thin ones. */

import type { Length } from '../../../units.js';
import type { Border } from '../../style/style.js';
import type { Line } from '../block.js';
import { ruleLines } from '../decorate-box.js';
import { type CollapsedBorders, halfWidest } from './collapse-borders.js';

/** Where the grid's lines run: x of each column line, y of each row line. */
export interface GridLines {
  readonly x: readonly Length[];
  readonly y: readonly Length[];
}

interface Run {
  readonly border: Border;
  /** Indexes of the grid lines between which it runs. */
  readonly from: number;
  readonly to: number;
}

/** The rules of the rows from `firstRow` up to, not including, `endRow`. */
export function drawGrid(
  { horizontal, vertical }: CollapsedBorders,
  { x, y }: GridLines,
  firstRow: number,
  endRow: number,
): readonly Line[] {
  const lines: Line[] = [];
  for (let line = firstRow; line <= endRow; line += 1) {
    for (const { border, from, to } of runsOf(horizontal[line] ?? [])) {
      // Corners are filled by the horizontal rules: they reach to the far side of the vertical ones.
      const beside = (column: number) => halfWidest([vertical[line - 1]?.[column], vertical[line]?.[column]]);
      const left = (x[from] ?? 0) - beside(from);
      const right = (x[to] ?? 0) + beside(to);
      lines.push(...ruleLines(border, left, y[line] ?? 0, right - left, 0));
    }
  }
  for (const [column, left] of x.entries()) {
    const borders = vertical.slice(firstRow, endRow).map((row) => row[column]);
    for (const { border, from, to } of runsOf(borders)) {
      const top = y[firstRow + from] ?? 0;
      lines.push(...ruleLines(border, left, top, 0, (y[firstRow + to] ?? 0) - top));
    }
  }
  return lines.toSorted((a, b) => a.width - b.width);
}

function runsOf(borders: readonly (Border | undefined)[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, border] of borders.entries()) {
    if (border === undefined || border.width === 0) continue;
    const last = runs.at(-1);
    if (last?.to === index && isSame(last.border, border)) {
      runs[runs.length - 1] = { ...last, to: index + 1 };
    } else {
      runs.push({ border, from: index, to: index + 1 });
    }
  }
  return runs;
}

function isSame(a: Border, b: Border): boolean {
  return a.width === b.width && a.style === b.style && a.color === b.color;
}
