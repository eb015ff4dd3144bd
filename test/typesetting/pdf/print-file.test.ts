import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import type { Item } from '../../../src/typesetting/layout/block.js';
import { encodePage } from '../../../src/typesetting/paint/encode-page.js';
import type { EncodedPage } from '../../../src/typesetting/paint/encoded-page.js';
import { createFontStore } from '../../../src/typesetting/pdf/font-store.js';
import { createPrintFile } from '../../../src/typesetting/pdf/print-file.js';
import { createSharedStreams } from '../../../src/typesetting/pdf/shared-streams.js';
import { writeDocument } from '../../../src/typesetting/pdf/write-document.js';
import { pt } from '../../../src/units.js';
import { testWithTools } from '../../system-tools.js';
import { blockOf, pageOf, setText } from '../paint/galley.js';
import { baseIn } from './base-in.js';
import { pngOf } from './png-writer.js';
import { drawPage, openPdf, textOf } from './read-pdf.js';

const META = { title: '印刷用', lang: 'ja-JP', date: '2026-11-23' };
const library = vendoredFonts();
const regular = library.chain(['BIZ UDPGothic'], 400);
const shared = createSharedStreams(createFontStore(library, baseIn('設定情報のお知らせ様')));
const LOGO: Item = {
  kind: 'image',
  x: pt(300),
  y: 0,
  width: pt(50),
  height: pt(50),
  role: -1,
  image: {
    key: 'logo.png',
    format: 'png',
    width: 1,
    height: 1,
    bytes: pngOf(1, 1, { color: 2, bitDepth: 8 }, [9, 99, 199]),
  },
};

const page = (text: string): EncodedPage =>
  encodePage(pageOf(blockOf([LOGO, ...setText(text, regular, 0, pt(40), pt(14))])), () => 0, shared.fonts);

const SECOND = page('二枚目はどのお客様も同じです');
const NAMES = ['髙橋', '𠮷野', '葛\u{E0100}城', '神﨑', '髙橋'];
const SHEETS = NAMES.map((name) => [page(`${name}様設定情報のお知らせ`), SECOND]);

function merged(sheets: readonly (readonly EncodedPage[])[], chunks: Uint8Array[] = []): Uint8Array {
  const file = createPrintFile(META, shared, (chunk) => chunks.push(chunk));
  sheets.forEach((pages, i) => {
    file.append(pages, { title: `${i + 1} ${NAMES[i % NAMES.length]}` });
  });
  file.end();
  return Buffer.concat(chunks);
}

const bytes = merged(SHEETS);
const objects = Buffer.from(bytes).toString('latin1');

describe('a print file', () => {
  test('holds every sheet in order, its text intact', async () => {
    for (const [i, name] of NAMES.entries()) {
      expect(await textOf(bytes, i * 2 + 1)).toBe(`${name}様設定情報のお知らせ`);
      expect(await textOf(bytes, i * 2 + 2)).toBe('二枚目はどのお客様も同じです');
    }
  });

  test('shows each page as the sheet alone shows it, to the pixel', async () => {
    for (const [i, sheet] of SHEETS.entries()) {
      const alone = await drawPage(writeDocument(sheet, META, shared));
      const together = await drawPage(bytes, i * 2 + 1);
      expect(Buffer.compare(Buffer.from(alone.pixels), Buffer.from(together.pixels))).toBe(0);
    }
  });

  test('has one subset a face, one picture, and what is painted again once', () => {
    expect(objects.match(/\/FontFile2/g)).toHaveLength(2);
    expect(objects.match(/\/Subtype \/Image/g)).toHaveLength(1);
    const contents = [...objects.matchAll(/\/Contents \[(\d+) 0 R\]/g)].map(([, id]) => id);
    expect(contents).toHaveLength(10);
    expect(new Set(contents).size).toBe(5);
  });

  test('has a bookmark for each document', async () => {
    const document = await openPdf(bytes);
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(NAMES.map((name, i) => `${i + 1} ${name}`));
    const third = outline[2]?.dest as [{ num: number; gen: number }];
    expect(await document.getPageIndex(third[0])).toBe(4);
    await document.destroy();
  });

  test('has the same bytes twice', () => {
    expect(Buffer.compare(merged(SHEETS), bytes)).toBe(0);
  });
});

test('pages are handed on as they come: what is still held back does not grow with them', () => {
  const chunks: Uint8Array[] = [];
  const file = createPrintFile(META, shared, (chunk) => chunks.push(chunk));
  const written = (): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const behind: number[] = [];
  for (let i = 0; i < 2000; i += 1) {
    file.append([page(`${String.fromCodePoint(0x4e00 + i)}様`)], { title: String(i) });
    if (i % 500 === 499) behind.push(written());
  }
  behind.forEach((length, i) => {
    expect(length).toBeGreaterThan((i + 1) * 500 * 300 - 70_000);
  });
  file.end();
});

test('a thousand pages stand in a tree, each found by its number', async () => {
  const sheets = Array.from({ length: 1000 }, (_, i) => [i === 777 ? page('七七七') : SECOND]);
  const document = await openPdf(merged(sheets));
  expect(document.numPages).toBe(1000);
  const content = await (await document.getPage(778)).getTextContent();
  expect(content.items.map((item) => ('str' in item ? item.str : '')).join('')).toBe('七七七');
  await document.destroy();
});

test('an empty print file is a file without pages and without bookmarks', () => {
  expect(Buffer.from(merged([])).toString('latin1')).not.toContain('/Outlines');
});

testWithTools(['qpdf'], 'qpdf finds nothing wrong with a print file', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'annai-print-')), 'print.pdf');
  writeFileSync(path, bytes);
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding errors',
  );
});
