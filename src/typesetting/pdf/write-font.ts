/** Takes an embedded font, gives its objects in the file (ISO 32000-1 §9.7.6, §9.8). */

import type { FaceDescriptor } from '../fonts/face.js';
import type { EmbeddedFont, PackedStream } from './embedded-font.js';
import { type ObjectRef, type PdfDictionary, text, Verbatim } from './object-syntax.js';
import type { ObjectWriter } from './object-writer.js';
import { DEFAULT_WIDTH } from './widths.js';

export function writeFont(objects: ObjectWriter, font: EmbeddedFont, ref: ObjectRef): void {
  const program = objects.add(
    { ...streamEntries(font.program), Length1: font.program.length },
    font.program.bytes,
  );
  const descriptor = objects.add({
    Type: 'FontDescriptor',
    FontName: font.name,
    ...descriptorEntries(font.face.descriptor, 1000 / font.face.unitsPerEm),
    FontFile2: program,
  });
  const descendant = objects.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: font.name,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: DEFAULT_WIDTH,
    W: new Verbatim(font.widths),
    CIDToGIDMap: objects.add(streamEntries(font.glyphs), font.glyphs.bytes),
  });
  objects.write(ref, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: font.name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: objects.add(streamEntries(font.toUnicode), font.toUnicode.bytes),
  });
}

const streamEntries = ({ filter }: PackedStream): PdfDictionary =>
  filter === undefined ? {} : { Filter: filter };

function descriptorEntries(descriptor: FaceDescriptor, perEm: number): PdfDictionary {
  return {
    Flags: descriptor.flags,
    FontBBox: descriptor.bbox.map((edge) => Math.round(edge * perEm)),
    ItalicAngle: descriptor.italicAngle,
    Ascent: Math.round(descriptor.ascent * perEm),
    Descent: Math.round(descriptor.descent * perEm),
    CapHeight: Math.round(descriptor.capHeight * perEm),
    StemV: descriptor.stemV,
  };
}
