import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import type { Face } from '../../../src/typesetting/fonts/face.js';
import { loadFace } from '../../../src/typesetting/fonts/load-face.js';
import { OUTLINES_AT } from '../../../src/typesetting/fonts/subset-truetype.js';
import { VENDORED } from '../../../src/typesetting/fonts/vendored-fonts.js';

const FACES = VENDORED.faces.map((entry) => [entry.id, entry] as const);

/** Every 61st glyph of the font, from .notdef on; many are composite in Noto and Atkinson. */
const sample = (count: number): readonly number[] =>
  Array.from({ length: Math.ceil(count / 61) }, (_, i) => i * 61);

describe.each(FACES)('a subset of %s', (_, entry) => {
  const original = create(readFileSync(entry.file)) as Font;
  const glyphIds = sample(original.numGlyphs);
  const bytes = loadFace(entry).subset(glyphIds);
  // Behind the core come glyphs that are not in it.
  const inCore = glyphIds.filter((_, i) => i % 3 === 0);
  const behind = glyphIds.filter((_, i) => i % 3 === 1);
  const withCore = behindCore(loadFace(entry), inCore, behind);

  test('draws every glyph as the font does', () => {
    const subset = create(Buffer.from(bytes)) as Font;
    glyphIds.forEach((id, number) => {
      expect(subset.getGlyph(number).path.toSVG(), `glyph ${id}`).toBe(original.getGlyph(id).path.toSVG());
      expect(subset.getGlyph(number).advanceWidth).toBe(original.getGlyph(id).advanceWidth);
    });
  });

  test('that begins with a core draws the core, and what comes behind it, as the font does', () => {
    const subset = create(withCore.file) as Font;
    expect(subset.numGlyphs).toBeGreaterThanOrEqual(glyphIds.length * (2 / 3));
    for (const [ids, first] of [
      [inCore, 0],
      [behind, withCore.core.ids.length],
    ] as const) {
      ids.forEach((id, i) => {
        expect(subset.getGlyph(first + i).path.toSVG(), `glyph ${id}`).toBe(
          original.getGlyph(id).path.toSVG(),
        );
        expect(subset.getGlyph(first + i).advanceWidth).toBe(original.getGlyph(id).advanceWidth);
      });
    }
  });

  test.each([
    ['of one list', Buffer.from(bytes)],
    ['that begins with a core', withCore.file],
  ])('%s is a font whose sums are right', (_, file) => {
    expect(sum(file, 0, file.length)).toBe(0xb1b0afba);
    let lastTag = '';
    for (let i = 0; i < file.readUInt16BE(4); i += 1) {
      const record = 12 + i * 16;
      const tag = file.toString('latin1', record, record + 4);
      expect(tag > lastTag).toBe(true);
      lastTag = tag;
      const start = file.readUInt32BE(record + 8);
      const end = start + Math.ceil(file.readUInt32BE(record + 12) / 4) * 4;
      expect(start % 4).toBe(0);
      // The head table's own sum counts its adjustment as 0.
      if (tag !== 'head') expect(sum(file, start, end), tag).toBe(file.readUInt32BE(record + 4));
    }
  });

  test('has the same bytes from another reading of the file', () => {
    expect(Buffer.compare(loadFace(entry).subset(glyphIds), bytes)).toBe(0);
  });
});

/** The whole file of a core and of glyphs behind it. */
function behindCore(face: Face, first: readonly number[], then: readonly number[]) {
  const { core, outlines } = face.core(first);
  const around = face.subset(then, core);
  const file = Buffer.concat([around.subarray(0, OUTLINES_AT), outlines, around.subarray(OUTLINES_AT)]);
  return { core, file };
}

test('composite glyphs bring their parts, once', () => {
  const entry = VENDORED.faces.find(({ id }) => id === 'atkinson-mono');
  if (entry === undefined) throw new Error('no Atkinson');
  const face = loadFace(entry);
  const ids = ['é', 'è', 'e'].map((letter) => face.glyphId((face.cids(letter) ?? [])[0] ?? 0));
  const subset = create(Buffer.from(face.subset([0, ...ids]))) as Font;
  const original = create(readFileSync(entry.file)) as Font;
  expect(subset.numGlyphs).toBe(6);
  ids.forEach((id, i) => {
    expect(subset.getGlyph(i + 1).path.toSVG()).toBe(original.getGlyph(id).path.toSVG());
  });
});

test('a large subset, beyond the reach of a short loca, draws the same', () => {
  const entry = VENDORED.faces[0];
  if (entry === undefined) throw new Error('no face');
  const original = create(readFileSync(entry.file)) as Font;
  const glyphIds = Array.from({ length: 2500 }, (_, i) => i);
  const subset = create(Buffer.from(loadFace(entry).subset(glyphIds))) as Font;
  expect(subset.getGlyph(2499).path.toSVG()).toBe(original.getGlyph(2499).path.toSVG());
});

function sum(file: Buffer, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at += 4) total = (total + file.readUInt32BE(at)) % 0x100000000;
  return total;
}
