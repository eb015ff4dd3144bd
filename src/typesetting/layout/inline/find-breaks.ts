/** Takes text, gives its line break opportunities: UAX #14 of Unicode 17.0, tailored for Japanese where asked. */

import {
  BROAD,
  FINAL_QUOTE,
  INITIAL_QUOTE,
  type LineBreakClass,
  lineBreakClass,
  traitsOf,
  UNASSIGNED_PICTOGRAPH,
  WIDE,
} from './character-class.js';
import { type Strictness, tailoredClass } from './tailoring.js';

export const NO_BREAK = 0;
export const BREAK = 1;
export const MANDATORY = 2;

/** A character with the combining marks that LB9 hangs on it. */
interface Unit {
  /** UTF-16 offset of its first code unit. */
  readonly offset: number;
  readonly codePoint: number;
  readonly type: LineBreakClass;
  /** What else counts as an ideograph below `strict` (々 〜 ￥) begins and ends lines like one, and binds like none. */
  readonly ideographic: boolean;
  readonly traits: number;
  endsWithJoiner: boolean;
}

type Classes = ReadonlySet<LineBreakClass>;
const classes = (names: string): Classes => new Set(names.split(' ')) as unknown as Classes;

const HARD = classes('BK CR LF NL');
/** Classes that take no combining marks (LB9). */
const BARE = classes('BK CR LF NL SP ZW');
const NEVER_BEFORE = classes('CL CP EX SY IS WJ');
const BEFORE_INITIAL_QUOTE = classes('BK CR LF NL OP QU GL SP ZW');
const AFTER_FINAL_QUOTE = classes('SP GL WJ CL QU CP EX IS SY BK CR LF NL ZW');
const BEFORE_WORD_HYPHEN = classes('BK CR LF NL SP ZW CB GL');
const LETTER = classes('AL HL');
const IDEOGRAPHIC = classes('ID EB EM');
const SYLLABLE = classes('JL JV JT H2 H3');
const CLOSER = classes('CL CP');
const AFFIX = classes('PR PO');
const AKSARA = classes('AK AS');
const DOTTED_CIRCLE = 0x25cc;

/** One value for each UTF-16 offset of the text; the end of the text is not told. */
export function findBreaks(text: string, strictness: Strictness): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const units = splitUnits(text, strictness);
  const context = new Context(units, strictness === 'loose');
  for (let i = 1; i < units.length; i++) {
    const offset = units[i]?.offset ?? 0;
    breaks[offset] = context.step(i);
  }
  return breaks;
}

/** LB1, LB9 and LB10. */
function splitUnits(text: string, strictness: Strictness): readonly Unit[] {
  const units: Unit[] = [];
  for (let offset = 0; offset < text.length; ) {
    const codePoint = text.codePointAt(offset) ?? 0;
    const original = lineBreakClass(codePoint);
    const mark = original === 'CM' || original === 'ZWJ';
    const base = units.at(-1);
    if (mark && base !== undefined && !BARE.has(base.type)) {
      base.endsWithJoiner = original === 'ZWJ';
    } else {
      const type = mark ? 'AL' : tailoredClass(codePoint, original, strictness);
      units.push({
        offset,
        codePoint,
        type,
        // LB10 makes a stray mark an ordinary letter, East Asian width and all.
        traits: traitsOf(codePoint),
        ideographic: IDEOGRAPHIC.has(original) || (original === 'CJ' && type === 'ID'),
        endsWithJoiner: original === 'ZWJ',
      });
    }
    offset += codePoint > 0xffff ? 2 : 1;
  }
  return units;
}

const wide = (unit: Unit | undefined): boolean => unit !== undefined && (unit.traits & WIDE) !== 0;
const isQuote = (unit: Unit | undefined, category: number): boolean =>
  unit?.type === 'QU' && (unit.traits & category) !== 0;
const aksara = (unit: Unit | undefined): boolean =>
  unit !== undefined && (AKSARA.has(unit.type) || unit.codePoint === DOTTED_CIRCLE);
const isHyphen = (unit: Unit | undefined): boolean => unit?.type === 'HY' || unit?.type === 'HH';

