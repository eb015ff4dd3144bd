import { describe, expect, test } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import type { Kind } from '../../src/office/sheet/sheet.js';
import { sure } from '../../src/problem.js';
import type { Face, FontLibrary } from '../../src/typesetting/fonts/face.js';
import { vendoredFonts } from '../../src/typesetting/fonts/vendored-fonts.js';
import { typeset } from '../../src/typesetting/typesetter.js';
import { KINDS } from '../office/sheet/customer-for-tests.js';
import { testWithTools } from '../system-tools.js';
import { drawPage, type Picture } from '../typesetting/pdf/read-pdf.js';
import { compareInk, type InkFault } from './compare-ink.js';
import { drawByPoppler } from './draw-by-poppler.js';
import { type DrawnPage, drawnPages } from './drawn-page.js';
import { plainCopy, VARIATION } from './plain-copy.js';
import { type Copy, fullRecord, ISSUE_DATE, sheetFile } from './sheets.js';

/** Pixels a point. */
const SCALE = 2;

/** Kanji of every face and supplement: 辻 with a selector, 𠮷 槗 from Noto Sans JP, 𪚥 from HanaMinA, regular and bold. */
const rareRecord = (kind: Kind): Customer => ({
  ...fullRecord(kind),
  name: '葛\u{E0100}葛　𠮷槗𪚥辻\u{E0100}',
  senderName: '葛\u{E0100}葛𠮷槗𪚥',
  address2: '神\uFA19塚\uFA10祇\u{E0100}',
});

interface Compared {
  readonly pages: readonly DrawnPage[];
  readonly clusters: readonly InkFault[];
}

async function compare(
  bytes: Uint8Array,
  draw: (bytes: Uint8Array, page: number) => Promise<Picture>,
  scale = SCALE,
): Promise<Compared> {
  const pages = await drawnPages(bytes);
  const copy = await plainCopy(pages);
  const clusters: InkFault[] = [];
  for (const [index, page] of pages.entries()) {
    const [mine, theirs] = [await draw(bytes, index + 1), await draw(copy, index + 1)];
    clusters.push(...compareInk(page, mine, theirs, scale));
  }
  return { pages, clusters };
}

const byPdfjs = (bytes: Uint8Array, page: number): Promise<Picture> => drawPage(bytes, page, SCALE);

/** Most clusters are the same to the pixel, outlines of variations differ by 0.007; a wrong form by 0.07 and more, a blank by 0.3. */
const TOLERANCE = 0.01;
const faults = (clusters: readonly InkFault[]): readonly InkFault[] =>
  clusters.filter(({ apart }) => !(apart <= TOLERANCE));

const COPIES: readonly (Copy & { readonly record: (kind: Kind) => Customer })[] = [
  ...KINDS.map((kind) => ({ kind, edition: 'normal' as const, record: fullRecord })),
  { kind: 'PMK', edition: 'large', record: rareRecord },
  { kind: 'IM', edition: 'normal', record: rareRecord },
];

describe('every cluster of a whole sheet shows the ink that plain PDFKit draws for it', () => {
  test.each(COPIES)('$kind, $edition edition', async ({ record, ...copy }) => {
    const { bytes } = await sheetFile(copy, record);
    const { pages, clusters } = await compare(bytes, byPdfjs);
    expect(clusters.length).toBeGreaterThan(1000);
    expect(faults(clusters)).toEqual([]);
    expect(pages.flatMap(({ glyphs }) => glyphs.filter(({ cid }) => cid === 0))).toEqual([]);
    if (record !== rareRecord) return;
    expect([...new Set(clusters.map(({ face }) => face))].sort()).toEqual([
      'atkinson-mono',
      'atkinson-mono-bold',
      'biz-udpgothic',
      'biz-udpgothic-bold',
      'hanamin',
      'noto-sans-jp',
      'noto-sans-jp-bold',
    ]);
  });
});

