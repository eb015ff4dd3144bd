/** Takes a text, gives the boundaries of its phrases (CSS Text 4 `auto-phrase`), by the linear model of BudouX. */

import { PHRASE_WEIGHTS } from './phrase-model.generated.js';

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

const MODEL = FEATURES.map(([name, from, to]) => {
  const pairs = (PHRASE_WEIGHTS[name] ?? '').split(' ').filter((pair) => pair !== '');
  return { from, to, weights: new Map(pairs.map(readPair)) };
});

const BASE =
  -MODEL.flatMap(({ weights }) => [...weights.values()]).reduce((sum, weight) => sum + weight, 0) / 2;

/** Characters first, then the weight: a character may be a digit or a minus sign, so the parts are split by a tab. */
function readPair(pair: string): readonly [string, number] {
  const [characters = '', weight = ''] = pair.split('\t');
  return [characters, Number(weight)];
}

/** 「…」を: a particle belongs to the bracketed word before it. */
const CLOSING = '」』）】〉》］｝〕”’';
const PARTICLES = 'をがのはにへでとも';

/** One value for each UTF-16 offset: 1 where a phrase begins. */
export function findPhrases(text: string): Uint8Array {
  const boundaries = new Uint8Array(text.length + 1);
  for (let i = 1; i < text.length; i++) {
    let score = BASE;
    for (const { from, to, weights } of MODEL) {
      if (i + from >= 0) score += weights.get(text.slice(i + from, i + to)) ?? 0;
    }
    const particle = PARTICLES.includes(text.charAt(i)) && CLOSING.includes(text.charAt(i - 1));
    if (score > 0 && !particle) boundaries[i] = 1;
  }
  return boundaries;
}
