/**
 * Vectors of Japanese line composition (test/vectors/README.md) and the engine's answers to them: the calls of the engine
 * that each kind of vector asks for, and what of the answer is compared.
 */

import { sure } from '../../../../src/problem.js';
import { findAdjustments, totalOf } from '../../../../src/typesetting/layout/inline/adjustments.js';
import { blankOf, spacingClass } from '../../../../src/typesetting/layout/inline/blank.js';
import { breakGreedily } from '../../../../src/typesetting/layout/inline/break-greedily.js';
import { findBreaks, NO_BREAK } from '../../../../src/typesetting/layout/inline/find-breaks.js';
import {
  ALLOWED,
  INSIDE_PHRASE,
  LAST_RESORT,
} from '../../../../src/typesetting/layout/inline/find-opportunities.js';
import { justifyLine } from '../../../../src/typesetting/layout/inline/justify-line.js';
import { measureLine } from '../../../../src/typesetting/layout/inline/line-range.js';
import { setParagraph } from '../../../../src/typesetting/layout/inline/set-paragraph.js';
import type { Setting } from '../../../../src/typesetting/layout/inline/setting.js';
import type { RubyBox } from '../../../../src/typesetting/style/box.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { ZERO } from '../../../../src/units.js';
import { fixedContext } from './fixed-face.js';
import { EM, INITIAL, ruby, styled, text } from './inline-boxes.js';

export interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly mode: 'strict' | 'normal' | 'loose' | 'jlreq' | 'uax14';
  readonly text: string;
  readonly at?: number;
  readonly breakBeforeChar?: boolean;
  readonly breakAfterChar?: boolean;
  readonly breakAllowed?: boolean;
  readonly chromium156Strict?: boolean;
  readonly allowedBreaks?: readonly number[];
  readonly forbiddenBreaks?: readonly number[];
  readonly policyOffsets?: readonly number[];
  readonly policyConflict?: boolean;
  readonly phraseBreaks?: readonly number[];
  readonly spaceAt?: readonly number[];
  readonly amountEm?: number;
  readonly widthEm?: number;
  readonly classes?: readonly string[];
  readonly gapEm?: number;
  readonly bodyX?: readonly number[];
  readonly bodyWidth?: readonly number[];
  readonly lineEndSpaceEm?: number;
  readonly overflowWrap?: 'break-word';
  readonly trim?: Style['textSpacingTrim'];
  readonly hangingPunctuation?: Style['hangingPunctuation'];
  readonly expectedLines?: readonly string[];
  /** Line and character of each mark that hangs. */
  readonly hangs?: readonly (readonly [number, string])[];
  readonly expectedAdvancesEm?: readonly number[];
  readonly before?: string;
  readonly base?: string;
  /** Of jukugo ruby a reading for each character of the base. */
  readonly ruby?: string | readonly string[];
  readonly rubyKind?: 'mono' | 'group' | 'jukugo';
  readonly after?: string;
  readonly rubyX?: readonly number[];
  readonly baseX?: readonly number[];
  /** Room that the base's neighbours are moved away by. */
  readonly extraBefore?: number;
  readonly extraAfter?: number;
  readonly lineAdvances?: readonly { readonly advancesEm: readonly number[] }[];
}

/** Wanted and given, to be equal; `skipped` where either answer is right. */
type Answer = (vector: Vector) => { readonly wanted: unknown; readonly given: unknown } | 'skipped';

export interface Failure {
  readonly id: string;
  readonly mode: string;
  readonly text: string;
  readonly wanted: unknown;
  readonly given: unknown;
}

export interface Score {
  readonly pass: number;
  readonly total: number;
  readonly failures: readonly Failure[];
}

/** By kind; phrases by their source too, for Chromium's model is an older one than BudouX's. */
export function score(vectors: readonly Vector[]): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  for (const vector of vectors) {
    const result = ANSWERS[vector.kind]?.(vector) ?? { wanted: 'a kind that is known', given: vector.kind };
    if (result === 'skipped') continue;
    const kind =
      vector.kind === 'phrase-breaks'
        ? `phrase-breaks/${vector.source.startsWith('chromium') ? 'chromium' : 'budoux'}`
        : vector.kind;
    const { pass, total, failures } = scores.get(kind) ?? { pass: 0, total: 0, failures: [] };
    const passes = JSON.stringify(near(result.wanted, result.given)) === JSON.stringify(result.wanted);
    const { id, mode, text: content = '', base = '' } = vector;
    scores.set(kind, {
      pass: passes ? pass + 1 : pass,
      total: total + 1,
      failures: passes ? failures : [...failures, { id, mode, text: content || base, ...result }],
    });
  }
  return scores;
}