/** Fonts that embed one glyph in the place of another. */
function swapped(drawn: string, embedded: string): FontLibrary {
  const fonts = vendoredFonts();
  const { primary } = fonts.chain(['BIZ UDPGothic'], 400);
  const glyph = (text: string): number => primary.glyphId(sure(primary.cids(text)?.[0], text));
  const other = (ids: readonly number[]) => ids.map((id) => (id === glyph(drawn) ? glyph(embedded) : id));
  const broken: Face = {
    ...primary,
    subset: (ids, core) => primary.subset(other(ids), core),
    core: (ids) => primary.core(other(ids)),
  };
  return {
    ...fonts,
    chain(families, weight) {
      const chain = fonts.chain(families, weight);
      return {
        primary: chain.primary.id === broken.id ? broken : chain.primary,
        resolve(cluster) {
          const found = chain.resolve(cluster);
          return found?.face.id === broken.id ? { ...found, face: broken } : found;
        },
      };
    },
  };
}

const small = (fonts: FontLibrary, size = '10.5pt'): Uint8Array =>
  typeset('<section><p>甲斐市　葛\u{E0100}葛　辻\u{E0100}辻　ー一二</p></section>', {
    css: `@page { size: A5; margin: 10mm } section { font-family: "BIZ UDPGothic"; font-size: ${size} }`,
    title: '試験',
    lang: 'ja',
    date: ISSUE_DATE,
    fonts,
  });

/** Draws a file's pages once, all together. */
function byPoppler(scale: number): (bytes: Uint8Array, page: number) => Promise<Picture> {
  const pictures = new Map<Uint8Array, readonly Picture[]>();
  return async (bytes, page) => {
    const drawn = pictures.get(bytes) ?? drawByPoppler(bytes, scale);
    pictures.set(bytes, drawn);
    return sure(drawn[page - 1], 'page');
  };
}

/** Plain PDFKit cannot draw variations but as outlines, and poppler smooths outlines otherwise than glyphs. */
testWithTools(['pdftoppm'], 'poppler sees the same ink, variations apart', async () => {
  const { bytes } = await sheetFile({ kind: 'IM', edition: 'normal' }, rareRecord);
  const { clusters } = await compare(bytes, byPoppler(SCALE), SCALE);
  expect(clusters.length).toBeGreaterThan(1000);
  expect(faults(clusters.filter(({ text }) => !VARIATION.test(text)))).toEqual([]);
});

testWithTools(['pdftoppm'], 'poppler sees variations in their own forms', async () => {
  const scale = 4;
  const { clusters } = await compare(small(vendoredFonts(), '84pt'), byPoppler(scale), scale);
  const { clusters: base } = await compare(
    small(swapped('葛\u{E0100}', '葛'), '84pt'),
    byPoppler(scale),
    scale,
  );
  const form = (all: readonly InkFault[]): number | undefined =>
    all.find(({ text }) => text === '葛\u{E0100}')?.apart;
  expect(form(clusters)).toBeLessThan(0.03);
  expect(form(base)).toBeGreaterThan(0.08);
});

describe('what the comparison finds', () => {
  const faultsOf = async (fonts: FontLibrary): Promise<readonly string[]> => {
    const { clusters } = await compare(small(fonts), byPdfjs);
    return faults(clusters).map(({ text }) => text);
  };

  test('nothing in sound fonts', async () => {
    expect(await faultsOf(vendoredFonts())).toEqual([]);
  });
  test('a blank', async () => {
    expect(await faultsOf(swapped('斐', '　'))).toEqual(['斐']);
    expect(await faultsOf(swapped('一', '　'))).toEqual(['一']);
  });
  test('the base form in the place of a variation', async () => {
    expect(await faultsOf(swapped('葛\u{E0100}', '葛'))).toEqual(['葛\u{E0100}']);
    expect(await faultsOf(swapped('辻', '辻\u{E0100}'))).toEqual(['辻']);
  });
  test('a variation in the place of the base form', async () => {
    expect(await faultsOf(swapped('葛', '葛\u{E0100}'))).toEqual(['葛']);
  });
  test('a sign that looks much alike', async () => {
    expect(await faultsOf(swapped('ー', '一'))).toEqual(['ー']);
  });
});