/** What the rules remember of the text before the place they look at. */
class Context {
  readonly #units: readonly Unit[];
  readonly #loose: boolean;
  /** Index of the last unit that is no space. */
  #solid = -1;
  /** How far `NU (SY | IS)* (CL | CP)?` has been read (LB25). */
  #number: 'none' | 'open' | 'closed' = 'none';
  /** Regional indicators in a row (LB30a). */
  #indicators = 0;

  constructor(units: readonly Unit[], loose: boolean) {
    this.#units = units;
    this.#loose = loose;
  }

  /** Whether the line may break before unit i. Units must be asked in order, from 1 on. */
  step(i: number): number {
    this.#remember(i - 1);
    const before = this.#units[i - 1];
    const after = this.#units[i];
    if (before === undefined || after === undefined) return NO_BREAK;
    if (before.type === 'CR' && after.type === 'LF') return NO_BREAK; // LB5
    if (HARD.has(before.type)) return MANDATORY; // LB4, LB5
    return this.#allowed(before, after, i) ? BREAK : NO_BREAK;
  }

  #remember(i: number): void {
    const unit = this.#units[i];
    if (unit === undefined) return;
    if (unit.type !== 'SP') this.#solid = i;
    this.#indicators = unit.type === 'RI' ? this.#indicators + 1 : 0;
    if (unit.type === 'NU') this.#number = 'open';
    else if (this.#number === 'open' && CLOSER.has(unit.type)) this.#number = 'closed';
    else if (this.#number !== 'open' || (unit.type !== 'SY' && unit.type !== 'IS')) this.#number = 'none';
  }

  #allowed(before: Unit, after: Unit, i: number): boolean {
    const a = before.type;
    const b = after.type;
    const solid = this.#units[this.#solid];
    if (HARD.has(b) || b === 'SP' || b === 'ZW') return false; // LB6, LB7
    if (solid?.type === 'ZW') return true; // LB8
    if (before.endsWithJoiner) return false; // LB8a
    if (a === 'WJ' || b === 'WJ' || a === 'GL') return false; // LB11, LB12
    if (b === 'GL' && a !== 'SP' && a !== 'BA' && !isHyphen(before)) return false; // LB12a
    if (NEVER_BEFORE.has(b) && b !== 'IS') return false; // LB13
    if (solid?.type === 'OP') return false; // LB14
    if (this.#quotesKeep(after, i)) return false; // LB15a, LB15b
    if (b === 'IS') return a === 'SP' && this.#units[i + 1]?.type === 'NU'; // LB15c, LB15d
    if (b === 'NS' && solid !== undefined && CLOSER.has(solid.type)) return false; // LB16
    if (b === 'B2' && solid?.type === 'B2') return false; // LB17
    if (a === 'SP') return true; // LB18
    if (this.#quoteGlues(before, after, i)) return false; // LB19, LB19a
    if (a === 'CB' || b === 'CB') return true; // LB20
    return !(
      this.#hyphenKeeps(before, after, i) ||
      affixKeeps(before, after, this.#loose) ||
      numberKeeps(this.#number, before, after, this.#units[i + 1], this.#units[i + 2]) ||
      lettersKeep(before, after) ||
      this.#clusterKeeps(before, after, i)
    );
  }

  #quotesKeep(after: Unit, i: number): boolean {
    const solid = this.#units[this.#solid];
    if (isQuote(solid, INITIAL_QUOTE)) {
      const opening = this.#units[this.#solid - 1];
      if (opening === undefined || BEFORE_INITIAL_QUOTE.has(opening.type)) return true; // LB15a
    }
    const next = this.#units[i + 1];
    return isQuote(after, FINAL_QUOTE) && (next === undefined || AFTER_FINAL_QUOTE.has(next.type)); // LB15b
  }

  #quoteGlues(before: Unit, after: Unit, i: number): boolean {
    if (after.type === 'QU') {
      const next = this.#units[i + 1];
      if (!isQuote(after, INITIAL_QUOTE)) return true; // LB19
      if (!wide(before) || next === undefined || !wide(next)) return true; // LB19a
    }
    if (before.type === 'QU') {
      const previous = this.#units[i - 2];
      if (!isQuote(before, FINAL_QUOTE)) return true; // LB19
      if (!wide(after) || previous === undefined || !wide(previous)) return true; // LB19a
    }
    return false;
  }

  /** LB20a to LB22. */
  #hyphenKeeps(before: Unit, after: Unit, i: number): boolean {
    const previous = this.#units[i - 2];
    const a = before.type;
    const b = after.type;
    if (isHyphen(before) && LETTER.has(b)) {
      if (previous === undefined || BEFORE_WORD_HYPHEN.has(previous.type)) return true; // LB20a
    }
    if (b === 'BA' || b === 'HH' || b === 'HY' || b === 'NS' || a === 'BB') {
      // CSS Text 3 §5.3: loose lets a line begin with ‐ or – after an ideograph.
      const dash = after.codePoint === 0x2010 || after.codePoint === 0x2013;
      return !(this.#loose && dash && before.ideographic); // LB21
    }
    if (previous?.type === 'HL' && isHyphen(before) && b !== 'HL') return true; // LB21a
    if (a === 'SY' && b === 'HL') return true; // LB21b
    return b === 'IN' && !(this.#loose && a === 'IN'); // LB22
  }

  /** LB28a, LB30a and LB30b. */
  #clusterKeeps(before: Unit, after: Unit, i: number): boolean {
    const previous = this.#units[i - 2];
    const b = after.type;
    if (before.type === 'AP' && aksara(after)) return true;
    if (aksara(before) && (b === 'VF' || b === 'VI')) return true;
    if (aksara(previous) && before.type === 'VI' && (b === 'AK' || after.codePoint === DOTTED_CIRCLE))
      return true;
    if (aksara(before) && aksara(after) && this.#units[i + 1]?.type === 'VF') return true;
    if (b === 'RI' && this.#indicators % 2 === 1) return true;
    return b === 'EM' && (before.type === 'EB' || (before.traits & UNASSIGNED_PICTOGRAPH) !== 0);
  }
}

/** LB23a. In `loose`, suffixes as wide as ideographs (℃ ％) may begin a line after one (CSS Text 3 §5.3). */
function affixKeeps(before: Unit, after: Unit, loose: boolean): boolean {
  if (before.type === 'PR') return after.ideographic;
  return before.ideographic && after.type === 'PO' && !(loose && (after.traits & BROAD) !== 0);
}

/** LB23, LB24 and LB25. */
function numberKeeps(
  number: 'none' | 'open' | 'closed',
  before: Unit,
  after: Unit,
  next: Unit | undefined,
  afterNext: Unit | undefined,
): boolean {
  const a = before.type;
  const b = after.type;
  if ((LETTER.has(a) && b === 'NU') || (a === 'NU' && LETTER.has(b))) return true; // LB23
  if ((AFFIX.has(a) && LETTER.has(b)) || (LETTER.has(a) && AFFIX.has(b))) return true; // LB24
  if (number !== 'none' && AFFIX.has(b)) return true; // LB25 from here on
  if (number === 'open' && b === 'NU') return true;
  if (AFFIX.has(a)) {
    if (b === 'NU') return true;
    if (b === 'OP') return next?.type === 'NU' || (next?.type === 'IS' && afterNext?.type === 'NU');
  }
  return (a === 'HY' || a === 'IS') && b === 'NU';
}

/** LB26 to LB30. */
function lettersKeep(before: Unit, after: Unit): boolean {
  const a = before.type;
  const b = after.type;
  if (a === 'JL' && SYLLABLE.has(b) && b !== 'JT') return true; // LB26
  if ((a === 'JV' || a === 'H2') && (b === 'JV' || b === 'JT')) return true;
  if ((a === 'JT' || a === 'H3') && b === 'JT') return true;
  if ((SYLLABLE.has(a) && b === 'PO') || (a === 'PR' && SYLLABLE.has(b))) return true; // LB27
  if (LETTER.has(b) && (LETTER.has(a) || a === 'IS')) return true; // LB28, LB29
  if ((LETTER.has(a) || a === 'NU') && b === 'OP' && !wide(after)) return true; // LB30
  return a === 'CP' && !wide(before) && (LETTER.has(b) || b === 'NU');
}
