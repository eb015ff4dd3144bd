/**
 * Takes the text that a typesetter knows before any document (the template's own, the profile's), gives each face's base
 * subset, compressed once for all documents.
 *
 * A base subset is a function of that text alone, never of a document: so a document's bytes do not depend on those before it.
 */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import type { Face, FontLibrary } from '../fonts/face.js';
import type { BaseSubset } from '../paint/encoded-page.js';
import { type EmbeddedFont, embedFont } from './embedded-font.js';
import { SharedObjects } from './shared-objects.js';
import { writeFont } from './write-font.js';

export interface FontStore extends BaseSubset {
  base(face: Face): SharedObjects;
}

export interface BaseText {
  readonly text: string;
  /** A `font-family` list. */
  readonly families: readonly string[];
  readonly weight: 400 | 700;
}

/** Addresses, passwords and numbers of any customer. */
const PRINTABLE_ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i));

const BREAK = /^[\p{Cc}\p{Zl}\p{Zp}]/u;

/** The base subsets of a text. */
export interface BaseFonts {
  /** Undefined for a face that shows none of it. */
  cids(face: Face): ReadonlySet<number> | undefined;
  /** Undefined where it is yet to be made of `cids`. */
  embedded(face: Face): EmbeddedFont | undefined;
}

export function createFontStore(library: FontLibrary, base: readonly BaseText[] | BaseFonts): FontStore {
  const fonts = 'cids' in base ? base : baseFonts(library, base);
  const objects = new Map<string, SharedObjects>();
  const none: ReadonlySet<number> = new Set();
  const cids = (face: Face): ReadonlySet<number> => fonts.cids(face) ?? none;
  return {
    cids,
    resource(face) {
      const index = library.faceIds.indexOf(face.id);
      if (index === -1) throw new Error(`annai: internal error: face ${face.id} is not of this library`);
      return `F${index + 1}`;
    },
    base(face) {
      let shared = objects.get(face.id);
      if (shared === undefined) {
        shared = sharedFont(fonts.embedded(face) ?? embedBase(face, cids(face)));
        objects.set(face.id, shared);
      }
      return shared;
    },
  };
}

function baseFonts(library: FontLibrary, texts: readonly BaseText[]): BaseFonts {
  const sets = new Map<400 | 700, ReadonlyMap<string, ReadonlySet<number>>>();

  /** Every face's share of the text at one weight. What no face holds is no business of the store: layout refuses it. */
  const share = (weight: 400 | 700): ReadonlyMap<string, ReadonlySet<number>> => {
    const found = sets.get(weight);
    if (found !== undefined) return found;
    const byFace = new Map<string, Set<number>>();
    for (const { text, families } of texts.filter((each) => each.weight === weight)) {
      const chain = library.chain(families, weight);
      for (const cluster of new Set([...PRINTABLE_ASCII, ...collectGraphemes(text)])) {
        // No face holds a line feed: all would be opened in search of it.
        if (BREAK.test(cluster)) continue;
        const resolved = chain.resolve(cluster);
        if (resolved === undefined) continue;
        const set = byFace.get(resolved.face.id) ?? new Set();
        for (const cid of resolved.cids) set.add(cid);
        byFace.set(resolved.face.id, set);
      }
    }
    sets.set(weight, byFace);
    return byFace;
  };

  return { cids: (face) => share(face.weight).get(face.id), embedded: () => undefined };
}

export const embedBase = (face: Face, cids: ReadonlySet<number>): EmbeddedFont =>
  embedFont(
    face,
    [...cids].sort((a, b) => a - b),
    'small',
  );

const sharedFont = (font: EmbeddedFont): SharedObjects =>
  new SharedObjects((objects) => {
    const ref = objects.reserve();
    writeFont(objects, font, ref);
    return ref;
  });
