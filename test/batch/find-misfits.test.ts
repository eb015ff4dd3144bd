import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../src/batch/check-file.js';
import type { Customer } from '../../src/office/customers/customer.js';
import type { CustomerRead } from '../../src/office/customers/customer-read.js';
import { customerFromFields } from '../../src/office/customers/from-fields.js';
import { createPipeline, type Pipeline } from '../../src/pipeline.js';
import { templateFolder } from '../pipeline/office-folder.js';
import { batchOf } from './all-records.js';

const read = (changes: Readonly<Record<string, string>>, at: number): CustomerRead => ({
  ...customerFromFields(
    {
      お客様番号: `K-${at}`,
      氏名: '山田　太郎',
      メールアドレス: `taro${at}@cvk.ne.jp`,
      接続方法: 'IMAP',
      台数: '1台',
      郵便番号: '400-0031',
      住所1: '山梨県甲府市丸の内',
      住所2: '1-6-1',
      ...changes,
    },
    { kind: 'record', row: at + 2 },
  ),
  row: at + 2,
});

async function* given(reads: readonly CustomerRead[]): AsyncGenerator<CustomerRead> {
  yield* reads;
}

async function preflight(reads: readonly CustomerRead[], pipeline: Pipeline) {
  const tried: Customer[] = [];
  const trial = () => (customer: Customer) => {
    tried.push(customer);
    return pipeline.fits(customer);
  };
  const { refused } = await checkFile(() => given(reads), pipeline, { strict: false, trial });
  return { refused, tried };
}

const notMade = async (reads: readonly CustomerRead[], pipeline: Pipeline): Promise<number> =>
  (await batchOf(reads, pipeline, {})).records.filter(({ status }) => status === 'not-made').length;

const shipped = createPipeline({ issueDate: '2026-11-23' });

describe('what only layout can measure is known before the first page', () => {
  test('an address that leaves the window of the envelope (V08), a name that leaves its box (V07)', async () => {
    const long = '齋藤邊鬱麟龍鷹鶴廣瀬'.repeat(4);
    const lowWindow = createPipeline({
      issueDate: '2026-11-23',
      template: templateFolder(['style.css', '  height: 34mm;\n', '  height: 26mm;\n']),
    });
    const reads = [
      read({}, 0),
      read({ 交付方法: '郵送', 住所1: long, 住所2: long, 建物名: long }, 1),
      read({ 交付方法: '郵送' }, 2),
      read({ 氏名: long.slice(0, 37) }, 3),
    ];
    expect((await preflight(reads, shipped)).refused).toBe(1);
    expect((await preflight(reads, lowWindow)).refused).toBe(2);
    expect(await notMade(reads, lowWindow)).toBe(2);
  });

  test('more pages than planned (V18)', async () => {
    const onePage = createPipeline({
      issueDate: '2026-11-23',
      template: templateFolder(['template.yaml', 'pages: { normal: 4,', 'pages: { normal: 1,']),
    });
    const reads = [read({}, 0), read({ 拡大文字: 'はい' }, 1)];
    expect((await preflight(reads, onePage)).refused).toBe(1);
  });

  test('of whatever lengths the values are', async () => {
    const text = fc
      .tuple(fc.constantFrom('国', '齋', 'ー', 'a', 'ハイツ ', 'Ａ1-', 'ッ'), fc.integer({ min: 1, max: 40 }))
      .map(([unit, length]) => unit.repeat(length).slice(0, length).trim());
    const record = fc.record({
      氏名: fc.constantFrom('山田　太郎', '齋藤'.repeat(20), 'Ｗ'.repeat(30)),
      住所1: text.map((each) => `山梨県${each}`.slice(0, 40)),
      住所2: text,
      建物名: text,
      交付方法: fc.constantFrom('郵送', '郵送', '窓口'),
      拡大文字: fc.constantFrom('はい', 'いいえ'),
      接続方法: fc.constantFrom('IMAP', '未定'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), async (records) => {
        const reads = records.map(read);
        expect((await preflight(reads, shipped)).refused).toBe(await notMade(reads, shipped));
      }),
      { numRuns: 25 },
    );
  });
});

test('where the template is to blame a few sheets are laid out beforehand, not all of them', async () => {
  const onePage = createPipeline({
    issueDate: '2026-11-23',
    template: templateFolder(['template.yaml', 'pages: { normal: 4,', 'pages: { normal: 1,']),
  });
  const reads = Array.from({ length: 100 }, (_, at) => read({ 台数: at % 2 === 0 ? '1台' : '2台' }, at));
  const { refused, tried } = await preflight(reads, onePage);
  expect(refused).toBe(100);
  expect(tried.length).toBeLessThan(6);
});

test('of a thousand ordinary records one sheet is laid out beforehand for each edition and each way of delivery', async () => {
  const reads = Array.from({ length: 1000 }, (_, at) =>
    read({ 交付方法: at % 2 === 0 ? '郵送' : '窓口', 氏名: `山田　${'太'.repeat(1 + (at % 7))}` }, at),
  );
  const { refused, tried } = await preflight(reads, shipped);
  expect(refused).toBe(0);
  expect(tried).toHaveLength(2);
});

test('where the longest fields together are too long, a few sheets are laid out beforehand, not each', async () => {
  const long = (at: number, length: number) => '国'.repeat(at % 3 === 0 ? length : 4 + (at % 5));
  const reads = Array.from({ length: 300 }, (_, at) =>
    read({ 交付方法: '郵送', 住所2: long(at, 32), 建物名: long(at + 1, 32), 氏名: long(at + 2, 24) }, at),
  );
  const { refused, tried } = await preflight(reads, shipped);
  expect(refused).toBe(0);
  expect(tried.length).toBeGreaterThan(1);
  expect(tried.length).toBeLessThan(40);
});
