/**
 * Takes a grapheme cluster (UAX #29), gives the character ids that draw it, or undefined where the font lacks any part of it:
 * a character, the variation asked for, a mark in its right place.
 */

import type { CharacterIds } from './character-ids.js';

/**
 * Control, format, unassigned, private use, lone surrogates, line and paragraph separators: fonts hold some of them, often
 * blank, yet printed they are damage. So is U+FFFD, which stands for a character lost in decoding.
 */
const NEVER_PRINTED = /[\p{C}\p{Zl}\p{Zp}\uFFFD]/u;
const SELECTOR = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
const MARK = /^\p{M}$/u;

export function clusterIds(cluster: string, ids: CharacterIds): readonly number[] | undefined {
  if (cluster === '' || NEVER_PRINTED.test(cluster) || SELECTOR.test(cluster)) return undefined;
  const first = codePointAt(cluster, 0);
  if (cluster.length === 1 || (cluster.length === 2 && first > 0xffff)) return one(ids.ofCharacter(first));

  // Marks sit right only where the font draws base and mark in one glyph: annai places glyphs side by side.
  const composed = ids.ofComposition(cluster);
  if (composed !== undefined) return [composed];

  const letters = [...cluster];
  const cids: number[] = [];
  for (let i = 0; i < letters.length; i += 1) {
    const letter = letters[i] ?? '';
    const next = letters[i + 1];
    if (i > 0 && MARK.test(letter)) return undefined;
    let cid: number | undefined;
    if (next !== undefined && SELECTOR.test(next)) {
      cid = ids.ofVariation(codePointAt(letter, 0), codePointAt(next, 0));
      i += 1;
    } else cid = ids.ofCharacter(codePointAt(letter, 0));
    if (cid === undefined) return undefined;
    cids.push(cid);
  }
  return cids;
}

const one = (cid: number | undefined): readonly number[] | undefined =>
  cid === undefined ? undefined : [cid];

const codePointAt = (text: string, index: number): number => text.codePointAt(index) ?? 0;
