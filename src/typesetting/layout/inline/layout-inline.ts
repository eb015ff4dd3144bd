/** Takes the inline content of one block container and the width at hand, gives its lines (CSS Inline 3, JLREQ §3). */

import { type Problem, ProblemError } from '../../../problem.js';
import { type Length, ZERO } from '../../../units.js';
import type { InlineLevelBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import type { LayoutContext } from '../layout-context.js';
import { widerThanContainer, widerThanLine } from '../misfits.js';
import { resolve } from '../used-lengths.js';
import { findAdjustments } from './adjustments.js';
import { balanceLines } from './balance-lines.js';
import { breakGreedily } from './break-greedily.js';
import { breakOptimally } from './break-optimally.js';
import { FORCED } from './find-opportunities.js';
import type { InlineLine } from './inline-line.js';
import { justifyLine } from './justify-line.js';
import { lengthenLastLines } from './lengthen-last-lines.js';
import { lineNotices } from './line-notices.js';
import { type LineRange, TOLERANCE, wholeLine } from './line-range.js';
import { paragraphKey } from './paragraph-memory.js';
import { placeLine } from './place-line.js';
import { setParagraph } from './set-paragraph.js';
import type { Setting } from './setting.js';

/**
 * `style` is that of the block container, `available` its content width.
 *
 * @throws ProblemError `V04` for every cluster that no face holds; `layout/too-wide` where a line cannot be broken to fit.
 */
export function layoutInline(
  content: readonly InlineLevelBox[],
  style: Style,
  available: Length,
  context: LayoutContext,
): readonly InlineLine[] {
  const set = () => setLines(content, style, available, context);
  const { paragraphs } = context;
  return paragraphs === undefined
    ? set()
    : paragraphs.lines(paragraphKey(content, style, available, paragraphs), set);
}

function setLines(
  content: readonly InlineLevelBox[],
  style: Style,
  available: Length,
  context: LayoutContext,
): readonly InlineLine[] {
  const setting = setParagraph(content, style, context, available);
  const indent = resolve(style.textIndent, available);
  const roomOf = (line: number): Length => (line === 0 ? available - indent : available);
  const headOf = (line: number): Length => (line === 0 ? indent : ZERO);
  if (style.textAlign === 'justify' && style.textWrap !== 'balance') {
    const adjustments = findAdjustments(setting, style.AnnaiReduction);
    const lines = breakOptimally(setting, adjustments, roomOf);
    const justified = lines.map((line, n) =>
      justifyLine(setting, adjustments, line, roomOf(n), line.ending !== FORCED),
    );
    refuseTooWide(setting, lines, (n) => justified[n]?.width ?? ZERO, roomOf);
    const placed = lines.map((line, n) =>
      placeLine(setting, line, style, headOf(n), justified[n] ?? { added: [], width: line.width }, available),
    );
    return withNotices(
      placed,
      lineNotices(setting, lines, (n) => justified[n]?.lack ?? ZERO),
    );
  }
  const lines = raggedLines(setting, style, roomOf);
  refuseTooWide(setting, lines, (n) => lines[n]?.width ?? ZERO, roomOf);
  const placed = lines.map((line, n) => {
    const start = headOf(n) + alignedStart(style.textAlign, roomOf(n) - line.width);
    return placeLine(setting, line, style, start, { added: [], width: line.width }, available);
  });
  return withNotices(
    placed,
    lineNotices(setting, lines, () => ZERO),
  );
}

function raggedLines(setting: Setting, style: Style, roomOf: (line: number) => Length): readonly LineRange[] {
  const whole = wholeLine(setting, roomOf(0));
  if (whole !== undefined) return [whole];
  return style.textWrap === 'balance'
    ? balanceLines(setting, roomOf)
    : lengthenLastLines(setting, breakGreedily(setting, roomOf), roomOf);
}

function withNotices(lines: readonly InlineLine[], notices: readonly Problem[]): readonly InlineLine[] {
  return notices.length === 0
    ? lines
    : lines.map((line, index) => (index === 0 ? { ...line, notices } : line));
}

function alignedStart(align: Style['textAlign'], slack: Length): Length {
  if (align === 'center') return Math.floor(slack / 2);
  return align === 'end' ? slack : ZERO;
}

/** One Problem a paragraph, for the line that lacks the most room: narrow columns would give one for every character. */
function refuseTooWide(
  { clusters }: Setting,
  lines: readonly LineRange[],
  widthOf: (line: number) => Length,
  roomOf: (line: number) => Length,
): void {
  let worst = { lack: TOLERANCE, n: -1 };
  for (const n of lines.keys()) {
    const lack = widthOf(n) - roomOf(n);
    if (lack > worst.lack) worst = { lack, n };
  }
  const piece = clusters[lines[worst.n]?.from ?? -1]?.piece;
  if (piece === undefined) return;
  const complain = piece.kind === 'object' ? widerThanContainer : widerThanLine;
  throw new ProblemError([complain(widthOf(worst.n), roomOf(worst.n), piece.place)]);
}
