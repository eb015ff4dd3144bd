/** Takes a font library and a typesetter's base text, gives what all its documents share: subsets and pictures, compressed once. */

import type { FontLibrary } from '../fonts/face.js';
import { type BaseText, createFontStore, type FontStore } from './font-store.js';
import { createPictureStore, type PictureStore } from './picture-store.js';

export interface SharedStreams {
  readonly fonts: FontStore;
  readonly pictures: PictureStore;
}

export function createSharedStreams(library: FontLibrary, base: BaseText): SharedStreams {
  return { fonts: createFontStore(library, base), pictures: createPictureStore() };
}
