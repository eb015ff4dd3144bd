/** A face without a file: full-width characters 1 em, the rest half, as in BIZ UDGothic. Its cids are code points. */

import type { Face, FontChain, FontLibrary } from '../../../../src/typesetting/fonts/face.js';
import type { LayoutContext } from '../../../../src/typesetting/layout/layout-context.js';

const UNITS_PER_EM = 1000;
const isHalf = (codePoint: number): boolean =>
  codePoint < 0x370 || (codePoint >= 0xff61 && codePoint <= 0xff9f) || codePoint === 0x2009;

/** `lacks` is what the face has no glyph for. */
export function fixedFace(id = 'fixed', lacks = ''): Face {
  return {
    id,
    postScriptName: id,
    family: id,
    weight: 400,
    mark: id,
    unitsPerEm: UNITS_PER_EM,
    descriptor: {
      ascent: 880,
      descent: -120,
      capHeight: 700,
      bbox: [0, -120, 1000, 880],
      stemV: 80,
      italicAngle: 0,
      flags: 4,
    },
    cids: (cluster) =>
      [...lacks].some((missing) => cluster.includes(missing))
        ? undefined
        : [...cluster].map((character) => character.codePointAt(0) ?? 0),
    advance: (cid) => (isMark(cid) ? 0 : isHalf(cid) ? UNITS_PER_EM / 2 : UNITS_PER_EM),
    inkBox: () => undefined,
    text: (cid) => String.fromCodePoint(cid),
    glyphId: (cid) => cid,
    subset: () => new Uint8Array(),
    core: () => {
      throw new Error('no outlines');
    },
  };
}

const isMark = (codePoint: number): boolean =>
  /^(?:\p{M}|\u200D|\u2060)$/u.test(String.fromCodePoint(codePoint));

export function fixedFonts(...faces: readonly Face[]): FontLibrary {
  const asked = faces.length === 0 ? [fixedFace()] : faces;
  const chain: FontChain = {
    primary: asked[0] ?? fixedFace(),
    resolve: (cluster) => {
      for (const face of asked) {
        const cids = face.cids(cluster);
        if (cids !== undefined) return { face, cids };
      }
      return undefined;
    },
  };
  return { chain: () => chain, families: ['fixed'], faceIds: asked.map(({ id }) => id) };
}

export const fixedContext = (...faces: readonly Face[]): LayoutContext => ({
  fonts: fixedFonts(...faces),
  image: (src) => ({ key: src, format: 'png', width: 100, height: 50, bytes: new Uint8Array() }),
});
