/** Takes the inline content of one block container and the width at hand, gives its lines (CSS Inline 3, JLREQ §3). */

import { ProblemError } from '../../../problem.js';
import { type Length, ZERO } from '../../../units.js';
import type { InlineLevelBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import type { LayoutContext } from '../layout-context.js';
import { widerThanContainer, widerThanLine } from '../misfits.js';
import { resolve } from '../used-lengths.js';
import { balanceLines } from './balance-lines.js';
import { breakGreedily } from './break-greedily.js';
import { FORCED } from './find-opportunities.js';
import type { InlineLine } from './inline-line.js';
import { justifyLine } from './justify-line.js';
import { lengthenLastLines } from './lengthen-last-lines.js';
import { type LineRange, TOLERANCE } from './line-range.js';
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
  const lines =
    style.textWrap === 'balance'
      ? balanceLines(setting, roomOf)
      : lengthenLastLines(setting, breakGreedily(setting, roomOf), roomOf);
  refuseTooWide(setting, lines, roomOf);
  return lines.map((line, n) => {
    const head = n === 0 ? indent : ZERO;
    const room = roomOf(n);
    const justified =
      style.textAlign === 'justify' && line.ending !== FORCED ? justifyLine(setting, line, room) : undefined;
    const start = justified === undefined ? alignedStart(style.textAlign, room - line.width) : ZERO;
    return placeLine(setting, line, style, head + start, justified ?? [], available);
  });
}

function alignedStart(align: Style['textAlign'], slack: Length): Length {
  if (align === 'center') return Math.floor(slack / 2);
  return align === 'end' ? slack : ZERO;
}

/** One Problem a paragraph, for the line that lacks the most room: narrow columns would give one for every character. */
function refuseTooWide(
  { clusters }: Setting,
  lines: readonly LineRange[],
  roomOf: (line: number) => Length,
): void {
  let worst: { readonly line: LineRange; readonly room: Length } | undefined;
  for (const [n, line] of lines.entries()) {
    const room = roomOf(n);
    if (line.width - room > (worst === undefined ? TOLERANCE : worst.line.width - worst.room))
      worst = { line, room };
  }
  const piece = worst === undefined ? undefined : clusters[worst.line.from]?.piece;
  if (worst === undefined || piece === undefined) return;
  const complain = piece.kind === 'object' ? widerThanContainer : widerThanLine;
  throw new ProblemError([complain(worst.line.width, worst.room, piece.place)]);
}
