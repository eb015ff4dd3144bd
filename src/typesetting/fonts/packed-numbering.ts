/**
 * Takes how a font's texts are numbered, gives it as bytes, and what is asked of it from these, without a step for each of
 * the font's characters.
 *
 * Numbers have the byte order of the computer, four bytes first:
 * counts | texts by cid | selector and base of each sequence | characters beyond U+FFFF | cids: of U+0000 to U+FFFF, of
 * these, of the sequences | glyphs of aliases | JSON of the rest.
 */

import type { CharacterIds, Numbering } from './character-ids.js';

const BASIC = 0x10000;
/** In the place of a code point: a text of more, at this index of `longTexts`. */
const LONG = 0x80000000;
const NO_TEXT = 0xffffffff;

interface Rest {
  readonly longTexts: readonly string[];
  readonly compositions: readonly (readonly [string, number])[];
}

/** How many there are of each. */
const COUNTS = 5;

export function packNumbering(numbering: Numbering): Uint8Array {
  const { glyphCount, characters, sequences, compositions, texts, aliases } = numbering;
  const longTexts: string[] = [];
  const textNumbers = Array.from(texts, (text) => {
    if (text === undefined) return NO_TEXT;
    return typeof text === 'number' ? text : LONG + longTexts.push(text) - 1;
  });
  const sorted = [...sequences]
    .flatMap(([selector, bases]) => [...bases].map(([base, cid]) => [selector, base, cid] as const))
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const beyond = [...characters].filter(([code]) => code >= BASIC).sort(([one], [other]) => one - other);
  const rest: Rest = { longTexts, compositions: [...compositions] };
  const json = Buffer.from(JSON.stringify(rest));
  const words = Uint32Array.of(
    ...[glyphCount, texts.length, sorted.length, beyond.length, json.length],
    ...textNumbers,
    ...sorted.map(([selector]) => selector),
    ...sorted.map(([, base]) => base),
    ...beyond.map(([code]) => code),
  );
  const basic = new Uint16Array(BASIC);
  for (const [code, cid] of characters) if (code < BASIC) basic[code] = cid;
  const halves = Uint16Array.of(
    ...beyond.map(([, cid]) => cid),
    ...sorted.map(([, , cid]) => cid),
    ...aliases,
  );
  return Buffer.concat([bytesOf(words), bytesOf(basic), bytesOf(halves), json]);
}

const bytesOf = ({ buffer }: Uint32Array | Uint16Array): Uint8Array => new Uint8Array(buffer);

/** `packed` must begin at a multiple of four bytes. */
export function unpackNumbering({ buffer, byteOffset }: Uint8Array): CharacterIds {
  const [glyphCount = 0, textCount = 0, sequenceCount = 0, beyondCount = 0, jsonLength = 0] = new Uint32Array(
    buffer,
    byteOffset,
    COUNTS,
  );
  let at = byteOffset + COUNTS * 4;
  const words = (count: number): Uint32Array => {
    const found = new Uint32Array(buffer, at, count);
    at += count * 4;
    return found;
  };
  const halves = (count: number): Uint16Array => {
    const found = new Uint16Array(buffer, at, count);
    at += count * 2;
    return found;
  };
  const texts = words(textCount);
  const selectors = words(sequenceCount);
  const bases = words(sequenceCount);
  const beyond = words(beyondCount);
  const basic = halves(BASIC);
  const beyondCids = halves(beyondCount);
  const sequenceCids = halves(sequenceCount);
  const aliases = halves(textCount - glyphCount);
  const json = Buffer.from(buffer, at, jsonLength);
  let rest:
    | { readonly longTexts: readonly string[]; readonly compositions: ReadonlyMap<string, number> }
    | undefined;
  const readRest = () => {
    if (rest !== undefined) return rest;
    const { longTexts, compositions } = JSON.parse(json.toString()) as Rest;
    rest = { longTexts, compositions: new Map(compositions) };
    return rest;
  };

  return {
    ofCharacter(code) {
      // 0 is .notdef, the number of no character.
      if (code < BASIC) return basic[code] || undefined;
      const index = indexIn(beyond, 0, beyondCount, code);
      return index < 0 ? undefined : beyondCids[index];
    },
    ofVariation(base, selector) {
      const from = lowerBound(selectors, 0, sequenceCount, selector);
      const to = lowerBound(selectors, from, sequenceCount, selector + 1);
      const index = indexIn(bases, from, to, base);
      return index < 0 ? undefined : sequenceCids[index];
    },
    ofComposition: (cluster) => readRest().compositions.get(cluster),
    text(cid) {
      const text = texts[cid];
      if (text === undefined || text === NO_TEXT)
        throw new Error(`annai: internal error: cid ${cid} has no text`);
      return text < LONG ? String.fromCodePoint(text) : (readRest().longTexts[text - LONG] ?? '');
    },
    glyphId: (cid) => (cid < glyphCount ? cid : (aliases[cid - glyphCount] ?? 0)),
  };
}

/** The first index from `from` on at which a sorted list reaches a value. */
function lowerBound(sorted: Uint32Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** −1 where it is not there. */
function indexIn(sorted: Uint32Array, from: number, to: number, value: number): number {
  const index = lowerBound(sorted, from, to, value);
  return index < to && sorted[index] === value ? index : -1;
}
