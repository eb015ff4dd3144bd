/**
 * Takes a font's GSUB table, gives the sequences of glyphs that `ccmp` makes one glyph of, in the font's own order
 * (OpenType 1.9 §GSUB, lookup type 4): か + U+309A becomes か゚.
 */

export type VisitComposition = (components: readonly number[], glyphId: number) => void;

const LIGATURES = 4;
const EXTENSION = 7;

export function eachComposition(gsub: Buffer, visit: VisitComposition): void {
  const lookupList = gsub.subarray(gsub.readUInt16BE(8));
  for (const index of ccmpLookups(gsub)) {
    const lookup = lookupList.subarray(lookupList.readUInt16BE(2 + index * 2));
    const type = lookup.readUInt16BE(0);
    const count = lookup.readUInt16BE(4);
    for (let i = 0; i < count; i += 1) {
      const subtable = lookup.subarray(lookup.readUInt16BE(6 + i * 2));
      if (type === LIGATURES) eachLigature(subtable, visit);
      else if (type === EXTENSION && subtable.readUInt16BE(2) === LIGATURES) {
        eachLigature(subtable.subarray(subtable.readUInt32BE(4)), visit);
      }
    }
  }
}

function ccmpLookups(gsub: Buffer): readonly number[] {
  const list = gsub.subarray(gsub.readUInt16BE(6));
  const lookups = new Set<number>();
  const features = list.readUInt16BE(0);
  for (let i = 0; i < features; i += 1) {
    if (list.toString('latin1', 2 + i * 6, 6 + i * 6) !== 'ccmp') continue;
    const feature = list.subarray(list.readUInt16BE(6 + i * 6));
    const count = feature.readUInt16BE(2);
    for (let k = 0; k < count; k += 1) lookups.add(feature.readUInt16BE(4 + k * 2));
  }
  return [...lookups].sort((a, b) => a - b);
}

function eachLigature(subtable: Buffer, visit: VisitComposition): void {
  const firsts = coverage(subtable.subarray(subtable.readUInt16BE(2)));
  firsts.forEach((first, i) => {
    const set = subtable.subarray(subtable.readUInt16BE(6 + i * 2));
    const count = set.readUInt16BE(0);
    for (let k = 0; k < count; k += 1) {
      const ligature = set.subarray(set.readUInt16BE(2 + k * 2));
      const components = [first];
      const length = ligature.readUInt16BE(2);
      for (let n = 1; n < length; n += 1) components.push(ligature.readUInt16BE(2 + n * 2));
      visit(components, ligature.readUInt16BE(0));
    }
  });
}

function coverage(table: Buffer): readonly number[] {
  const glyphs: number[] = [];
  const count = table.readUInt16BE(2);
  for (let i = 0; i < count; i += 1) {
    if (table.readUInt16BE(0) === 1) {
      glyphs.push(table.readUInt16BE(4 + i * 2));
      continue;
    }
    const last = table.readUInt16BE(6 + i * 6);
    for (let glyph = table.readUInt16BE(4 + i * 6); glyph <= last; glyph += 1) glyphs.push(glyph);
  }
  return glyphs;
}
