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
  /** The `font-family` lists in which it may be set; the library's first family where not given. */
  readonly families?: readonly (readonly string[])[];
}

/** Addresses, passwords and numbers of any customer. */
const PRINTABLE_ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i));

export function createFontStore(library: FontLibrary, { text, families }: BaseText): FontStore {
  const lists = families ?? [library.families.slice(0, 1)];
  const clusters = [...new Set([...PRINTABLE_ASCII, ...collectGraphemes(text)])];
  const sets = new Map<400 | 700, ReadonlyMap<string, ReadonlySet<number>>>();
  const embedded = new Map<string, SharedObjects>();
  const none: ReadonlySet<number> = new Set();

  /** Every face's share of the text at one weight. What no face holds is no business of the store: layout refuses it. */
  const share = (weight: 400 | 700): ReadonlyMap<string, ReadonlySet<number>> => {
    const found = sets.get(weight);
    if (found !== undefined) return found;
    const byFace = new Map<string, Set<number>>();
    for (const list of lists) {
      const chain = library.chain(list, weight);
      for (const cluster of clusters) {
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

  const cids = (face: Face): ReadonlySet<number> => share(face.weight).get(face.id) ?? none;

  return {
    cids,
    resource(face) {
      const index = library.faceIds.indexOf(face.id);
      if (index === -1) throw new Error(`annai: internal error: face ${face.id} is not of this library`);
      return `F${index + 1}`;
    },
    base(face) {
      let base = embedded.get(face.id);
      if (base === undefined) {
        const sorted = [...cids(face)].sort((a, b) => a - b);
        base = sharedFont(embedFont(face, sorted, 'small'));
        embedded.set(face.id, base);
      }
      return base;
    },
  };
}

const sharedFont = (font: EmbeddedFont): SharedObjects =>
  new SharedObjects((objects) => {
    const ref = objects.reserve();
    writeFont(objects, font, ref);
    return ref;
  });
