// Takes a font and glyph ids, gives a TrueType file that holds only these glyphs, numbered in this order from 0; what
// composite glyphs are made of comes behind.

/**
 * @typedef {object} FontFile
 * @property {Buffer} bytes
 * @property {ReadonlyMap<string, readonly [offset: number, length: number]>} tables
 * @property {any} font fontkit's, for its character map and widths
 */

const KEPT = ['head', 'hhea', 'maxp', 'cvt ', 'fpgm', 'prep'];

/** @param {Buffer} bytes @param {any} font @returns {FontFile} */
export function openFont(bytes, font) {
  const count = bytes.readUInt16BE(4);
  const tables = new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + index * 16;
      const place = /** @type {const} */ ([bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)]);
      return /** @type {const} */ ([bytes.toString('latin1', at, at + 4), place]);
    }),
  );
  return { bytes, tables, font };
}

/** @param {FontFile} file @param {readonly number[]} wanted */
export function subset({ bytes, tables }, wanted) {
  const start = (/** @type {string} */ name) => tables.get(name)?.[0] ?? 0;
  const long = bytes.readInt16BE(start('head') + 50) === 1;
  const metrics = bytes.readUInt16BE(start('hhea') + 34);
  const offset = (/** @type {number} */ glyph) =>
    long ? bytes.readUInt32BE(start('loca') + glyph * 4) : bytes.readUInt16BE(start('loca') + glyph * 2) * 2;
  const glyphs = [...wanted];
  const numbers = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const numberOf = (/** @type {number} */ glyph) => {
    let number = numbers.get(glyph);
    if (number === undefined) {
      number = glyphs.push(glyph) - 1;
      numbers.set(glyph, number);
    }
    return number;
  };
  /** @type {Buffer[]} */
  const outlines = [];
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index] ?? 0;
    const outline = bytes.subarray(start('glyf') + offset(glyph), start('glyf') + offset(glyph + 1));
    outlines.push(outline.length > 0 && outline.readInt16BE(0) < 0 ? renumbered(outline, numberOf) : outline);
  }
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  const hmtx = Buffer.alloc(glyphs.length * 4);
  let length = 0;
  for (const [index, glyph] of glyphs.entries()) {
    length += outlines[index]?.length ?? 0;
    loca.writeUInt32BE(length, (index + 1) * 4);
    const measured = Math.min(glyph, metrics - 1);
    bytes.copy(hmtx, index * 4, start('hmtx') + measured * 4, start('hmtx') + measured * 4 + 4);
  }
  /** @type {[string, Buffer][]} */
  const parts = KEPT.flatMap((name) => {
    const place = tables.get(name);
    return place === undefined ? [] : [[name, Buffer.from(bytes.subarray(place[0], place[0] + place[1]))]];
  });
  const table = new Map(
    /** @type {[string, Buffer][]} */ ([
      ...parts,
      ['loca', loca],
      ['hmtx', hmtx],
      ['glyf', Buffer.concat(outlines)],
    ]),
  );
  table.get('head')?.writeInt16BE(1, 50);
  table.get('hhea')?.writeUInt16BE(glyphs.length, 34);
  table.get('maxp')?.writeUInt16BE(glyphs.length, 4);
  return assemble(table);
}

const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** A composite glyph that names its parts by their new numbers. @param {Buffer} outline @param {(glyph: number) => number} numberOf */
function renumbered(outline, numberOf) {
  const copy = Buffer.from(outline);
  for (let at = 10, flags = MORE; (flags & MORE) !== 0; ) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(numberOf(copy.readUInt16BE(at + 2)), at + 2);
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
  }
  return copy;
}

/** @param {ReadonlyMap<string, Uint8Array>} tables */
function assemble(tables) {
  const names = [...tables.keys()].sort();
  const head = Buffer.alloc(12 + names.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(names.length, 4);
  /** @type {Uint8Array[]} */
  const parts = [head];
  let at = head.length;
  for (const [index, name] of names.entries()) {
    const table = tables.get(name) ?? Buffer.alloc(0);
    head.write(name, 12 + index * 16, 'latin1');
    head.writeUInt32BE(at, 12 + index * 16 + 8);
    head.writeUInt32BE(table.length, 12 + index * 16 + 12);
    const padded = (table.length + 3) & ~3;
    parts.push(table, Buffer.alloc(padded - table.length));
    at += padded;
  }
  return Buffer.concat(parts);
}
