import { inflateSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import { embedFont } from '../../../src/typesetting/pdf/embedded-font.js';
import { createFontStore } from '../../../src/typesetting/pdf/font-store.js';
import { toUnicodeCMap } from '../../../src/typesetting/pdf/to-unicode.js';
import { widthArray } from '../../../src/typesetting/pdf/widths.js';
import { baseIn } from './base-in.js';

const library = vendoredFonts();
const face = library.chain(['BIZ UDPGothic'], 400).primary;
const cidsOf = (text: readonly string[]): number[] =>
  [...new Set(text.flatMap((cluster) => face.cids(cluster) ?? []))].sort((a, b) => a - b);

describe('the width array', () => {
  test('names neighbours together and leaves the usual width out', () => {
    const widths = new Map([
      [3, 500],
      [4, 600],
      [5, 1000],
      [6, 979.98046875],
      [9, 0],
    ]);
    expect(widthArray([3, 4, 5, 6, 9], (cid) => widths.get(cid) ?? -1)).toBe(
      '[3 [500 600] 6 [979.98046875] 9 [0]]',
    );
  });

  test('is empty where all have the usual width', () => {
    expect(widthArray([1, 2], () => 1000)).toBe('[]');
  });
});

describe('the map of the few glyphs that one document adds', () => {
  test('is that of the font packed small, and small itself', () => {
    const cids = cidsOf(['葛', 'A', 'か\u309A', '髙', '葛\u{E0101}']);
    const [small, fast] = [embedFont(face, cids, 'small'), embedFont(face, cids, 'fast')];
    expect(inflateSync(fast.glyphs.bytes)).toEqual(inflateSync(small.glyphs.bytes));
    expect(fast.glyphs.bytes.length).toBeLessThan(800);
  });
});

describe('the way back to text', () => {
  test('is UTF-16, surrogates and selectors included, in blocks of at most a hundred', () => {
    const texts = ['𠮷', '葛\u{E0100}', 'か\u309A', ...Array.from({ length: 200 }, () => 'あ')];
    const cmap = toUnicodeCMap(
      texts.map((_, i) => i + 1),
      (cid) => texts[cid - 1] ?? '',
    );
    expect(cmap).toContain('<0001> <d842dfb7>\n<0002> <845bdb40dd00>\n<0003> <304b309a>\n');
    expect(cmap.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '100 beginbfchar', '3 beginbfchar']);
  });
});

describe('an embedded font', () => {
  const text = ['葛', '葛\u{E0100}', '葛\u{E0101}', 'A', 'Ａ', 'か\u309A'];
  const cids = cidsOf(text);
  const font = embedFont(face, cids, 'small');

  test('leads each id to its glyph; ids of one glyph share it', () => {
    const map = inflateSync(font.glyphs.bytes);
    const program = create(Buffer.from(inflateSync(font.program.bytes))) as Font;
    const numbers = cids.map((cid) => map.readUInt16BE(cid * 2));
    expect(Math.min(...numbers)).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(new Set(cids.map(face.glyphId)).size);
    expect(program.numGlyphs).toBe(new Set(numbers).size + 1);
    cids.forEach((cid, i) => {
      expect(program.getGlyph(numbers[i] ?? 0).advanceWidth).toBe(face.advance(cid));
    });
  });

  test('maps what it does not hold to .notdef', () => {
    const map = inflateSync(font.glyphs.bytes);
    const held = new Set(cids);
    for (let cid = 0; cid * 2 < map.length; cid += 1) {
      if (!held.has(cid)) expect(map.readUInt16BE(cid * 2)).toBe(0);
    }
  });

  test('has a name that tells it from other subsets', () => {
    expect(font.name).toMatch(/^[A-Z]{6}\+BIZUDPGothic-Regular$/);
    expect(embedFont(face, cids.slice(1), 'fast').name).not.toBe(font.name);
  });
});

describe('the font store', () => {
  const store = createFontStore(library, baseIn('案内𠮷葛\u{E0100}\n\u{E000}'));

  test('puts the base text and printable ASCII into the faces that draw them', () => {
    const texts = [...store.cids(face)].map(face.text);
    for (const cluster of ['案', '内', '葛\u{E0100}', ' ', '~', 'A']) expect(texts).toContain(cluster);
    expect(texts).toHaveLength(95 + 3);
    const noto = library.chain(['Noto Sans JP'], 400).primary;
    expect([...store.cids(noto)].map(noto.text)).toEqual(['𠮷']);
  });

  test('has nothing of faces that draw none of it', () => {
    expect(store.cids(library.chain(['BIZ UDGothic'], 400).primary).size).toBe(0);
  });

  test('serves the families of the style sheet', () => {
    const mono = library.chain(['Atkinson Hyperlegible Mono'], 400).primary;
    const both = createFontStore(library, baseIn('案', ['BIZ UDPGothic'], ['Atkinson Hyperlegible Mono']));
    expect(both.cids(mono).size).toBe(95);
    expect(store.cids(mono).size).toBe(0);
  });

  test('names each face by its place in the library', () => {
    const names = library.families.flatMap((family) =>
      ([400, 700] as const).map((weight) => store.resource(library.chain([family], weight).primary)),
    );
    expect(names).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F9']);
  });

  test('compresses a base subset once', () => {
    expect(store.base(face)).toBe(store.base(face));
  });
});
