// Takes the characters that every sheet needs, gives each face's subset, compressed once; and small subsets of what a sheet adds.

import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import { charactersOf } from '../characters.mjs';
import { FACE_NAMES, FONT_FILES } from '../faces.mjs';
import { openFont, subset } from './subset.mjs';

/** @typedef {import('../../sheet.d.ts').FaceName} FaceName */

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));

/** @param {readonly import('../../sheet.d.ts').Form[]} forms */
export function openFonts(forms) {
  const pieces = forms.flatMap(({ pages }) => pages.flatMap((page) => page.pieces));
  return FACE_NAMES.map((name, index) => {
    const bytes = readFileSync(FONT_FILES[name]);
    const file = openFont(bytes, fontkit.create(bytes));
    const texts = pieces.filter(({ face }) => face === name).map(({ text }) => text);
    const characters = [...new Set([...ASCII, ...charactersOf(texts.join(''))])];
    /** @type {ReadonlyMap<string, string>} */
    const codes = new Map(characters.map((character, at) => [character, hex4(at + 1)]));
    return { name, resource: `F${index + 1}`, file, characters, codes };
  });
}

/** @typedef {ReturnType<typeof openFonts>[number]} OpenFace */

/** @param {number} value */
export const hex4 = (value) => value.toString(16).padStart(4, '0');

/**
 * The five objects of a font, the first being the one that pages name.
 *
 * @param {OpenFace} face
 * @param {readonly string[]} characters
 * @param {number} number of the first object
 * @param {boolean} compressed
 */
export function fontObjects({ file, name }, characters, number, compressed) {
  const { font } = file;
  const glyphs = [0, ...characters.map((character) => font.glyphsForString(character)[0].id)];
  const scale = 1000 / font.unitsPerEm;
  const widths = glyphs.map((glyph) => Math.round(font.getGlyph(glyph).advanceWidth * scale * 100) / 100);
  const family = `ANNAIB+${font.postscriptName}`;
  const { minX, minY, maxX, maxY } = font.bbox;
  const box = [minX, minY, maxX, maxY].map((edge) => Math.round(edge * scale)).join(' ');
  return [
    dictionary(
      number,
      `/Type/Font/Subtype/Type0/BaseFont/${family}/Encoding/Identity-H/DescendantFonts[${number + 1} 0 R]/ToUnicode ${number + 4} 0 R`,
    ),
    dictionary(
      number + 1,
      `/Type/Font/Subtype/CIDFontType2/BaseFont/${family}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${number + 2} 0 R/CIDToGIDMap/Identity/DW 1000/W[0[${widths.join(' ')}]]`,
    ),
    dictionary(
      number + 2,
      `/Type/FontDescriptor/FontName/${family}/Flags 4/FontBBox[${box}]/ItalicAngle 0/Ascent ${Math.round(font.ascent * scale)}/Descent ${Math.round(font.descent * scale)}/CapHeight 700/StemV ${name.includes('bold') ? 140 : 80}/FontFile2 ${number + 3} 0 R`,
    ),
    stream(number + 3, subset(file, glyphs), compressed),
    stream(number + 4, Buffer.from(toUnicode(characters), 'latin1'), compressed),
  ];
}

/** @param {number} number @param {string} entries */
export const dictionary = (number, entries) =>
  Buffer.from(`${number} 0 obj\n<<${entries}>>\nendobj\n`, 'latin1');

/** @param {number} number @param {Buffer} bytes @param {boolean} compressed */
export function stream(number, bytes, compressed) {
  const packed = compressed ? deflateSync(bytes) : bytes;
  const filter = compressed ? '/Filter/FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<</Length ${packed.length}${filter}/Length1 ${bytes.length}>>\nstream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

/** @param {readonly string[]} characters */
function toUnicode(characters) {
  const lines = characters.map(
    (character, at) => `<${hex4(at + 1)}><${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`,
  );
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => {
    const block = lines.slice(at * 100, at * 100 + 100);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  });
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/U def/CMapType 2 def 1 begincodespacerange<0000><ffff>endcodespacerange\n${blocks.join('')}endcmap end end`;
}
