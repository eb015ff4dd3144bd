import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { numberAll } from '../../../src/typesetting/fonts/character-ids.js';
import { fontInMemory } from '../../../src/typesetting/fonts/font-bytes.js';
import { loadFontLibrary } from '../../../src/typesetting/fonts/font-library.js';
import { readGlyphTable } from '../../../src/typesetting/fonts/glyph-table.js';
import { loadFace, numberFace } from '../../../src/typesetting/fonts/load-face.js';
import { readSfnt } from '../../../src/typesetting/fonts/sfnt.js';
import { VENDORED } from '../../../src/typesetting/fonts/vendored-fonts.js';

describe.each(VENDORED.faces.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  const sfnt = readSfnt(fontInMemory(readFileSync(entry.file)), entry.file);
  const { glyphCount, characters, sequences, compositions, texts } = numberAll(
    sfnt,
    readGlyphTable(sfnt).count,
  );
  const { mark, packed } = numberFace(entry);
  const asked: string[] = [];
  const kept = loadFace(entry, (font) => {
    asked.push(font);
    return packed;
  });
  const face = loadFace(entry);

  test('is asked for by the mark that it is kept under', () => {
    expect(asked).toEqual([mark]);
  });

  test('numbers every text as if nothing were kept', () => {
    const clusters = [
      ...[...characters.keys()].map((code) => String.fromCodePoint(code)),
      ...[...sequences].flatMap(([selector, bases]) =>
        [...bases.keys()].map((base) => String.fromCodePoint(base, selector)),
      ),
      ...compositions.keys(),
      // What the font lacks.
      ...['\u{10FFFD}', '\u{2FFFD}', 'あ\u{E01EE}', '\u{E000}', 'x\u0300\u0301'],
    ];
    expect(clusters.length).toBeGreaterThan(300);
    expect(clusters.filter((cluster) => String(kept.cids(cluster)) !== String(face.cids(cluster)))).toEqual(
      [],
    );
  });

  test('gives every number back its text and its glyph', () => {
    const cids = Array.from({ length: texts.length }, (__, cid) => cid).filter(
      (cid) => texts[cid] !== undefined,
    );
    expect(cids.at(-1)).toBeGreaterThanOrEqual(glyphCount - 1);
    const wrong = cids.filter(
      (cid) => kept.text(cid) !== face.text(cid) || kept.glyphId(cid) !== face.glyphId(cid),
    );
    expect(wrong).toEqual([]);
    expect(() => kept.text(0xfffe)).toThrow(/no text/);
  });
});

test('two fonts whose characters are the same share what is kept of them, others do not', () => {
  const marks = VENDORED.faces.map((entry) => numberFace(entry));
  const byMark = new Map(marks.map(({ mark, packed }) => [mark, packed]));
  for (const { mark, packed } of marks)
    expect(Buffer.compare(byMark.get(mark) ?? Buffer.of(), packed)).toBe(0);
  const library = loadFontLibrary(VENDORED, (mark) => byMark.get(mark));
  expect(library.chain(['BIZ UDPGothic'], 400).resolve('葛\u{E0100}')?.face.id).toBeDefined();
});
