// Gives the font files that every contestant uses, by the names of sheet.d.ts.

import { fileURLToPath } from 'node:url';

const file = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../fonts/${name}.ttf`, import.meta.url));

/** @type {Readonly<Record<import('../sheet.d.ts').FaceName, string>>} */
export const FONT_FILES = {
  regular: file('biz-ud-gothic/BIZUDPGothic-Regular'),
  bold: file('biz-ud-gothic/BIZUDPGothic-Bold'),
  mono: file('atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Regular'),
  'mono-bold': file('atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Bold'),
};

export const FACE_NAMES = /** @type {readonly import('../sheet.d.ts').FaceName[]} */ (
  Object.keys(FONT_FILES)
);
