import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { loadProvider } from '../../src/office/provider/load-provider.js';
import { createPipeline, SHIPPED_TEMPLATE } from '../../src/pipeline.js';
import { KINDS } from '../office/sheet/customer-for-tests.js';
import { drawPage, openPdf, textOf } from '../typesetting/pdf/read-pdf.js';
import { drawnPages } from './drawn-page.js';
import { findCollisions, SHEET_AREA } from './find-collisions.js';
import { readBarcodes } from './read-barcode.js';
import { COPIES, EDITIONS, fullRecord, ISSUE_DATE, minimumRecord, pipelineOf } from './sheets.js';

const SUPPORT_PAGE = 'examples/provider-with-support-page';
const BARCODE = 'examples/provider-with-barcode';
const URL_OF_PAGE = 'https://support.example.jp/mail';

/** The package's types are those of a CommonJS default. */
const readQr = jsQR as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string; readonly location: Readonly<Record<string, { x: number; y: number }>> } | null;

const opened = (provider: string, edition: 'normal' | 'large') =>
  createPipeline({ provider, edition, issueDate: ISSUE_DATE, allowRisky: true });
const supportPage = { normal: opened(SUPPORT_PAGE, 'normal'), large: opened(SUPPORT_PAGE, 'large') };

describe('an example profile is the shipped one', () => {
  const shipped = loadProvider(SHIPPED_TEMPLATE).provider;

  test('with a support page', () => {
    const { provider, notices } = loadProvider(SUPPORT_PAGE);
    expect(provider).toEqual({ ...shipped, contact: { ...shipped.contact, url: URL_OF_PAGE } });
    expect(notices.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });

  test('with the customer barcode, and the slack that it needs', () => {
    const { provider, notices } = loadProvider(BARCODE);
    const mailing = { ...shipped.mailing, slack: { x: 10, y: 6 }, customerBarcode: true };
    expect(provider).toEqual({ ...shipped, mailing });
    expect(notices.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });
});

describe.each(EDITIONS)('the support page on the back of the sheet, %s edition,', (edition) => {
  const bytes = supportPage[edition].render(fullRecord('PMK'));
  const DPI = 200;
  const inMm = (dots: number): number => (dots * 25.4) / DPI;

  const pageOfQr = async () => {
    const document = await openPdf(bytes);
    const number = document.numPages;
    await document.destroy();
    const picture = await drawPage(bytes, number, DPI / 72);
    return { number, picture, qr: readQr(picture.pixels, picture.width, picture.height) };
  };

  test('is read from the drawn page by a QR reader, and stands beside it in letters', async () => {
    const { qr, number } = await pageOfQr();
    expect(qr?.data).toBe(URL_OF_PAGE);
    const text = await textOf(bytes, number);
    expect(text).toContain(`サポートページ（右のQRコードで開けます）${URL_OF_PAGE}`);
  });

  test('is a link where the sheet is read on a screen', async () => {
    const { number } = await pageOfQr();
    const document = await openPdf(bytes);
    const annotations = await (await document.getPage(number)).getAnnotations();
    await document.destroy();
    expect(annotations.map(({ url }) => url)).toContain(URL_OF_PAGE);
  });

  test('has a QR code of 20 mm or more with four blank modules on every side', async () => {
    const { qr, picture } = await pageOfQr();
    const corner = (name: string) => qr?.location[name] ?? { x: Number.NaN, y: Number.NaN };
    const { x: left, y: top } = corner('topLeftCorner');
    const { x: right, y: bottom } = corner('bottomRightCorner');
    expect(inMm(right - left)).toBeGreaterThan(19.5);
    expect(inMm(bottom - top)).toBeGreaterThan(19.5);
    // Version 3: 31 bytes at level M.
    const quiet = (4 * (right - left)) / 29;
    const dark: string[] = [];
    for (let y = Math.ceil(top - quiet); y < bottom + quiet; y += 1) {
      for (let x = Math.ceil(left - quiet); x < right + quiet; x += 1) {
        const inside = x > left - 2 && x < right + 2 && y > top - 2 && y < bottom + 2;
        if (!inside && picture.grey(x, y) < 160) dark.push(`${inMm(x).toFixed(1)} ${inMm(y).toFixed(1)}`);
      }
    }
    expect(dark).toEqual([]);
  });
});

const AT_MOST = { personal: { normal: 2, large: 4 }, undecided: { normal: 4, large: 6 } } as const;

describe.each([
  ['the least that a record may say', minimumRecord],
  ['a record with every field filled in', fullRecord],
] as const)('with a support page, %s', (_, record) => {
  test.each(COPIES)(
    '$kind, $edition edition: takes as many pages as its kind may have, and nothing collides',
    async (copy) => {
      const customer = record(copy.kind);
      const pages = await drawnPages(supportPage[copy.edition].render(customer));
      expect(pages.length).toBeLessThanOrEqual(
        AT_MOST[copy.kind === 'U' ? 'undecided' : 'personal'][copy.edition],
      );
      expect(pages.flatMap((page) => findCollisions(page, SHEET_AREA))).toEqual([]);
    },
  );
});

test('without a support page, no sheet speaks of one with a QR code', async () => {
  for (const kind of KINDS) {
    const bytes = pipelineOf('normal').render(minimumRecord(kind));
    const document = await openPdf(bytes);
    for (let number = 1; number <= document.numPages; number += 1)
      expect(await textOf(bytes, number)).not.toContain('QR');
    await document.destroy();
  }
});

test('with the customer barcode, the example customers by post have one', async () => {
  const [page] = await drawnPages(opened(BARCODE, 'normal').render(fullRecord('IM')));
  expect(page && readBarcodes(page)).toMatchObject([{ text: '40005050-101' }]);
});
