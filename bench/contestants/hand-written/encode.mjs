// Takes pieces and paths, gives PDF's operators. Characters that a face's base subset lacks get codes of a supplement.

import { charactersOf } from '../characters.mjs';
import { hex4 } from './fonts.mjs';

/** @typedef {import('./fonts.mjs').OpenFace} OpenFace */

/** The characters that a file adds to each face, in the order of their codes. */
export class Supplement {
  /** @type {Map<OpenFace, Map<string, string>>} */
  added = new Map();

  /** @param {OpenFace} face @param {string} character */
  code(face, character) {
    let codes = this.added.get(face);
    if (codes === undefined) {
      codes = new Map();
      this.added.set(face, codes);
    }
    let code = codes.get(character);
    if (code === undefined) {
      code = hex4(codes.size + 1);
      codes.set(character, code);
    }
    return code;
  }
}

/**
 * @param {import('../../sheet.d.ts').PlacedPage} page
 * @param {ReadonlyMap<string, OpenFace>} faces
 * @param {Supplement} supplement
 */
export function encode({ pieces, paths }, faces, supplement) {
  let operators = '';
  for (const { d, paint, color, width } of paths) {
    operators += paint === 'f' ? `${rgb(color)} rg\n${d}f\n` : `${rgb(color)} RG\n${width} w\n${d}S\n`;
  }
  for (const { x, y, size, face: name, color, text } of pieces) {
    const face = faces.get(name);
    if (face === undefined) continue;
    operators += `BT ${rgb(color)} rg ${x} ${y} Td`;
    let shown = '';
    let base = true;
    for (const character of charactersOf(text)) {
      const code = face.codes.get(character);
      if ((code !== undefined) !== base) {
        if (shown !== '') operators += ` /${face.resource}${base ? '' : 's'} ${size} Tf <${shown}> Tj`;
        shown = '';
        base = !base;
      }
      shown += code ?? supplement.code(face, character);
    }
    operators += ` /${face.resource}${base ? '' : 's'} ${size} Tf <${shown}> Tj ET\n`;
  }
  return operators;
}

/** @type {Map<string, string>} */
const components = new Map();

/** @param {string} color */
function rgb(color) {
  let known = components.get(color);
  if (known === undefined) {
    known = [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ');
    components.set(color, known);
  }
  return known;
}
