/** Takes inline content, gives its min-content and max-content widths (CSS Sizing 3 §2.1). */

import { type Length, ZERO } from '../../../units.js';
import type { InlineLevelBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import type { LayoutContext } from '../layout-context.js';
import { EMERGENCY, FORCED, INSIDE_PHRASE, NEVER } from './find-opportunities.js';
import type { InlineMeasure } from './inline-line.js';
import { measureLine, wholeLine } from './line-range.js';
import { paragraphKey } from './paragraph-memory.js';
import { setParagraph } from './set-paragraph.js';
import type { Setting } from './setting.js';

/** @throws ProblemError as layoutInline does for glyphs that no face holds. */
export function measureInline(
  content: readonly InlineLevelBox[],
  style: Style,
  context: LayoutContext,
): InlineMeasure {
  const measure = () => measureLines(content, style, context);
  const { paragraphs } = context;
  return paragraphs === undefined
    ? measure()
    : paragraphs.widths(paragraphKey(content, style, ZERO, paragraphs), measure);
}

function measureLines(
  content: readonly InlineLevelBox[],
  style: Style,
  context: LayoutContext,
): InlineMeasure {
  const setting = setParagraph(content, style, context, ZERO);
  const indent = typeof style.textIndent === 'number' ? style.textIndent : ZERO;
  // `anywhere` counts emergency breaks, `normal` does not (CSS Text 3 §5.5).
  const softest = style.overflowWrap === 'anywhere' ? EMERGENCY : INSIDE_PHRASE;
  const whole = wholeLine(setting, Number.POSITIVE_INFINITY);
  let min: Length | undefined;
  return {
    // Looked for only where it is asked for: a margin box is as wide as its text.
    get min() {
      min ??= widest(setting, softest, indent, 0);
      return min;
    },
    get max() {
      if (whole !== undefined && indent >= 0) return whole.width + indent;
      // Where the first line hangs out to the left, the text as one line may take less than its widest piece on a line below.
      return Math.max(this.min, widest(setting, FORCED, indent, Number.POSITIVE_INFINITY));
    },
  };
}

/** The widest piece between places of this kind or better, edges trimmed as far as they may be in the `room`. */
function widest(setting: Setting, kind: number, indent: Length, room: number): Length {
  const { opportunities, advances } = setting;
  let most = ZERO;
  let from = 0;
  let fresh = true;
  for (let to = 1; to <= advances.length; to++) {
    const ending = opportunities[to] ?? NEVER;
    if (ending < kind) continue;
    const { width } = measureLine(setting, from, to, ending, fresh, room);
    most = Math.max(most, from === 0 ? width + indent : width);
    from = to;
    fresh = ending === FORCED;
  }
  return most;
}
