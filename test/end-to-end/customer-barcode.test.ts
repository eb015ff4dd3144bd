import { describe, expect, test } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import { createPipeline, type Pipeline } from '../../src/pipeline.js';
import { customerOf } from '../office/sheet/customer-for-tests.js';
import { profileFolder } from '../pipeline/office-folder.js';
import { type Box, type DrawnPage, drawnPages } from './drawn-page.js';
import { findCollisions, SHEET_AREA } from './find-collisions.js';
import { type ReadBarcode, readBarcodes } from './read-barcode.js';
import { EDITIONS, fullRecord, ISSUE_DATE, PERSONAL } from './sheets.js';

const MM = 72 / 25.4;
const WINDOW = 'window: { x: 20, y: 22, width: 90, height: 45 }';
const ON = ['customerBarcode: false', 'customerBarcode: true'] as const;
/** 220 × 105: ten millimetres more than the folded sheet, and six. */
const SLACK = [WINDOW, `${WINDOW}\n  slack: { x: 10, y: 6 }`] as const;
const TIGHT = [WINDOW, `${WINDOW}\n  slack: { x: 0, y: 0 }`] as const;

const pipelineOf = (...changes: readonly (readonly [from: string, to: string])[]): Pipeline =>
  createPipeline({ provider: profileFolder(...changes), issueDate: ISSUE_DATE, allowRisky: true });

const pipelines = { tight: pipelineOf(ON, TIGHT), slack: pipelineOf(ON, SLACK), off: pipelineOf() };

interface Address {
  readonly postalCode: string;
  readonly address1: string;
  readonly address2?: string;
  readonly building?: string;
}

const addressed = (address: Address, more: Partial<Customer> = {}): Customer =>
  customerOf('IS', { mailAddress: 'k.yamada@cvk.ne.jp', deliveryMethod: 'post', ...address, ...more });

async function firstPage(pipeline: Pipeline, customer: Customer): Promise<DrawnPage> {
  const [page] = await drawnPages(pipeline.render(customer));
  if (page === undefined) throw new Error('no page');
  return page;
}

async function barcodeOn(pipeline: Pipeline, customer: Customer): Promise<ReadBarcode> {
  const [barcode, ...others] = readBarcodes(await firstPage(pipeline, customer));
  if (barcode === undefined || others.length > 0) throw new Error('not one barcode');
  return barcode;
}

const KASUMIGASEKI: Address = {
  postalCode: '1000013',
  address1: '東京都千代田区霞が関1丁目3番2号',
  building: '郵便プラザ503室',
};

describe('the bars on the sheet are read as', () => {
  /**
   * Worked examples of the postal manual. The last one by hand: 5+9+0+0+0+1+6 is 21, 4-6-19 is 4+10+6+10+1+9 = 40, seven
   * fillers of 14 are 98; 159 lacks 12 of being 9 × 19, and 12 is CC2.
   */
  test.each<readonly [string, string, Address]>([
    ['10000131-3-2-503', '9', KASUMIGASEKI],
    [
      '26300233-30-8-403',
      '5',
      {
        postalCode: '2630023',
        address1: '千葉市稲毛区緑町',
        address2: '3丁目30-8',
        building: '郵便ビル403号',
      },
    ],
    [
      '27301023-20-5B604',
      '0',
      {
        postalCode: '2730102',
        address1: '千葉県鎌ケ谷市右京塚　東3丁目-20-5',
        building: '郵便・A&bコーポB604号',
      },
    ],
    [
      '014011360-1',
      'CC8',
      { postalCode: '0140113', address1: '秋田県大仙市堀見内', address2: '南田茂木　添60-1' },
    ],
    ['59000164-6-19', 'CC2', { postalCode: '5900016', address1: '大阪府堺市堺区中田出井町四丁六番十九号' }],
  ])('%s with the check digit %s', async (text, check, address) => {
    const barcode = await barcodeOn(pipelines.tight, addressed(address));
    expect([barcode.text, barcode.check]).toEqual([text, check]);
  });

  test.each(PERSONAL)('the same on every sheet by post: %s', async (kind) => {
    const { text } = await barcodeOn(pipelines.tight, fullRecord(kind));
    expect(text).toBe('40005050-101');
  });
});

/** Left, top, right and bottom in millimetres from the page's top left. */
const inMm = ({ left, top, right, bottom }: Box, height: number) =>
  [left, height - top, right, height - bottom].map((each) => each / MM);

const LONGEST = '山梨県南巨摩郡身延町大字下部字湯之奥';

