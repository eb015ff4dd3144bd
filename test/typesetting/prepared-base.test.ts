import { expect, test } from 'vitest';
import { vendoredFonts } from '../../src/typesetting/fonts/vendored-fonts.js';
import { prepareBase } from '../../src/typesetting/prepared-base.js';
import type { SectionLengths } from '../../src/typesetting/style/section-lengths.js';

const fonts = vendoredFonts();
const prepare = (css: string, lengths: SectionLengths, baseText: string) =>
  prepareBase({ css, cssFile: 'style.css', lengths, baseText }, fonts);

const CSS = '@page { size: A4; margin: 10mm } p { margin-left: var(--left) }';
const kept = prepare(CSS, { '--left': '5mm' }, '<p>設定</p>');

test("what is kept of a template serves every office's lengths, and is the same whichever it was made with", () => {
  expect(prepare(CSS, { '--left': '7mm' }, '<p>設定</p>')).toEqual(kept);
});

test.each([
  ['style sheet', () => prepare(`${CSS} p { text-indent: 1em }`, { '--left': '5mm' }, '<p>設定</p>')],
  ['text', () => prepare(CSS, { '--left': '5mm' }, '<p>設定。</p>')],
  ['name of a length', () => prepare(CSS, { '--left': '5mm', '--right': '5mm' }, '<p>設定</p>')],
])('another %s has other keys', (_, other) => {
  for (const key of other().keys()) expect(kept.has(key)).toBe(false);
});