const sameBreaks: Answer = (vector) => ({ wanted: vector.allowedBreaks, given: breaksOf(vector) });
const sameLines: Answer = (vector) => {
  const softest = vector.overflowWrap === 'break-word' ? LAST_RESORT : ALLOWED;
  const lines = linesOf(vector, { textSpacingTrim: 'space-all' }, softest);
  return { wanted: vector.expectedLines?.map(trimmed), given: lines.map(({ text: line }) => trimmed(line)) };
};
const samePhrases: Answer = (vector) => ({
  wanted: vector.phraseBreaks,
  given: breaksOf(vector, { wordBreak: 'auto-phrase' }),
});

const ANSWERS: Readonly<Record<string, Answer>> = {
  'kinsoku-char': (vector) => ({
    wanted: [vector.breakBeforeChar ?? vector.breakAfterChar, vector.expectedLines],
    given: [
      breaksOf(vector).includes(vector.at ?? -1),
      vector.expectedLines && linesOf(vector, {}).map(({ text: line }) => line),
    ],
  }),
  'kinsoku-breaks': sameBreaks,
  'cluster-breaks': sameBreaks,
  uax14: sameBreaks,
  'policy-url': sameBreaks,
  'mixed-breaks': (vector) => {
    const judged = (offsets: readonly number[] = []) =>
      offsets.filter((offset) => !vector.policyOffsets?.includes(offset));
    return { wanted: judged(vector.allowedBreaks), given: judged(breaksOf(vector)) };
  },
  'policy-unbreakable': (vector) => {
    const breaks = breaksOf(vector);
    return { wanted: [], given: vector.forbiddenBreaks?.filter((offset) => breaks.includes(offset)) };
  },
  'jlreq-break': (vector) => {
    if (vector.breakAllowed === true && vector.chromium156Strict === false) return 'skipped';
    const last = vector.text.length - ([...vector.text].at(-1)?.length ?? 0);
    return { wanted: vector.breakAllowed, given: breaksOf(vector).includes(last) };
  },
  'kinsoku-lines': sameLines,
  'mixed-lines': (vector) => (vector.policyConflict === true ? 'skipped' : sameLines(vector)),
  'phrase-breaks': samePhrases,
  // The lines that follow from the vector's own phrases: what phrases there are, phrase-breaks asks.
  'phrase-lines': (vector) => ({
    wanted: vector.expectedLines,
    given: linesOf(vector, { wordBreak: 'auto-phrase' }, LAST_RESORT, vector.phraseBreaks).map(
      ({ text: line }) => line,
    ),
  }),
  autospace: (vector) => {
    const amount = vector.amountEm ?? 1 / 8;
    const { clusters, gaps } = setting(vector.text, { textAutospace: 'normal', AnnaiAutospace: amount });
    const offsets = clusters.flatMap(({ start }, i) => (gaps[i] === Math.round(amount * EM) ? [start] : []));
    return { wanted: vector.spaceAt, given: offsets };
  },
  'spacing-trim': (vector) => {
    const lines = linesOf({ ...vector, widthEm: 1000 }, { textSpacingTrim: 'normal' });
    return { wanted: vector.expectedAdvancesEm, given: lines.flatMap(({ advances }) => advances) };
  },
  'spacing-trim-lines': (vector) => {
    const lines = linesOf(vector, { textSpacingTrim: vector.trim ?? 'normal' });
    return {
      wanted: vector.expectedLines?.map((line, n) => ({
        text: line,
        advances: vector.lineAdvances?.[n]?.advancesEm,
      })),
      given: lines.map(({ text: line, advances }) => ({ text: line, advances })),
    };
  },
  'jlreq-spacing': (vector) => {
    const set = setting(vector.text, { AnnaiSpacing: 'fixed', textAutospace: 'normal' });
    const bodies = bodiesOf(set, [], ZERO);
    const [first, second] = vector.classes ?? [];
    if (first === 'line-head') return { wanted: vector.gapEm, given: (bodies[0]?.x ?? 0) - startTrimOf(set) };
    if (second === 'line-end') {
      const last = set.advances.length - 1;
      const end = (set.positions[last + 1] ?? 0) - (set.lineEndTrims[last]?.[0] ?? 0);
      return { wanted: vector.gapEm, given: end / EM - (bodies[last]?.end ?? 0) };
    }
    return { wanted: vector.gapEm, given: (bodies[1]?.x ?? 0) - (bodies[0]?.end ?? 0) };
  },
  'jlreq-justify': (vector) => {
    const set = setting(vector.text, { AnnaiSpacing: 'fixed', textAutospace: 'normal' });
    const adjustments = findAdjustments(set, 'table-3', Number.MAX_SAFE_INTEGER / 1e6);
    const room = Math.round((vector.widthEm ?? 0) * EM);
    const count = set.advances.length;
    const spare = totalOf(sure(adjustments.reductions[0], 'stage'), 0, count);
    const line = measureLine(set, 0, count, ALLOWED, true, room + spare);
    const { added } = justifyLine(set, adjustments, line, room, true);
    const bodies = bodiesOf(set, added, line.startTrim);
    const wanted = [vector.bodyX, vector.bodyWidth, vector.lineEndSpaceEm];
    const given = [
      bodies.map(({ x }) => x),
      vector.bodyWidth && bodies.map(({ x, end }) => end - x),
      vector.lineEndSpaceEm === undefined ? undefined : room / EM - (bodies.at(-1)?.end ?? 0),
    ];
    return { wanted, given };
  },
  ruby: (vector) => {
    const { before = '', after = '', extraBefore, extraAfter } = vector;
    const boxes = [text(before), rubyOf(vector), text(after)];
    const { readings, leads, gaps, advances } = setParagraph(boxes, INITIAL, fixedContext(), EM * 1000);
    const from = readings[0]?.from ?? 0;
    const to = readings.at(-1)?.to ?? 0;
    // From the end of what stands before.
    const lefts: number[] = [];
    let end = 0;
    for (let i = from; i < to; i++) {
      lefts[i] = end + (gaps[i] ?? 0);
      end = (lefts[i] ?? 0) + (advances[i] ?? 0);
    }
    const bases = lefts.flatMap((left, i) => [(left + (leads[i] ?? 0)) / EM]);
    const rubies = readings.flatMap((reading) =>
      reading.glyphs.map(({ x }) => ((lefts[reading.from] ?? 0) + x) / EM),
    );
    const lastEnd = (bases.at(-1) ?? 0) + 1;
    const given = [
      rubies,
      bases,
      extraBefore === undefined ? undefined : (bases[0] ?? 0),
      extraAfter === undefined ? undefined : (end + (gaps[to] ?? 0)) / EM - lastEnd,
    ];
    const wanted = [vector.rubyX, vector.baseX, extraBefore, extraAfter];
    return { wanted, given };
  },
  hanging: (vector) => {
    const lines = linesOf(vector, { hangingPunctuation: vector.hangingPunctuation ?? 'none' });
    return {
      wanted: [vector.expectedLines, vector.hangs ?? []],
      given: [
        lines.map(({ text: line }) => line),
        vector.hangs === undefined ? [] : lines.flatMap(({ hung }, n) => (hung === '' ? [] : [[n, hung]])),
      ],
    };
  },
};

