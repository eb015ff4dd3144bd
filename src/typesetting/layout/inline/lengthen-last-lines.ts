/**
 * Takes chosen lines, gives them without last lines of a single character (JLREQ 3.5, widow adjustment of paragraphs):
 * the line before gives up its end, where it stays the longer of the two.
 */

import type { Length } from '../../../units.js';
import { ALLOWED, FORCED } from './find-opportunities.js';
import { jlreqClass } from './jlreq-class.js';
import { type LineRange, measureLine } from './line-range.js';
import type { Setting } from './setting.js';

const FEWEST_CHARACTERS = 2;

export function lengthenLastLines(
  setting: Setting,
  lines: readonly LineRange[],
  roomOf: (line: number) => Length,
): readonly LineRange[] {
  return lines.map(
    (line, n) => shortened(setting, lines, n, roomOf) ?? lengthened(setting, lines, n, roomOf) ?? line,
  );
}

/** The line before a last line that is too short. */
function shortened(
  setting: Setting,
  lines: readonly LineRange[],
  n: number,
  roomOf: (line: number) => Length,
): LineRange | undefined {
  const line = lines[n];
  const last = lines[n + 1];
  if (line?.ending !== ALLOWED || last?.ending !== FORCED) return undefined;
  if (countCharacters(setting, last.from, last.end) >= FEWEST_CHARACTERS) return undefined;
  const fresh = n === 0 || lines[n - 1]?.ending === FORCED;
  for (let to = line.to - 1; to > line.from; to--) {
    if (setting.opportunities[to] !== ALLOWED) continue;
    if (countCharacters(setting, to, last.end) < FEWEST_CHARACTERS) continue;
    const shorter = measureLine(setting, line.from, to, ALLOWED, fresh, roomOf(n));
    const longer = measureLine(setting, to, last.to, FORCED, false, roomOf(n + 1));
    return longer.width <= shorter.width ? shorter : undefined;
  }
  return undefined;
}

function lengthened(
  setting: Setting,
  lines: readonly LineRange[],
  n: number,
  roomOf: (line: number) => Length,
): LineRange | undefined {
  const line = lines[n];
  const before = n === 0 ? undefined : shortened(setting, lines, n - 1, roomOf);
  if (line === undefined || before === undefined) return undefined;
  return measureLine(setting, before.to, line.to, FORCED, false, roomOf(n));
}

/** Marks that hang on the character before them do not count. */
export function countCharacters({ clusters }: Setting, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    switch (jlreqClass(clusters[i]?.codePoint ?? 0)) {
      case 'closing-bracket':
      case 'full-stop':
      case 'comma':
      case 'dividing-punctuation':
      case 'ideographic-space':
      case 'western-space':
        break;
      default:
        count++;
    }
  }
  return count;
}
