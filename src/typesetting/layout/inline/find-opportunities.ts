/** Takes a paragraph and its clusters, gives what may happen between each two of them (JLREQ 3.1.7 to 3.1.11). */

import type { Style } from '../../style/style.js';
import { autospaceType, lineBreakClass } from './character-class.js';
import { findBreaks, MANDATORY, NO_BREAK } from './find-breaks.js';
import { type JlreqClass, jlreqClass } from './jlreq-class.js';
import { keepRuns } from './keep-runs.js';
import type { Cluster, Paragraph } from './paragraph.js';
import { findPhrases } from './phrases.js';
import { prohibitBreaks } from './prohibit-breaks.js';
import { tailoredClass } from './tailoring.js';

/** The better the place, the higher its number: a line ends at the best kind of place that fits into it. */
export const NEVER = 0;
/** Against kinsoku: only where a line could hold nothing otherwise. */
export const LAST_RESORT = 1;
/** Inside a word or a run that is longer than a line. */
export const EMERGENCY = 2;
/** Inside a phrase (`word-break: auto-phrase`) that is longer than a line. */
export const INSIDE_PHRASE = 3;
export const ALLOWED = 4;
/** Here the line ends. */
export const FORCED = 5;

/** Element i stands before cluster i; the last one, after the last cluster, is FORCED. */
export function findOpportunities(
  paragraph: Paragraph,
  clusters: readonly Cluster[],
  container: Style,
): Uint8Array {
  const breaksAt = breaksByStrictness(paragraph.text);
  const phrases = clusters.some(({ piece }) => piece.style.wordBreak === 'auto-phrase')
    ? findPhrases(paragraph.text)
    : undefined;

  const opportunities = new Uint8Array(clusters.length + 1);
  opportunities[clusters.length] = FORCED;
  for (let i = 1; i < clusters.length; i++) {
    const before = clusters[i - 1];
    const after = clusters[i];
    if (before === undefined || after === undefined) continue;
    // Between two boxes the rule of the box around them holds (CSS Text 3 §5.1).
    const style = before.piece.style === after.piece.style ? after.piece.style : container;
    const found = breaksAt(style.lineBreak)[after.start] ?? NO_BREAK;
    opportunities[i] = judge(found, before, after, style, phrases);
  }
  return opportunities;
}

function judge(
  found: number,
  before: Cluster,
  after: Cluster,
  style: Style,
  phrases: Uint8Array | undefined,
): number {
  if (found === MANDATORY) return FORCED;
  const { reading } = before.piece;
  const oneReading = reading !== undefined && reading === after.piece.reading;
  if (oneReading || (before.piece.nowrap !== 0 && before.piece.nowrap === after.piece.nowrap)) return NEVER;
  if (found === NO_BREAK || (style.wordBreak === 'keep-all' && isLetters(before) && isLetters(after))) {
    return softKind(before, after, style);
  }
  if (phrases === undefined || style.wordBreak !== 'auto-phrase') return ALLOWED;
  return phrases[after.start] === 1 ? ALLOWED : INSIDE_PHRASE;
}

/** Where UAX #14 allows no break: how bad one would be. */
function softKind(before: Cluster, after: Cluster, style: Style): number {
  // ￥500、￥600: LB25 means 、 to be part of a number, JLREQ Table 2 does not.
  if (STOPS.has(jlreqClass(before.codePoint)) && lineBreakClass(after.codePoint) === 'PR')
    return INSIDE_PHRASE;
  return endsNoLine(before) || startsNoLine(after, style) ? LAST_RESORT : EMERGENCY;
}

const STOPS: ReadonlySet<JlreqClass> = new Set<JlreqClass>(['closing-bracket', 'full-stop', 'comma']);

/** Found once for each value of `line-break` that the paragraph uses: nearly always one. */
function breaksByStrictness(text: string): (strictness: Style['lineBreak']) => Uint8Array {
  const found = new Map<Style['lineBreak'], Uint8Array>();
  return (strictness) => {
    const known = found.get(strictness);
    if (known !== undefined) return known;
    const breaks = findBreaks(text, strictness);
    prohibitBreaks(text, breaks, strictness);
    keepRuns(text, breaks);
    found.set(strictness, breaks);
    return breaks;
  };
}

/** What `keep-all` never parts: letters, digits, kana, ideographs, and the signs inside identifiers. */
function isLetters({ codePoint }: Cluster): boolean {
  return (codePoint > 0x20 && codePoint < 0x7f) || autospaceType(codePoint) !== 'other';
}

/** Openers and prefixed signs at a line's end, a hyphen that a reader might think added. */
function endsNoLine({ codePoint }: Cluster): boolean {
  const type = lineBreakClass(codePoint);
  return type === 'OP' || type === 'PR' || type === 'HY' || jlreqClass(codePoint) === 'opening-bracket';
}

function startsNoLine({ codePoint }: Cluster, style: Style): boolean {
  const original = lineBreakClass(codePoint);
  if (original === 'SP' || original === 'WJ' || original === 'GL') return true;
  // Stops and slashes of identifiers may begin a line; 、。 and 」 may not.
  if (codePoint < 0x80) return original === 'CL' || original === 'CP' || original === 'EX';
  switch (tailoredClass(codePoint, original, style.lineBreak)) {
    case 'CL':
    case 'CP':
    case 'EX':
    case 'IN':
    case 'IS':
    case 'NS':
      return true;
    case 'PO':
      return style.lineBreak !== 'loose';
    default:
      return jlreqClass(codePoint) === 'closing-bracket';
  }
}
