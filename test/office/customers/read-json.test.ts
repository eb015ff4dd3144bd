import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/office/customers/parse-json.js';
import { customerFile, readAll, refusalOf } from './customer-files.js';
import { encodeCp932 } from './encode-cp932.js';

const ONE = {
  customerId: 'KS-1',
  name: '甲斐 一郎',
  mailAddress: 'a@cvk.ne.jp',
  connection: 'IMAP',
  devices: 1,
};
const file = (value: unknown) =>
  customerFile('a.json', typeof value === 'string' ? value : JSON.stringify(value));
const first = async (value: unknown) => (await readAll(file(value)))[0];

describe('a JSON file', () => {
  it('is one object or a list of them, with places by index', async () => {
    expect((await readAll(file(ONE))).map(({ row, customer }) => [row, customer?.name])).toEqual([
      [1, '甲斐　一郎'],
    ]);
    const two = [ONE, { ...ONE, customerId: 'KS-2', mailAddress: 'b@cvk.ne.jp' }];
    expect((await readAll(file(two))).map(({ row, customerId }) => [row, customerId])).toEqual([
      [1, 'KS-1'],
      [2, 'KS-2'],
    ]);
  });
  it('takes Japanese headings, numbers, true and false, null and lists', async () => {
    const read = await first({
      お客様番号: 100234,
      氏名: '甲斐',
      メールアドレス: 'a@cvk.ne.jp',
      接続方法: 'POP',
      利用端末: 2,
      端末一覧: ['PC', 'iPhone'],
      サーバーに残す: true,
      残す日数: 14,
      拡大文字: false,
      備考: null,
    });
    expect(read?.problems).toEqual([]);
    expect(read?.customer).toMatchObject({
      customerId: '100234',
      deviceList: ['PC', 'iPhone'],
      leaveOnServer: 'keep',
      leaveDays: 14,
      largePrint: false,
    });
  });
  it('may be in any of the encodings', async () => {
    const text = JSON.stringify({ ...ONE, name: '髙橋　﨑' });
    for (const bytes of [text, `\uFEFF${text}`, encodeCp932(text), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      expect((await readAll(customerFile('a.json', bytes)))[0]?.customer?.name).toBe('髙橋　﨑');
    }
  });
  it.each([1e21, '1.5e3', { a: 1 }, [1]])(
    'the value %j is no text, and only that is said of its field',
    async (value) => {
      const text = JSON.stringify({ ...ONE, name: 'VALUE' }).replace(
        '"VALUE"',
        typeof value === 'string' ? value : JSON.stringify(value),
      );
      const read = await first(text);
      expect(
        read?.problems.map(({ code, place }) => [code, place?.kind === 'record' && place.column]),
      ).toEqual([['customers/json', 'name']]);
      expect(read?.customer).toBeUndefined();
    },
  );
  it('V02 holds here too', async () => {
    const reads = await readAll(file([ONE, ONE]));
    expect(reads[1]?.problems.map(({ code }) => code)).toEqual(['V02', 'V02']);
    expect(reads[1]?.problems[0]?.message.ja).toContain('1行目と2行目');
  });
  it.each([
    ['', 'customers/empty-file'],
    [' \n', 'customers/empty-file'],
    ['[]', 'customers/header-only'],
    ['[1]', 'customers/json'],
    ['"x"', 'customers/json'],
    ['{"name":"a","name":"b"}', 'customers/doubled-column'],
    ['{"name":"a"', 'customers/json'],
    ['{"name":"a",}', 'customers/json'],
    ['{"customerId":00123}', 'customers/json'],
    ["{'name':'a'}", 'customers/json'],
    ['['.repeat(50_000), 'customers/json'],
  ])('%j is refused as a whole', async (text, code) => {
    expect((await refusalOf(file(text))).map((problem) => problem.code)).toEqual([code]);
  });
  it('a fault is told with line and column', async () => {
    const [problem] = await refusalOf(file('[\n  {"氏名": "甲斐" "x": 1}\n]'));
    expect(problem?.place).toMatchObject({ kind: 'source', line: 2, column: 15 });
    expect(problem?.message.ja).toContain('2行目の15文字目');
  });
});

describe('parseJson', () => {
  it('reads what JSON.parse reads, numbers as their digits', () => {
    const text = ' {"a": [true, false, null, "\\u9AD9\\n\\\\\\""], "n": -1.50e+3, "": {}} ';
    expect(parseJson(text)).toEqual(
      new Map<string, unknown>([
        ['a', [true, false, null, '髙\n\\"']],
        ['n', { digits: '-1.50e+3' }],
        ['', new Map()],
      ]),
    );
  });
  it('reads a text of many megabytes', () => {
    const long = 'あ\n'.repeat(3_000_000);
    expect(parseJson(JSON.stringify([long]))).toEqual([long]);
  });
});