describe.each([
  ['a sheet that cannot move', 'tight', 10, 110, 67],
  ['a sheet that can slide 10 mm and 6 mm', 'slack', 9.5, 100, 61],
] as const)('in the window, with %s,', (_, name, points, right, bottom) => {
  test.each<readonly [string, Customer]>([
    ['a short address', addressed(KASUMIGASEKI)],
    ['an address of three lines', addressed({ ...KASUMIGASEKI, address2: '葛󠄀の棚団地第二' })],
    ['an address that is broken', addressed({ ...KASUMIGASEKI, address1: `${LONGEST}1丁目3番2号` })],
    ['large print', addressed(KASUMIGASEKI, { largePrint: true })],
  ])(
    'the barcode of %s stands below the name, as large as it may be, 2 mm from everything',
    async (_, customer) => {
      const page = await firstPage(pipelines[name], customer);
      const [barcode] = readBarcodes(page);
      if (barcode === undefined) throw new Error('no barcode');
      expect(barcode.points).toBeCloseTo(points, 1);
      const [left = 0, top = 0, edge = 0, foot = 0] = inMm(barcode.box, page.height);
      expect(left).toBeGreaterThanOrEqual(22 - 0.01);
      expect(edge).toBeLessThanOrEqual(right - 2 + 0.01);
      expect(foot).toBeLessThanOrEqual(bottom - 2 + 0.01);

      const inks = page.glyphs.flatMap(({ ink }) => (ink === undefined ? [] : [inMm(ink, page.height)]));
      const near = inks.filter(
        ([l = 0, t = 0, r = 0, b = 0]) => l < edge + 2 && r > left - 2 && t < foot + 2 && b > top - 2,
      );
      expect(near).toEqual([]);
      // The addressee's name is set in 15 points, and nothing else in the window is.
      const inks15 = page.glyphs.flatMap(({ ink, size }) =>
        ink !== undefined && size === 15 ? [inMm(ink, page.height)] : [],
      );
      const below = top - Math.max(...inks15.map(([, , , b = 0]) => b));
      expect(below).toBeGreaterThanOrEqual(2);
      expect(below).toBeLessThan(4);
      expect(findCollisions(page, SHEET_AREA)).toEqual([]);
    },
  );

  test('the whole address stays where it is always seen', async () => {
    const page = await firstPage(
      pipelines[name],
      addressed({ ...KASUMIGASEKI, address1: `${LONGEST.repeat(2)}1-2` }),
    );
    const inWindow = page.glyphs
      .flatMap(({ ink }) => (ink === undefined ? [] : [inMm(ink, page.height)]))
      .filter(([l = 0, t = 0]) => l < 110 && t < 67);
    expect(inWindow.length).toBeGreaterThan(40);
    for (const [l = 0, t = 0, r = 0, b = 0] of inWindow) {
      expect(l).toBeGreaterThanOrEqual(22 - 0.1);
      expect(t).toBeGreaterThanOrEqual(22);
      expect(r).toBeLessThanOrEqual(right - 1.9);
      expect(b).toBeLessThanOrEqual(bottom);
    }
  });
});

describe('the sheet is made without a barcode', () => {
  const noticesOf = (customer: Customer) =>
    pipelines.tight
      .compose(customer)
      // Some of these codes were made up, and are not those of the address.
      .notices.filter(({ code }) => !code.includes('postal-code'))
      .map(({ code, severity, place }) => [
        code,
        severity,
        place?.kind === 'record' ? [place.row, place.field] : place,
      ]);

  test.each<readonly [string, string, Customer, string]>([
    [
      'a representative postal code',
      'representative-code',
      addressed({ ...KASUMIGASEKI, postalCode: '1000000' }),
      'postalCode',
    ],
    [
      'a number in the town’s name',
      'town-unclear',
      addressed({ postalCode: '1020075', address1: '東京都千代田区三番町6番地14' }),
      'address1',
    ],
    [
      'a code that may be the organisation’s own',
      'own-code',
      addressed({ ...KASUMIGASEKI, postalCode: '1008792' }, { honorific: '御中' }),
      'postalCode',
    ],
    [
      'no room below a long address',
      'no-room',
      addressed({
        ...KASUMIGASEKI,
        address1: `${LONGEST}1-2`.padEnd(40, '湯'),
        address2: LONGEST.repeat(2),
        building: LONGEST,
      }),
      'address1',
    ],
  ])('and says so: %s', async (_, reason, customer, field) => {
    expect(noticesOf(customer)).toEqual([[`record/barcode-${reason}`, 'warning', [2, field]]]);
    const page = await firstPage(pipelines.tight, customer);
    expect(readBarcodes(page)).toEqual([]);
    expect(findCollisions(page, SHEET_AREA)).toEqual([]);
  });

  test('and says nothing where the profile wants none, or the sheet is handed over', async () => {
    const atCounter = addressed(KASUMIGASEKI, { deliveryMethod: 'counter' });
    for (const [pipeline, customer] of [
      [pipelines.off, addressed(KASUMIGASEKI)],
      [pipelines.tight, atCounter],
    ] as const) {
      expect(pipeline.compose(customer).notices).toEqual([]);
      expect(readBarcodes(await firstPage(pipeline, customer))).toEqual([]);
    }
  });

  test('is the same sheet as with the barcode below the window', async () => {
    const [on, off] = await Promise.all(
      [pipelines.tight, pipelines.off].map((pipeline) => firstPage(pipeline, addressed(KASUMIGASEKI))),
    );
    const below = (page: DrawnPage | undefined) =>
      page?.glyphs
        .filter(({ artifact, baseline }) => !artifact && baseline < page.height - 67 * MM)
        .map(({ text, x, baseline }) => [text, x, baseline]);
    expect(below(on)?.length).toBeGreaterThan(300);
    expect(below(on)).toEqual(below(off));
  });

  test('a sheet whose address does not fit at all is still refused', () => {
    const long = LONGEST.repeat(3).slice(0, 40);
    const customer = addressed(
      { ...KASUMIGASEKI, address1: long, address2: long, building: long },
      { name: '髙橋'.repeat(20) },
    );
    expect(() => pipelines.tight.compose(customer)).toThrow(/はみ出します/);
  });
});

test('both editions of every kind keep clear of the barcode', async () => {
  for (const edition of EDITIONS) {
    for (const kind of PERSONAL) {
      const customer = { ...fullRecord(kind), largePrint: edition === 'large' };
      const pages = await drawnPages(pipelines.slack.render(customer));
      expect(pages.flatMap((page) => findCollisions(page, SHEET_AREA))).toEqual([]);
    }
  }
});
