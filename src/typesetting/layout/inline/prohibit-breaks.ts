/** Takes text and its UAX #14 breaks, removes those that JLREQ Table 2 forbids on top (typography of Japanese, not of code). */

import { lineBreakClass } from './character-class.js';
import { BREAK, NO_BREAK } from './find-breaks.js';
import { jlreqClass } from './jlreq-class.js';
import { type Strictness, tailoredClass } from './tailoring.js';

/** Classes that begin no line, not even after a space, where UAX #14 would let them. */
const STARTS_NO_LINE = new Set(['CL', 'CP', 'EX', 'NS', 'BA', 'HH', 'IN']);
const DASH = /^[—―]$/u;

export function prohibitBreaks(text: string, breaks: Uint8Array, strictness: Strictness): void {
  let before = '';
  /** The last character that is no word space: they vanish at a line's end, and it would end the line. */
  let solid = '';
  let offset = 0;
  for (const after of text) {
    if (before !== ' ') solid = before;
    if (breaks[offset] === BREAK && forbidden(before, solid, after, strictness)) breaks[offset] = NO_BREAK;
    // Inseparable characters hold together only with their own kind (JLREQ 3.1.10).
    if (breaks[offset] === NO_BREAK && DASH.test(before) && (after === '…' || after === '‥'))
      breaks[offset] = BREAK;
    before = after;
    offset += after.length;
  }
}

function forbidden(before: string, solid: string, after: string, strictness: Strictness): boolean {
  const left = solid.codePointAt(0) ?? 0;
  const right = after.codePointAt(0) ?? 0;
  const type = tailoredClass(right, lineBreakClass(right), strictness);
  if (before === ' ' && STARTS_NO_LINE.has(type) && isJapanese(right)) return true;
  // Openers, ￥ and № never end a line, whatever follows.
  const endsLine = tailoredClass(left, lineBreakClass(left), strictness);
  if (endsLine === 'OP') return true;
  return jlreqClass(left) === 'prefixed-abbreviation' && endsLine === 'PR' && strictness !== 'loose';
}

/** Of the classes cl-02 to cl-11: what Western text has of them may follow a space at a line's head. */
function isJapanese(codePoint: number): boolean {
  switch (jlreqClass(codePoint)) {
    case 'closing-bracket':
    case 'hyphen':
    case 'dividing-punctuation':
    case 'middle-dot':
    case 'full-stop':
    case 'comma':
    case 'iteration-mark':
    case 'prolonged-sound-mark':
    case 'small-kana':
      return true;
    default:
      return false;
  }
}
