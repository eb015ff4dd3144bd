/**
 * Takes a style sheet's text, base text and fonts, gives the cores of the base subsets as they were prepared for the same;
 * undefined where they were not.
 *
 * A part of typesetter.ts: it calls stages.
 */

import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { prepared } from '../prepared.js';
import type { Face, FontLibrary } from './fonts/face.js';
import type { FontCore } from './pdf/embedded-font.js';
import { type BaseCores, coreOf, createFontStore } from './pdf/font-store.js';
import { baseTexts } from './style/base-texts.js';
import { parseStylesheet } from './style/parse-stylesheet.js';
import type { SectionLengths } from './style/section-lengths.js';

export interface BaseSource {
  readonly css: string;
  /** Their values have no part in it: fonts are no lengths. */
  readonly lengths: SectionLengths;
  readonly baseText: string;
}

/** What one face shows of the base text. */
interface Share {
  readonly id: string;
  readonly family: string;
  readonly weight: 400 | 700;
  readonly mark: string;
  readonly cids: Uint16Array;
}

export function preparedBase(source: BaseSource, fonts: FontLibrary): BaseCores | undefined {
  const key = keyOf(source, fonts);
  const bytes = prepared(key);
  const shares = bytes && (deserialize(bytes) as readonly Share[]);
  if (shares?.every((share) => isOfSameFont(share, fonts)) !== true) return undefined;
  const cids = new Map(shares.map((share) => [share.id, new Set(share.cids)]));
  return {
    cids: ({ id }) => cids.get(id),
    core(face) {
      const core = prepared(coreKey(key, face));
      return core && (deserialize(core) as FontCore);
    },
  };
}

/** What `preparedBase` looks for. */
export function prepareBase(
  source: BaseSource & { readonly cssFile: string },
  fonts: FontLibrary,
): ReadonlyMap<string, Uint8Array> {
  const { css, cssFile, lengths } = source;
  const key = keyOf(source, fonts);
  const stylesheet = parseStylesheet(css, cssFile, fonts, { lengths });
  const store = createFontStore(fonts, baseTexts(source.baseText, stylesheet));
  const faces = fonts.families.flatMap((family) =>
    ([400, 700] as const).map((weight) => fonts.chain([family], weight).primary),
  );
  const shown = [...new Set(faces)].filter((face) => store.cids(face).size > 0);
  const shares = shown.map((face): Share => {
    const { id, family, weight, mark } = face;
    return { id, family, weight, mark, cids: Uint16Array.from(store.cids(face)) };
  });
  return new Map([
    [key, serialize(shares)],
    ...shown.map((face) => [coreKey(key, face), serialize(coreOf(face, store.cids(face)))] as const),
  ]);
}

const isOfSameFont = ({ family, weight, mark }: Share, fonts: FontLibrary): boolean =>
  fonts.chain([family], weight).primary.mark === mark;

const keyOf = ({ css, lengths, baseText }: BaseSource, { families, faceIds }: FontLibrary): string =>
  `base subsets ${createHash('sha256')
    .update(JSON.stringify([css, Object.keys(lengths), baseText, families, faceIds]))
    .digest('base64')}`;

const coreKey = (key: string, { id }: Face): string => `${key} ${id}`;
