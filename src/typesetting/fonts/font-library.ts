/** Takes a table of font files, gives the library of families with their fallback order; each file is read when first asked. */

import { refuse } from '../../problem.js';
import type { Face, FontChain, FontLibrary, ResolvedCluster } from './face.js';
import { type FaceEntry, loadFace, type NumberedBefore } from './load-face.js';

export interface FontTable {
  /** One line a face. A family without a bold face is set in its regular one. */
  readonly faces: readonly FaceEntry[];
  /**
   * Families asked, in this order, for what those that CSS names lack: `font-family` decides how a character looks,
   * never whether it can be printed.
   */
  readonly fallback: readonly string[];
}

export function loadFontLibrary(table: FontTable, numbered?: NumberedBefore): FontLibrary {
  refuseDoubles(table);
  const families = [...new Set(table.faces.map((entry) => entry.family))];
  const loaded = new Map<string, Face>();
  const chains = new Map<string, FontChain>();
  /** The same, by the list itself: joining its names for every style of a document takes time. */
  const chainsOfLists = {
    400: new WeakMap<readonly string[], FontChain>(),
    700: new WeakMap<readonly string[], FontChain>(),
  };

  const face = (family: string, weight: 400 | 700): Face => {
    const entry = entryOf(table, family, weight);
    let found = loaded.get(entry.id);
    if (found === undefined) {
      found = loadFace(entry, numbered);
      loaded.set(entry.id, found);
    }
    return found;
  };

  const chainOfNames = (asked: readonly string[], weight: 400 | 700): FontChain => {
    const key = `${weight} ${asked.join(',')}`;
    let chain = chains.get(key);
    if (chain === undefined) {
      const order = [...new Set([...asked, ...table.fallback])];
      chain = chainOf(order.map((family) => () => face(family, weight)));
      chains.set(key, chain);
    }
    return chain;
  };

  return {
    families,
    faceIds: table.faces.map((entry) => entry.id),
    chain(asked, weight) {
      const known = chainsOfLists[weight].get(asked);
      if (known !== undefined) return known;
      const chain = chainOfNames(asked, weight);
      chainsOfLists[weight].set(asked, chain);
      return chain;
    },
  };
}

function chainOf(faces: readonly (() => Face)[]): FontChain {
  const [first] = faces;
  /** What was found so far; it grows to what the fonts hold and no further. */
  const found = new Map<string, ResolvedCluster>();
  /** The same for clusters of one UTF-16 unit, which are nearly all: a number is found sooner than a text. */
  const foundUnits = new Map<number, ResolvedCluster>();
  return {
    get primary() {
      if (first === undefined) throw new Error('annai: internal error: a font chain without families');
      return first();
    },
    resolve(cluster) {
      const unit = cluster.length === 1 ? cluster.charCodeAt(0) : undefined;
      const known = unit === undefined ? found.get(cluster) : foundUnits.get(unit);
      if (known !== undefined) return known;
      for (const open of faces) {
        const face = open();
        const cids = face.cids(cluster);
        if (cids === undefined) continue;
        const resolved = { face, cids };
        if (unit === undefined) found.set(cluster, resolved);
        else foundUnits.set(unit, resolved);
        return resolved;
      }
      return undefined;
    },
  };
}

/** Ids name fonts in page resources: two faces of one id would draw each other's glyphs. */
function refuseDoubles({ faces }: FontTable): void {
  const seen = new Set<string>();
  for (const { id } of faces) {
    if (seen.has(id)) {
      refuse({
        code: 'fonts/double-id',
        message: {
          ja: `フォントの識別名「${id}」が2回使われています。`,
          en: `The font id "${id}" is used twice.`,
        },
        hint: { ja: 'フォントごとに違う名前をつけてください。', en: 'Give each font file an id of its own.' },
      });
    }
    seen.add(id);
  }
}

function entryOf(table: FontTable, family: string, weight: 400 | 700): FaceEntry {
  const entries = table.faces.filter((entry) => entry.family === family);
  const entry = entries.find((candidate) => candidate.weight === weight) ?? entries[0];
  if (entry !== undefined) return entry;
  return refuse({
    code: 'fonts/unknown-family',
    message: { ja: `フォント「${family}」はありません。`, en: `There is no font family "${family}".` },
    hint: {
      ja: `使えるフォント: ${[...new Set(table.faces.map((known) => known.family))].join('、')}`,
      en: `Families at hand: ${[...new Set(table.faces.map((known) => known.family))].join(', ')}`,
    },
  });
}
