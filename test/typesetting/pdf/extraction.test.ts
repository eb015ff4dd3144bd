import { describe, expect, test } from 'vitest';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import { encodePage } from '../../../src/typesetting/paint/encode-page.js';
import { createFontStore } from '../../../src/typesetting/pdf/font-store.js';
import { createSharedStreams } from '../../../src/typesetting/pdf/shared-streams.js';
import { writeDocument } from '../../../src/typesetting/pdf/write-document.js';
import { pt } from '../../../src/units.js';
import { blockOf, pageOf, setText } from '../paint/galley.js';
import { baseIn } from './base-in.js';
import { textOf } from './read-pdf.js';

const library = vendoredFonts();
const regular = library.chain(['BIZ UDPGothic'], 400);
const META = { title: '題', lang: 'ja-JP', date: '2026-11-23' };

function pdfOf(lines: readonly string[], baseText: string): Uint8Array {
  const shared = createSharedStreams(createFontStore(library, baseIn(baseText)));
  const items = lines.flatMap((line, i) => setText(line, regular, 0, pt(20 * (i + 1)), pt(12)));
  return writeDocument([encodePage(pageOf(blockOf(items)), () => 0, shared.fonts)], META, shared);
}

const TEXTS = [
  ['a name with rare kanji', '髙橋𠮷﨑葛\u{E0100}'],
  ['both forms of one kanji', '葛葛\u{E0100}葛\u{E0101}辻辻\u{E0100}辻\u{E0101}'],
  ['compatibility ideographs', '塚塚神神'],
  ['full-width and half-width forms', 'ＡＢａｂ０１％ABab01%ｱｲｳｶﾞ'],
  ['wave dash and full-width tilde', '〜～-−‐－'],
  ['a composed kana', 'か゚がか\u3099'],
  ['what only HanaMinA has', '𪚥'],
  ['f and i', 'fiflffi'],
] as const;

describe('text comes back by copy, code point for code point', () => {
  test.each(TEXTS)('%s, from the supplement', async (_, text) => {
    expect(await textOf(pdfOf([text], ''))).toBe(text);
  });

  test.each(TEXTS)('%s, from the base subset', async (_, text) => {
    expect(await textOf(pdfOf([text], text))).toBe(text);
  });

  test('all at once, where the base subset has every other text', async () => {
    const base = TEXTS.filter((__, i) => i % 2 === 0).map(([, text]) => text);
    const lines = TEXTS.map(([, text]) => text);
    expect(await textOf(pdfOf(lines, base.join('')))).toBe(lines.join(''));
  });
});
