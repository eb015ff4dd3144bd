import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import type { LinkArea, PlacedLine } from '../../../src/typesetting/layout/block.js';
import { encodePage } from '../../../src/typesetting/paint/encode-page.js';
import type { EncodedPage } from '../../../src/typesetting/paint/encoded-page.js';
import { createFontStore } from '../../../src/typesetting/pdf/font-store.js';
import { createSharedStreams, type SharedStreams } from '../../../src/typesetting/pdf/shared-streams.js';
import { writeDocument } from '../../../src/typesetting/pdf/write-document.js';
import { pt } from '../../../src/units.js';
import { testWithTools } from '../../system-tools.js';
import { blockOf, pageOf, setText } from '../paint/galley.js';
import { baseIn } from './base-in.js';
import { openPdf, placedTexts, textOf } from './read-pdf.js';

const META = { title: '設定情報のお知らせ', lang: 'ja-JP', date: '2026-11-23' };
const BASE = 'メールソフトの設定に必要な情報をお知らせします。様';
const library = vendoredFonts();
const regular = library.chain(['BIZ UDPGothic'], 400);
const bold = library.chain(['BIZ UDPGothic'], 700);

const linked = (area: Omit<LinkArea, 'role'>): readonly PlacedLine[] => [
  { content: { items: [], links: [{ ...area, role: 0 }] }, x: 0, y: 0, anchor: 0 },
];

const sharing = (text = BASE): SharedStreams => createSharedStreams(createFontStore(library, baseIn(text)));

function sheet(name: string, shared: SharedStreams): EncodedPage {
  const items = [
    ...setText('設定情報のお知らせ', bold, 0, pt(20), pt(18)),
    ...setText(`${name}様`, regular, 0, pt(50), pt(14)),
    ...setText(BASE, regular, 0, pt(80), pt(10.5)),
  ];
  const block = blockOf(items, undefined, {
    headings: [
      { level: 1, text: '設定情報のお知らせ', y: 0, role: 0 },
      { level: 3, text: '受信', y: pt(70), role: 0 },
      { level: 2, text: '送信 (SMTP)', y: pt(90), role: 0 },
    ],
    lines: linked({ x: 0, y: pt(40), width: pt(60), height: pt(14), href: 'https://example.jp/?a=(1)&b' }),
  });
  return encodePage(pageOf(block), () => 0, shared.fonts);
}

const file = (name: string, shared: SharedStreams): Uint8Array =>
  writeDocument([sheet(name, shared)], META, shared);

describe('pdf.js reads the file without a complaint', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation((message) => {
      throw new Error(String(message));
    });
    vi.spyOn(console, 'log').mockImplementation((message) => {
      throw new Error(String(message));
    });
  });
  afterEach(() => vi.restoreAllMocks());

  test('its text stands where it was painted', async () => {
    const shared = sharing();
    const texts = await placedTexts(file('髙橋', shared));
    const name = texts.find(({ text }) => text.startsWith('髙'));
    expect(name?.x).toBeCloseTo((20 * 72) / 25.4, 2);
    expect(name?.y).toBeCloseTo((277 * 72) / 25.4 - 50, 2);
  });

  test('its bookmarks are its headings, by level, skipped levels closed up', async () => {
    const document = await openPdf(file('髙橋', sharing()));
    const outline = await document.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['設定情報のお知らせ', ['受信', '送信 (SMTP)']],
    ]);
    await document.destroy();
  });

  test('its links lead where they should, over the area given', async () => {
    const document = await openPdf(file('髙橋', sharing()));
    const annotations = await (await document.getPage(1)).getAnnotations();
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({ subtype: 'Link', unsafeUrl: 'https://example.jp/?a=(1)&b' });
    const [left, bottom, right, top] = annotations[0].rect as number[];
    expect([(right ?? 0) - (left ?? 0), (top ?? 0) - (bottom ?? 0)].map(Math.round)).toEqual([60, 14]);
    await document.destroy();
  });

  test.each([
    ['https://example.jp/案内?a=1', 'https://example.jp/%E6%A1%88%E5%86%85?a=1'],
    ['https://峡西.example/', 'https://xn--ykt415h.example/'],
    ['案内.html', '%E6%A1%88%E5%86%85.html'],
  ])('a link to %s is written in ASCII', (href, written) => {
    const shared = sharing();
    const block = blockOf([], undefined, {
      lines: linked({ x: 0, y: 0, width: pt(1), height: pt(1), href }),
    });
    const bytes = writeDocument([encodePage(pageOf(block), () => 0, shared.fonts)], META, shared);
    expect(Buffer.from(bytes).toString('latin1')).toContain(`/URI (${written})`);
  });

  test('several pages come in order', async () => {
    const shared = sharing();
    const names = ['山田', '𠮷野', '葛\u{E0100}城', '髙橋'];
    const bytes = writeDocument(
      names.map((name) => sheet(name, shared)),
      META,
      shared,
    );
    const texts = await Promise.all(names.map((_, i) => textOf(bytes, i + 1)));
    texts.forEach((text, i) => {
      expect(text).toContain(`${names[i]}様`);
    });
  });
});

describe('the bytes of a document', () => {
  test('are the same twice, and from another typesetter with the same base text', () => {
    const shared = sharing();
    expect(Buffer.compare(file('髙橋𠮷', shared), file('髙橋𠮷', shared))).toBe(0);
    expect(Buffer.compare(file('髙橋𠮷', sharing()), file('髙橋𠮷', shared))).toBe(0);
  });

  test('do not depend on the documents written before', () => {
    const [one, other] = [sharing(), sharing()];
    for (const name of ['神﨑', '葛\u{E0101}城', '𪚥', '槗本']) file(name, one);
    expect(Buffer.compare(file('髙橋𠮷', one), file('髙橋𠮷', other))).toBe(0);
  });

  test('differ, identifier included, where the content differs', () => {
    const shared = sharing();
    const id = (bytes: Uint8Array): string | undefined =>
      /\/ID \[<(.*?)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    expect(id(file('髙橋', shared))).not.toBe(id(file('高橋', shared)));
  });
});

test('a customer adds no more than a small supplement to the base subsets', () => {
  const shared = sharing();
  expect(file('髙橋𠮷﨑', shared).length - file('様様', shared).length).toBeLessThan(8_000);
});

testWithTools(['qpdf'], 'qpdf finds nothing wrong', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'annai-pdf-')), 'sheet.pdf');
  writeFileSync(path, file('髙橋𠮷﨑葛\u{E0100}', sharing()));
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding errors',
  );
});

testWithTools(['pdftotext'], 'poppler reads the same text', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'annai-pdf-')), 'sheet.pdf');
  writeFileSync(path, file('髙橋𠮷﨑葛\u{E0100}塚Ａ～〜か\u309A', sharing()));
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
  expect(text.replaceAll(/\s/g, '')).toBe(`設定情報のお知らせ髙橋𠮷﨑葛\u{E0100}塚Ａ～〜か\u309A様${BASE}`);
});

testWithTools(['pdffonts'], 'every font is embedded and a subset, with a way back to text', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'annai-pdf-')), 'sheet.pdf');
  writeFileSync(path, file('髙橋𠮷', sharing()));
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts).toHaveLength(4);
  for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/);
});
