/** Takes nothing, gives the file of what can be worked out of what annai ships before any customer comes: see prepared.ts. */

import { parseFacts } from './office/sheet/facts.js';
import { parseTemplate } from './office/template/parse-template.js';
import { LANGUAGE, readOffice, SHIPPED_TEMPLATE } from './pipeline.js';
import { preparedFile } from './prepared.js';
import { prepareTemplate } from './prepared-template.js';
import { numberFace } from './typesetting/fonts/load-face.js';
import { NUMBERS, VENDORED, vendoredFonts } from './typesetting/fonts/vendored-fonts.js';
import { prepareFrame } from './typesetting/pdf/prepared-frame.js';
import { prepareBase } from './typesetting/prepared-base.js';
import { prepareSheets } from './typesetting/prepared-sheets.js';

export function prepareShipped(): Uint8Array {
  const results = new Map<string, Uint8Array>();
  for (const face of VENDORED.faces) {
    const { mark, packed } = numberFace(face);
    results.set(NUMBERS + mark, packed);
  }
  const { typeset } = readOffice(SHIPPED_TEMPLATE, SHIPPED_TEMPLATE, (sources) => {
    const parsed = parseTemplate(sources, parseFacts);
    results.set(...prepareTemplate(sources, parsed));
    return parsed;
  });
  const fonts = vendoredFonts();
  for (const [key, bytes] of prepareSheets(typeset.css, fonts)) results.set(key, bytes);
  for (const [key, bytes] of prepareBase(typeset, fonts)) results.set(key, bytes);
  results.set(...prepareFrame(LANGUAGE));
  return preparedFile(results);
}
