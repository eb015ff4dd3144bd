/** Takes a text, gives the boundaries of its phrases (CSS Text 4 `auto-phrase`), by the linear model of BudouX. */

import { PHRASE_WEIGHTS, SUM_OF_WEIGHTS } from './phrase-model.generated.js';

/** Where each feature is read, from the place asked about: [from, to) in UTF-16 code units. */
const FEATURES = [
  ['UW1', -3, -2],
  ['UW2', -2, -1],
  ['UW3', -1, 0],
  ['UW4', 0, 1],
  ['UW5', 1, 2],
  ['UW6', 2, 3],
  ['BW1', -2, 0],
  ['BW2', -1, 1],
  ['BW3', 0, 2],
  ['TW1', -3, 0],
  ['TW2', -2, 1],
  ['TW3', -1, 2],
  ['TW4', 0, 3],
] as const;

const WEIGHTS: Readonly<Record<string, readonly (readonly [characters: string, weight: number])[]>> =
  JSON.parse(PHRASE_WEIGHTS);

const MODEL = FEATURES.map(([name, from, to]) => ({ from, to, weights: new Map(WEIGHTS[name]) }));

const BASE = -SUM_OF_WEIGHTS / 2;

/** 「…」を: a particle belongs to the bracketed word before it. */
const CLOSING = '」』）】〉》］｝〕”’';
const PARTICLES = 'をがのはにへでとも';
/** 「…」ときの: words that only begin like one. */
const NO_PARTICLE = /^(?:とき|ところ|とおり|もの|もし|はじ|はず|のち|でき|にく)/;

/** A phrase of more characters fills the line of most headings: there, less speaks for a boundary and yet suffices. */
const LONG_PHRASE = 12;
/** Half of what a boundary has to bring up against the model's base. */
const HALF_SURE = BASE / 2;
/** 今だけ|送料無料: words begin with ideographs or katakana after the hiragana that end the word before. */
const WORD_BEGINS = /^[\u3041-\u309f][\p{Script=Han}\u30a1-\u30fa]$/u;

/** One value for each UTF-16 offset: 1 where a phrase begins. */
export function findPhrases(text: string): Uint8Array {
  const boundaries = new Uint8Array(text.length + 1);
  const scores = new Float64Array(text.length);
  let start = 0;
  for (let i = 1; i < text.length; i++) {
    scores[i] = scoreAt(text, i);
    if ((scores[i] ?? 0) <= 0 || isHeld(text, i)) continue;
    boundaries[i] = 1;
    partLong(text, start, i, scores, boundaries);
    start = i;
  }
  partLong(text, start, text.length, scores, boundaries);
  return boundaries;
}

function scoreAt(text: string, i: number): number {
  let score = BASE;
  for (const { from, to, weights } of MODEL) {
    if (i + from >= 0) score += weights.get(text.slice(i + from, i + to)) ?? 0;
  }
  return score;
}

const isHeld = (text: string, i: number): boolean =>
  PARTICLES.includes(text.charAt(i)) &&
  CLOSING.includes(text.charAt(i - 1)) &&
  !NO_PARTICLE.test(text.slice(i, i + 3));

function partLong(
  text: string,
  start: number,
  end: number,
  scores: Float64Array,
  boundaries: Uint8Array,
): void {
  if (end - start <= LONG_PHRASE) return;
  for (let i = start + 1; i < end; i++) {
    if ((scores[i] ?? 0) > HALF_SURE && WORD_BEGINS.test(text.slice(i - 1, i + 1))) boundaries[i] = 1;
  }
}
