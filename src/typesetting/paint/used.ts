/** The glyphs and pictures that some operators show, gathered from many into what a part names. */

import type { Face } from '../fonts/face.js';
import type { BaseSubset, FaceUse, ImageUse } from './encoded-page.js';

export interface Used {
  readonly glyphs: readonly GlyphUse[];
  readonly images: readonly ImageUse[];
}

export interface GlyphUse {
  readonly face: Face;
  readonly usesBase: boolean;
  /** Glyphs that the base subset lacks. */
  readonly outside: readonly number[];
}

/** Each face and each picture once, in the order in which they first came. */
export function mergeUsed(all: readonly Used[]): Used {
  const faces = new Map<Face, { usesBase: boolean; readonly outside: Set<number> }>();
  const images = new Map<string, ImageUse>();
  for (const used of all) {
    for (const { face, usesBase, outside } of used.glyphs) {
      let merged = faces.get(face);
      if (merged === undefined) {
        merged = { usesBase: false, outside: new Set() };
        faces.set(face, merged);
      }
      merged.usesBase ||= usesBase;
      for (const cid of outside) merged.outside.add(cid);
    }
    for (const use of used.images) images.set(use.image.key, use);
  }
  const glyphs: GlyphUse[] = [];
  for (const [face, { usesBase, outside }] of faces) glyphs.push({ face, usesBase, outside: [...outside] });
  return { glyphs, images: [...images.values()] };
}

/** A face is two fonts of the file: its base, and a supplement with what that lacks. */
export function facesOf({ glyphs }: Used, base: BaseSubset): readonly FaceUse[] {
  const faces: FaceUse[] = [];
  for (const { face, usesBase, outside } of glyphs) {
    const resource = base.resource(face);
    if (usesBase) faces.push({ face, resource, part: 'base' });
    if (outside.length > 0) {
      const cids = [...outside].sort((a, b) => a - b);
      faces.push({ face, resource: supplementOf(resource), part: 'supplement', cids });
    }
  }
  return faces;
}

export const supplementOf = (resource: string): string => `${resource}s`;