function rubyOf({ base = '', ruby: reading = '', rubyKind }: Vector): RubyBox {
  const characters = [...base];
  // A reading for each character may be told by a list, or by a text with parts.
  const parts = typeof reading === 'string' ? reading.split(/[・|/ ]/) : reading;
  if (rubyKind === 'group' || parts.length !== characters.length) return ruby([[base, parts.join('')]]);
  const pairs = characters.map((character, i) => [character, parts[i] ?? ''] as const);
  return ruby(pairs, styled({ rubyMerge: rubyKind === 'jukugo' ? 'auto' : 'separate' }));
}

/** Vectors are rounded to five places: what is as near as that is what they want. */
function near(wanted: unknown, given: unknown): unknown {
  if (typeof wanted === 'number' && typeof given === 'number') {
    return Math.abs(wanted - given) < 1e-3 ? wanted : Math.round(given * 1e5) / 1e5;
  }
  if (Array.isArray(wanted) && Array.isArray(given)) return given.map((each, i) => near(wanted[i], each));
  return given;
}

/** Where the bodies of JLREQ begin and end, in em from the line's head. */
function bodiesOf(
  { clusters, advances, positions }: Setting,
  added: readonly number[],
  startTrim: number,
): readonly { readonly x: number; readonly end: number }[] {
  let sum = -startTrim;
  return clusters.map((cluster, i) => {
    sum += added[i] ?? 0;
    const advance = advances[i] ?? 0;
    const type = spacingClass(cluster.codePoint);
    const blank = blankOf(type, advance, EM);
    const x = (positions[i] ?? 0) + sum + blank.before;
    // A word space is nothing but room: what it opens or closes by is its own width.
    const opened = type === 'western-space' ? (added[i + 1] ?? 0) : 0;
    return { x: x / EM, end: (x + advance - blank.before - blank.after + opened) / EM };
  });
}

