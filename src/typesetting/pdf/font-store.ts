/**
 * Takes the text that a typesetter knows before any document (the template's own, and words of whoever uses it), gives each
 * face's base subset, compressed once for all documents. Its core is that of the template's text alone, and may be prepared.
 *
 * A base subset is a function of that text alone, never of a document: so a document's bytes do not depend on those before it.
 */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import type { Face, FontLibrary } from '../fonts/face.js';
import type { BaseSubset } from '../paint/encoded-page.js';
import { type EmbeddedFont, embedAfter, type FontCore, fontCore } from './embedded-font.js';
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

/** The cores of the base subsets. */
export interface BaseCores {
  /** Undefined for a face that shows nothing of the text. */
  cids(face: Face): ReadonlySet<number> | undefined;
  /** Undefined where it is yet to be made of `cids`. */
  core(face: Face): FontCore | undefined;
}

/** `more`: words whose characters stand behind the core. */
export function createFontStore(
  library: FontLibrary,
  base: readonly BaseText[] | BaseCores,
  more: readonly BaseText[] = [],
): FontStore {
  const cores = 'cids' in base ? base : baseCores(library, base);
  const added = showing(library, more);
  const objects = new Map<string, SharedObjects>();
  const sets = new Map<string, ReadonlySet<number>>();
  const cids = (face: Face): ReadonlySet<number> => {
    let set = sets.get(face.id);
    if (set === undefined) {
      set = new Set([...(cores.cids(face) ?? []), ...(added(face) ?? [])]);
      sets.set(face.id, set);
    }
    return set;
  };
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
        const ofCore = cores.cids(face) ?? new Set();
        const core = cores.core(face) ?? coreOf(face, ofCore);
        shared = sharedFont(
          embedAfter(
            face,
            core,
            sorted(cids(face)).filter((cid) => !ofCore.has(cid)),
          ),
        );
        objects.set(face.id, shared);
      }
      return shared;
    },
  };
}

const baseCores = (library: FontLibrary, texts: readonly BaseText[]): BaseCores => ({
  cids: showing(library, texts),
  core: () => undefined,
});

/** Each face's share of texts. What no face holds is no business of the store: layout refuses it. */
function showing(
  library: FontLibrary,
  texts: readonly BaseText[],
): (face: Face) => ReadonlySet<number> | undefined {
  const sets = new Map<400 | 700, ReadonlyMap<string, ReadonlySet<number>>>();

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

  return (face) => share(face.weight).get(face.id);
}

export const coreOf = (face: Face, cids: ReadonlySet<number>): FontCore => fontCore(face, sorted(cids));

const sorted = (cids: ReadonlySet<number>): readonly number[] => [...cids].sort((a, b) => a - b);

const sharedFont = (font: EmbeddedFont): SharedObjects =>
  new SharedObjects((objects) => {
    const ref = objects.reserve();
    writeFont(objects, font, ref);
    return ref;
  });
