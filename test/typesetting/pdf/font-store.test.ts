import { expect, test } from 'vitest';
import { loadFontLibrary } from '../../../src/typesetting/fonts/font-library.js';
import { VENDORED } from '../../../src/typesetting/fonts/vendored-fonts.js';
import { createFontStore } from '../../../src/typesetting/pdf/font-store.js';

/** A library in which only one file can be opened. */
const library = loadFontLibrary({
  faces: VENDORED.faces
    .filter(({ weight }) => weight === 400)
    .map((face) => (face.family === 'BIZ UDPGothic' ? face : { ...face, file: '/no/such/font.ttf' })),
  fallback: ['BIZ UDPGothic', 'Noto Sans JP', 'HanaMinA'],
});
const families = ['BIZ UDPGothic'];
const { primary } = library.chain(families, 400);

const cidsOf = (text: string): number =>
  createFontStore(library, [{ text, families, weight: 400 }]).cids(primary).size;

test('the lines and tabs of a template open no font in search of a glyph for them', () => {
  expect(cidsOf('設定\r\n\tカード\u0085\u2028')).toBe(cidsOf('設定カード'));
});

test('what the first font lacks is looked for in the others', () => {
  expect(() => cidsOf('𠮷')).toThrow('/no/such/font.ttf');
});
