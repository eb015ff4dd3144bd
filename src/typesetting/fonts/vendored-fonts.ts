/** Takes nothing, gives the library of the fonts that annai ships in fonts/ (origin and licences: fonts/README.md). */

import { shipped } from '../../package-root.js';
import { prepared } from '../../prepared.js';
import type { FontLibrary } from './face.js';
import { type FontTable, loadFontLibrary } from './font-library.js';

const path = (name: string): string => shipped(`fonts/${name}`);

export const VENDORED: FontTable = {
  faces: [
    {
      id: 'biz-udpgothic',
      family: 'BIZ UDPGothic',
      weight: 400,
      file: path('biz-ud-gothic/BIZUDPGothic-Regular.ttf'),
    },
    {
      id: 'biz-udpgothic-bold',
      family: 'BIZ UDPGothic',
      weight: 700,
      file: path('biz-ud-gothic/BIZUDPGothic-Bold.ttf'),
    },
    {
      id: 'biz-udgothic',
      family: 'BIZ UDGothic',
      weight: 400,
      file: path('biz-ud-gothic/BIZUDGothic-Regular.ttf'),
    },
    {
      id: 'biz-udgothic-bold',
      family: 'BIZ UDGothic',
      weight: 700,
      file: path('biz-ud-gothic/BIZUDGothic-Bold.ttf'),
    },
    {
      id: 'atkinson-mono',
      family: 'Atkinson Hyperlegible Mono',
      weight: 400,
      file: path('atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Regular.ttf'),
    },
    {
      id: 'atkinson-mono-bold',
      family: 'Atkinson Hyperlegible Mono',
      weight: 700,
      file: path('atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Bold.ttf'),
    },
    {
      id: 'noto-sans-jp',
      family: 'Noto Sans JP',
      weight: 400,
      file: path('noto-sans-jp/NotoSansJP-Regular.ttf'),
    },
    {
      id: 'noto-sans-jp-bold',
      family: 'Noto Sans JP',
      weight: 700,
      file: path('noto-sans-jp/NotoSansJP-Bold.ttf'),
    },
    { id: 'hanamin', family: 'HanaMinA', weight: 400, file: path('hanazono/HanaMinA-cut.ttf') },
  ],
  // HanaMinA comes last and holds ideographs only (fonts/hanazono/cut.py).
  fallback: ['BIZ UDPGothic', 'Noto Sans JP', 'HanaMinA'],
};

/** How the characters of a font are numbered, by the mark of `numberFace`. */
export const NUMBERS = 'numbers of ';

let library: FontLibrary | undefined;

/** The same library for all who ask: its files are read once a process. */
export function vendoredFonts(): FontLibrary {
  library ??= loadFontLibrary(VENDORED, (mark) => prepared(NUMBERS + mark));
  return library;
}
