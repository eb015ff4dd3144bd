/** Takes a font's cmap table, gives every character with its glyph, in code point order (OpenType 1.9 §cmap, formats 4, 12). */

export type VisitCharacter = (codePoint: number, glyphId: number) => void;

const UNICODE = 0;
const WINDOWS = 3;

/** Visits the fullest Unicode subtable; characters mapped to glyph 0 are not in the font. False where there is none. */
export function eachCharacter(cmap: Buffer, visit: VisitCharacter): boolean {
  const full = subtable(cmap, 12);
  if (full !== undefined) {
    eachOfFormat12(full, visit);
    return true;
  }
  const basic = subtable(cmap, 4);
  if (basic === undefined) return false;
  eachOfFormat4(basic, visit);
  return true;
}

/** The first Unicode subtable of a format. */
export function subtable(cmap: Buffer, format: number): Buffer | undefined {
  const count = cmap.readUInt16BE(2);
  for (let i = 0; i < count; i += 1) {
    const platform = cmap.readUInt16BE(4 + i * 8);
    const encoding = cmap.readUInt16BE(6 + i * 8);
    // Windows encoding 0 is for symbol fonts: their codes are not Unicode.
    if (platform !== UNICODE && !(platform === WINDOWS && (encoding === 1 || encoding === 10))) continue;
    const at = cmap.readUInt32BE(8 + i * 8);
    if (cmap.readUInt16BE(at) === format) return cmap.subarray(at);
  }
  return undefined;
}

function eachOfFormat12(table: Buffer, visit: VisitCharacter): void {
  const groups = table.readUInt32BE(12);
  for (let i = 0; i < groups; i += 1) {
    const group = 16 + i * 12;
    const first = table.readUInt32BE(group);
    const last = table.readUInt32BE(group + 4);
    const glyph = table.readUInt32BE(group + 8);
    for (let code = first; code <= last; code += 1) {
      if (glyph + code - first !== 0) visit(code, glyph + code - first);
    }
  }
}

function eachOfFormat4(table: Buffer, visit: VisitCharacter): void {
  const double = table.readUInt16BE(6);
  const starts = 16 + double;
  const deltas = starts + double;
  const ranges = deltas + double;
  for (let i = 0; i < double; i += 2) {
    const last = table.readUInt16BE(14 + i);
    const first = table.readUInt16BE(starts + i);
    const delta = table.readUInt16BE(deltas + i);
    const range = table.readUInt16BE(ranges + i);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      let glyph = code;
      if (range !== 0) {
        glyph = table.readUInt16BE(ranges + i + range + (code - first) * 2);
        if (glyph === 0) continue;
      }
      glyph = (glyph + delta) & 0xffff;
      if (glyph !== 0) visit(code, glyph);
    }
  }
}
