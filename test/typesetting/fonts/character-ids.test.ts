import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { eachCharacter } from '../../../src/typesetting/fonts/cmap-characters.js';
import { eachVariation } from '../../../src/typesetting/fonts/cmap-variations.js';
import type { Face } from '../../../src/typesetting/fonts/face.js';
import { fontInMemory } from '../../../src/typesetting/fonts/font-bytes.js';
import { loadFace } from '../../../src/typesetting/fonts/load-face.js';
import { readSfnt, required } from '../../../src/typesetting/fonts/sfnt.js';
import { VENDORED } from '../../../src/typesetting/fonts/vendored-fonts.js';

const NEVER_PRINTED = /[\p{C}\p{Zl}\p{Zp}\uFFFD]/u;

describe.each(VENDORED.faces.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  const bytes = readFileSync(entry.file);
  const face = loadFace(entry);
  const cmap = required(readSfnt(fontInMemory(bytes), entry.file), 'cmap');
  const characters: [string, number][] = [];
  eachCharacter(cmap, (codePoint, glyph) => {
    const text = String.fromCodePoint(codePoint);
    if (!NEVER_PRINTED.test(text)) characters.push([text, glyph]);
  });
  const plain = new Map(characters);
  const variations: [string, number][] = [];
  eachVariation(cmap, (base, selector, glyph) => {
    const drawn = glyph ?? plain.get(String.fromCodePoint(base));
    if (drawn !== undefined) variations.push([String.fromCodePoint(base, selector), drawn]);
  });

  test('draws each character with the glyph that fontkit finds for it', () => {
    const font = create(bytes) as Font;
    expect(characters.length).toBeGreaterThan(300);
    const wrong = characters.filter(
      ([text, glyph]) =>
        font.glyphForCodePoint(text.codePointAt(0) ?? 0).id !== glyph || drawn(face, text) !== glyph,
    );
    expect(wrong).toEqual([]);
  });

  test('draws each variation sequence with the glyph of cmap format 14', () => {
    expect(variations.filter(([text, glyph]) => drawn(face, text) !== glyph)).toEqual([]);
  });

  test('gives each text its own cid, from which the text comes back', () => {
    const seen = new Map<number, string>();
    for (const [text] of [...characters, ...variations]) {
      const [cid] = face.cids(text) ?? [];
      if (cid === undefined) throw new Error(`no cid for ${text}`);
      if (seen.has(cid)) throw new Error(`${text} has the cid of ${seen.get(cid)}`);
      if (face.text(cid) !== text) throw new Error(`${text} came back as ${face.text(cid)}`);
      seen.set(cid, text);
    }
    expect(Math.max(...seen.keys())).toBeLessThanOrEqual(0xffff);
    // 0 is .notdef: a box, or nothing, in place of a character.
    expect(seen.has(0)).toBe(false);
  });

  test('numbers texts alike, whatever is asked first', () => {
    const backwards = loadFace(entry);
    for (const [text] of [...variations.slice(-50), ...characters.slice(-50)].reverse()) {
      expect(backwards.cids(text)).toEqual(face.cids(text));
    }
  });

  test('knows the advance and the ink box that fontkit knows', () => {
    const font = create(bytes) as Font;
    for (const [text] of characters.filter((__, i) => i % 97 === 0)) {
      const [cid = 0] = face.cids(text) ?? [];
      const glyph = font.getGlyph(face.glyphId(cid));
      expect(face.advance(cid), text).toBe(glyph.advanceWidth);
      const { minX, minY, maxX, maxY } = glyph.bbox;
      const empty = !Number.isFinite(minX) || (minX === maxX && minY === maxY);
      const box = face.inkBox(cid);
      if (empty) expect(box, text).toBeUndefined();
      // Curves may end inside the box of their control points, which is what the file states.
      else expect((box?.[0] ?? 0) <= minX + 1 && (box?.[2] ?? 0) >= maxX - 1, text).toBe(true);
    }
  });
});

test('the shipped fonts hold the variation sequences they were chosen for', () => {
  const count = (id: string): readonly [number, number] => {
    const entry = VENDORED.faces.find((candidate) => candidate.id === id);
    if (entry === undefined) throw new Error(id);
    let [all, other] = [0, 0];
    eachVariation(
      required(readSfnt(fontInMemory(readFileSync(entry.file)), entry.file), 'cmap'),
      (__, ___, glyph) => {
        all += 1;
        if (glyph !== undefined) other += 1;
      },
    );
    return [all, other];
  };
  expect(count('biz-udpgothic')).toEqual([10160, 487]);
  expect(count('noto-sans-jp')).toEqual([13416, 333]);
  expect(count('hanamin')).toEqual([15945, 15945]);
});

/** fontkit reads format 14 right; only its looking up is wrong. */
interface FontkitVariations {
  readonly _cmapProcessor: {
    readonly uvs: {
      readonly varSelectors: {
        toArray(): readonly {
          readonly varSelector: number;
          readonly defaultUVS: readonly { startUnicodeValue: number; additionalCount: number }[] | null;
          readonly nonDefaultUVS: readonly { unicodeValue: number; glyphID: number }[] | null;
        }[];
      };
    };
    lookup(codePoint: number, selector: number): number;
  };
}

test.each([
  ['biz-udpgothic', 487, 400],
  ['biz-udpgothic-bold', 487, 400],
  ['noto-sans-jp', 333, 333],
] as const)(
  '%s: every non-default sequence is drawn in its own form, also those that fontkit misses',
  (id, count, missed) => {
    const entry = VENDORED.faces.find((candidate) => candidate.id === id);
    if (entry === undefined) throw new Error(id);
    const face = loadFace(entry);
    const { _cmapProcessor: cmap } = create(readFileSync(entry.file)) as unknown as FontkitVariations;
    let [seen, wrong] = [0, 0];
    const amiss: string[] = [];
    for (const { varSelector, defaultUVS, nonDefaultUVS } of cmap.uvs.varSelectors.toArray()) {
      for (const { unicodeValue, glyphID } of nonDefaultUVS ?? []) {
        seen += 1;
        if (cmap.lookup(unicodeValue, varSelector) !== glyphID) wrong += 1;
        const text = String.fromCodePoint(unicodeValue, varSelector);
        if (drawn(face, text) !== glyphID) amiss.push(text);
      }
      for (const { startUnicodeValue, additionalCount } of defaultUVS ?? []) {
        for (let base = startUnicodeValue; base <= startUnicodeValue + additionalCount; base += 1) {
          const text = String.fromCodePoint(base, varSelector);
          if (drawn(face, text) !== drawn(face, String.fromCodePoint(base))) amiss.push(text);
        }
      }
    }
    expect(amiss).toEqual([]);
    expect([seen, wrong]).toEqual([count, missed]);
  },
);

test('HanaMinA is cut to ideographs', () => {
  const entry = VENDORED.faces.find((candidate) => candidate.id === 'hanamin');
  if (entry === undefined) throw new Error('no HanaMinA');
  const others: string[] = [];
  eachCharacter(
    required(readSfnt(fontInMemory(readFileSync(entry.file)), entry.file), 'cmap'),
    (codePoint) => {
      const text = String.fromCodePoint(codePoint);
      if (!/[\p{Unified_Ideograph}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u.test(text)) others.push(text);
    },
  );
  expect(others).toEqual([]);
});

function drawn(face: Face, text: string): number | undefined {
  const cids = face.cids(text);
  return cids?.length === 1 ? face.glyphId(cids[0] ?? 0) : undefined;
}
