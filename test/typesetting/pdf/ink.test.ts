import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import type { FontChain } from '../../../src/typesetting/fonts/face.js';
import { VENDORED, vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import { encodePage } from '../../../src/typesetting/paint/encode-page.js';
import { createFontStore } from '../../../src/typesetting/pdf/font-store.js';
import { createSharedStreams } from '../../../src/typesetting/pdf/shared-streams.js';
import { writeDocument } from '../../../src/typesetting/pdf/write-document.js';
import { pt } from '../../../src/units.js';
import { testWithTools } from '../../system-tools.js';
import { blockOf, pageOf, setText } from '../paint/galley.js';
import { baseIn } from './base-in.js';
import { drawPage, type Picture } from './read-pdf.js';

/** Clusters stand in a grid; cell n of ours is compared with cell n of plain PDFKit's. */
const COLUMNS = 8;
const CELL = 60;
const SIZE = 36;
const META = { title: '字', lang: 'ja-JP', date: '2026-11-23' };
/** PDFKit's page: the block of `pageOf` begins 20 mm from its edges. */
const MARGIN = (20 * 72) / 25.4;

const VARIATION = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

const library = vendoredFonts();
const regular = library.chain(['BIZ UDPGothic'], 400);
const bold = library.chain(['BIZ UDPGothic'], 700);
const mono = library.chain(['Atkinson Hyperlegible Mono'], 400);

const at = (index: number): { x: number; baseline: number } => ({
  x: (index % COLUMNS) * CELL,
  baseline: Math.floor(index / COLUMNS) * CELL + SIZE,
});

function ours(clusters: readonly string[], chain: FontChain, baseText: string): Uint8Array {
  const shared = createSharedStreams(createFontStore(library, baseIn(baseText)));
  const items = clusters.flatMap((cluster, i) =>
    setText(cluster, chain, pt(at(i).x), pt(at(i).baseline), pt(SIZE)),
  );
  return writeDocument([encodePage(pageOf(blockOf(items)), () => 0, shared.fonts)], META, shared);
}

const fonts = new Map<string, Font>();
function fontOf(id: string): Font {
  const file = VENDORED.faces.find((face) => face.id === id)?.file ?? '';
  const font = fonts.get(id) ?? (create(readFileSync(file)) as Font);
  fonts.set(id, font);
  return font;
}

/** PDFKit's own text; for variation sequences, which PDFKit prints wrong, the outline of the glyph that format 14 names. */
async function plain(clusters: readonly string[], chain: FontChain): Promise<Uint8Array> {
  const document = new PDFDocument({ size: [(210 * 72) / 25.4, (297 * 72) / 25.4], margin: 0 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  clusters.forEach((cluster, i) => {
    const found = chain.resolve(cluster);
    if (found === undefined) throw new Error(`no face for ${cluster}`);
    const { x, baseline } = at(i);
    const font = fontOf(found.face.id);
    if (VARIATION.test(cluster)) {
      const outline = font.getGlyph(found.face.glyphId(found.cids[0] ?? 0)).path;
      const scale = SIZE / font.unitsPerEm;
      document
        .save()
        .translate(MARGIN + x, MARGIN + baseline)
        .scale(scale, -scale);
      document.path(outline.toSVG()).fill('#000000').restore();
    } else {
      const file = VENDORED.faces.find((face) => face.id === found.face.id)?.file ?? '';
      document.font(file).fontSize(SIZE).fillColor('#000000');
      document.text(cluster, MARGIN + x, MARGIN + baseline, { lineBreak: false, baseline: 'alphabetic' });
    }
  });
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

const SCALE = 2;

function cell(picture: Picture, index: number): number[] {
  const { x, baseline } = at(index);
  const left = Math.round((MARGIN + x) * SCALE) - 4;
  const top = Math.round((MARGIN + baseline - SIZE) * SCALE) - 4;
  const dark: number[] = [];
  for (let dy = 0; dy < CELL * SCALE; dy += 1) {
    for (let dx = 0; dx < CELL * SCALE; dx += 1) dark.push(255 - picture.grey(left + dx, top + dy));
  }
  return dark;
}

/** How much of the ink differs, from 0 (the same) to 2 (nothing in common). */
function difference(one: readonly number[], other: readonly number[]): number {
  const ink = other.reduce((sum, value) => sum + value, 0);
  const apart = one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0);
  return apart / ink;
}

async function differences(
  clusters: readonly string[],
  chain: FontChain,
  baseText: string,
): Promise<readonly number[]> {
  const [mine, theirs] = await Promise.all([
    drawPage(ours(clusters, chain, baseText), 1, SCALE),
    plain(clusters, chain).then((bytes) => drawPage(bytes, 1, SCALE)),
  ]);
  return clusters.map((_, i) => difference(cell(mine, i), cell(theirs, i)));
}

const CLUSTERS = [
  ...'永あア髙﨑橋塚塚神',
  '葛',
  '葛\u{E0100}',
  '葛\u{E0101}',
  '辻\u{E0100}',
  '芦\u{E0100}',
  '祇\u{E0100}',
  '𠮷',
  '槗',
  '𪚥',
  'か\u309A',
  'が',
  ...'Ａａ１％～〜ー、。「」（）①㈱℡',
  ...'AaQg019!@#fi',
  ...'éöñ',
];

describe.each([
  ['regular', regular, CLUSTERS],
  ['bold', bold, CLUSTERS],
  ['monospaced', mono, [...'0O1lI|{}@#~', '案', '葛\u{E0100}']],
] as const)(
  '%s: every cluster has the ink that plain PDFKit gives it, where it gives it',
  (_, chain, clusters) => {
    test.each([
      ['base subset', clusters.join('')],
      ['supplement', ''],
    ])('from the %s', async (__, baseText) => {
      const found = await differences(clusters, chain, baseText);
      const wrong = clusters.flatMap((cluster, i) =>
        (found[i] ?? 2) < 0.02 ? [] : [`${cluster} ${found[i]}`],
      );
      expect(wrong).toEqual([]);
    });
  },
);

/** The page as poppler draws it, at the same scale. */
function drawnByPoppler(bytes: Uint8Array): Picture {
  const path = join(mkdtempSync(join(tmpdir(), 'annai-ink-')), 'page');
  writeFileSync(`${path}.pdf`, bytes);
  execFileSync('pdftoppm', ['-r', String(72 * SCALE), '-gray', '-singlefile', `${path}.pdf`, path]);
  const file = readFileSync(`${path}.pgm`);
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64)) ?? [];
  const pixels = new Uint8ClampedArray(file.subarray(head.length));
  return {
    width: Number(width),
    height: Number(height),
    pixels,
    grey: (x, y) => pixels[y * Number(width) + x] ?? 255,
  };
}

/** Poppler draws outlines as paths otherwise than as glyphs, so variation sequences are left to pdf.js. */
testWithTools(['pdftoppm'], 'poppler, too, draws clusters with the ink of plain PDFKit', async () => {
  const clusters = CLUSTERS.filter((cluster) => !VARIATION.test(cluster));
  const mine = drawnByPoppler(ours(clusters, regular, clusters.slice(0, 20).join('')));
  const theirs = drawnByPoppler(await plain(clusters, regular));
  const wrong = clusters.filter((_, i) => difference(cell(mine, i), cell(theirs, i)) > 0.02);
  expect(wrong).toEqual([]);
});

test('base subset and supplement give the same pixels', async () => {
  const [base, supplement] = await Promise.all([
    drawPage(ours(CLUSTERS, regular, CLUSTERS.join(''))),
    drawPage(ours(CLUSTERS, regular, '')),
  ]);
  expect(Buffer.compare(Buffer.from(base.pixels), Buffer.from(supplement.pixels))).toBe(0);
});

test('the comparison tells a wrong form from the right one', async () => {
  const [one, other] = await Promise.all([
    drawPage(ours(['葛\u{E0100}', '永'], regular, ''), 1, SCALE),
    drawPage(ours(['葛', '氷'], regular, ''), 1, SCALE),
  ]);
  expect(difference(cell(one, 0), cell(other, 0))).toBeGreaterThan(0.05);
  expect(difference(cell(one, 1), cell(other, 1))).toBeGreaterThan(0.05);
});

test('a line of forty glyphs ends where plain PDFKit ends it: widths do not drift', async () => {
  const line = 'いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさき';
  const shared = createSharedStreams(createFontStore(library, baseIn('')));
  const items = setText(line, regular, 0, pt(100), pt(11));
  const mine = await drawPage(
    writeDocument([encodePage(pageOf(blockOf(items)), () => 0, shared.fonts)], META, shared),
    1,
    SCALE,
  );
  const document = new PDFDocument({ size: [(210 * 72) / 25.4, (297 * 72) / 25.4], margin: 0 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.font(VENDORED.faces[0]?.file ?? '').fontSize(11);
  document.text(line, MARGIN, MARGIN + 100, { lineBreak: false, baseline: 'alphabetic' }).end();
  await ended;
  const theirs = await drawPage(Buffer.concat(chunks), 1, SCALE);
  expect(rightmost(mine)).toBeGreaterThan(600);
  expect(Math.abs(rightmost(mine) - rightmost(theirs))).toBeLessThanOrEqual(1);
});

function rightmost(picture: Picture): number {
  let found = 0;
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = picture.width - 1; x > found; x -= 1) {
      if (picture.grey(x, y) < 128) found = x;
    }
  }
  return found;
}
