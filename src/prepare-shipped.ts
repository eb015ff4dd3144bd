/** Takes nothing, gives the file of what can be worked out of what annai ships before any customer comes: see prepared.ts. */

import { preparedFile } from './prepared.js';
import { numberFace } from './typesetting/fonts/load-face.js';
import { NUMBERS, VENDORED } from './typesetting/fonts/vendored-fonts.js';

export function prepareShipped(): Uint8Array {
  const results = new Map<string, Uint8Array>();
  for (const face of VENDORED.faces) {
    const { mark, packed } = numberFace(face);
    results.set(NUMBERS + mark, packed);
  }
  return preparedFile(results);
}
