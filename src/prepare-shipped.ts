/** Takes nothing, gives the file of what can be worked out of what annai ships before any customer comes: see prepared.ts. */

import { readOffice, SHIPPED_TEMPLATE } from './pipeline.js';
import { preparedFile } from './prepared.js';
import { numberFace } from './typesetting/fonts/load-face.js';
import { NUMBERS, VENDORED, vendoredFonts } from './typesetting/fonts/vendored-fonts.js';
import { prepareBase } from './typesetting/prepared-base.js';

export function prepareShipped(): Uint8Array {
  const { typeset } = readOffice(SHIPPED_TEMPLATE, SHIPPED_TEMPLATE);
  return preparedFile(
    new Map([
      ...VENDORED.faces.map((entry) => {
        const { mark, packed } = numberFace(entry);
        return [NUMBERS + mark, packed] as const;
      }),
      ...prepareBase(typeset, vendoredFonts()),
    ]),
  );
}