const startTrimOf = ({ lineStartTrims }: Setting): number => (lineStartTrims[0] ?? 0) / EM;

const trimmed = (line: string): string => line.replace(/[ \u3000]+$/, '');

function setting(content: string, changes: Partial<Style>): Setting {
  const style = styled(changes);
  return setParagraph([text(content, style)], style, fixedContext(), EM * 1000);
}

function breaksOf({ text: content, mode }: Vector, changes: Partial<Style> = {}): readonly number[] {
  if (mode === 'uax14') {
    return [...findBreaks(content, 'none')].flatMap((value, offset) => (value === NO_BREAK ? [] : [offset]));
  }
  const { clusters, opportunities } = setting(content, {
    lineBreak: mode === 'jlreq' ? 'strict' : mode,
    ...changes,
  });
  return clusters.flatMap(({ start }, i) => (i > 0 && (opportunities[i] ?? 0) >= ALLOWED ? [start] : []));
}

/** Every line's text, how far it is from each of its characters to the next, in em, and what hangs at its end. */
function linesOf(
  { text: content, mode, widthEm = 1000 }: Vector,
  changes: Partial<Style>,
  softest: number = ALLOWED,
  phrases?: readonly number[],
): readonly { readonly text: string; readonly advances: readonly number[]; readonly hung: string }[] {
  const set = setting(content, {
    lineBreak: mode === 'normal' || mode === 'loose' ? mode : 'strict',
    ...changes,
  });
  const opportunities =
    phrases === undefined
      ? set.opportunities
      : set.opportunities.map((kind, i) => {
          if (kind !== ALLOWED && kind !== INSIDE_PHRASE) return kind;
          return phrases.includes(set.clusters[i]?.start ?? 0) ? ALLOWED : INSIDE_PHRASE;
        });
  return breakGreedily({ ...set, opportunities }, () => widthEm * EM, softest).map(
    ({ from, to, end, startTrim, endTrim }) => {
      const advances = [];
      for (let i = from; i < to; i++) {
        const next = i + 1 < end ? (set.gaps[i + 1] ?? 0) : 0;
        const collapsed = Math.min(set.gaps[i] ?? 0, 0);
        // A gap that takes from an opener belongs to the opener, one that takes from a closer to the closer.
        const opener = /^[‘“（〔［｛〈《「『【｟〘〖«〝]$/u;
        const own = i > from && opener.test(set.clusters[i]?.text ?? '') ? collapsed : 0;
        const nextOwn = opener.test(set.clusters[i + 1]?.text ?? '') ? 0 : Math.min(next, 0);
        const edges = (i === from ? startTrim : 0) + (i === end - 1 ? endTrim : 0);
        advances.push(((set.advances[i] ?? 0) + own + nextOwn - edges) / EM);
      }
      const last = set.clusters[to - 1];
      const lineEnd = last === undefined ? content.length : last.start + last.text.length;
      const hangs = end > from && endTrim > 0 && endTrim === set.advances[end - 1];
      const hung = hangs ? (set.clusters[end - 1]?.text ?? '') : '';
      return { text: content.slice(set.clusters[from]?.start, lineEnd), advances, hung };
    },
  );
}
