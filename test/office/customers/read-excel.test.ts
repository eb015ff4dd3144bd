import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { customerFile, readAll, refusalOf } from './customer-files.js';
import { type SheetCell, type SheetContent, writeXlsx } from './write-xlsx.js';

const HEAD = [
  'お客様番号',
  '氏名',
  'メールアドレス',
  '接続方法',
  '利用端末',
  '住所1',
  '発行日',
  '初期パスワード',
  '拡大文字',
];
const row = (id: SheetCell, ...more: readonly SheetCell[]): readonly SheetCell[] => [
  id,
  '甲斐　一郎',
  `a${Math.abs(JSON.stringify(id).length)}@cvk.ne.jp`,
  'IMAP',
  { number: 1 },
  ...more,
];
const book = (rows: readonly (readonly SheetCell[])[], more: Partial<SheetContent> = {}, epoch1904 = false) =>
  customerFile('a.xlsx', writeXlsx([{ name: 'お客様', rows: [HEAD, ...rows], ...more }], { epoch1904 }));
const first = async (...cells: readonly SheetCell[]) => {
  const [read] = await readAll(book([row(...(cells as [SheetCell]))]));
  return { ...read?.customer, codes: read?.problems.map(({ code }) => code) };
};

describe('every cell is had as the text that Excel shows', () => {
  it('text keeps its leading zeros, equals signs and rare kanji', async () => {
    expect(await first('00100234', '葛\u{E0100}の棚𠮷', undefined, '=+0123')).toMatchObject({
      customerId: '00100234',
      address1: '葛\u{E0100}の棚𠮷',
      initialPassword: '=+0123',
      codes: [],
    });
  });
  it('a number has the zeros of its format', async () => {
    expect((await first({ number: 100234, format: '00000000' })).customerId).toBe('00100234');
    expect((await first({ number: 100234 })).customerId).toBe('100234');
  });
  it('a date is ISO text as issue date, and damage anywhere else', async () => {
    expect((await first('1', '', { number: 46349, format: 'id:14' })).issueDate).toBe('2026-11-23');
    expect((await first('1', '', { number: 46349, format: '[$-411]ggge"年"m"月"d"日"' })).issueDate).toBe(
      '2026-11-23',
    );
    expect((await first('1', { number: 46349, format: 'm"月"d"日"' })).codes).toEqual(['V06']);
    expect((await first({ number: 46349, format: 'id:14' })).codes).toEqual(['V06']);
    expect((await first('1', '', '', { number: 46349, format: 'id:14' })).codes).toEqual(['V06']);
  });
  it('a date counts from 1904 where the workbook says so', async () => {
    const [read] = await readAll(book([row('1', '', { number: 44887, format: 'id:14' })], {}, true));
    expect(read?.customer?.issueDate).toBe('2026-11-23');
  });
  it('a date that lost its format is a serial number, which is an error', async () => {
    expect((await first('1', '', { number: 46349 })).codes).toEqual(['V06']);
    expect((await first('1', { number: 46349 })).codes).toEqual(['V06']);
  });
  it('an error value is damage in any column', async () => {
    expect((await first('1', { error: '#N/A' })).codes).toEqual(['V06']);
    expect((await first('1', '', { error: '#REF!' })).codes).toEqual(['V06']);
    expect((await first('1', '', '', { error: '#VALUE!' })).codes).toEqual(['V06']);
  });
  it('a number too long for Excel has lost digits', async () => {
    expect((await first({ number: 1234567890123456 })).codes).toEqual(['V06']);
    expect((await first('1', '', '', { number: 1234567890123456 })).codes).toEqual(['V06']);
  });
  it('TRUE and FALSE answer yes and no', async () => {
    expect((await first('1', '', '', '', { boolean: true })).largePrint).toBe(true);
    expect((await first('1', '', '', '', { boolean: false })).largePrint).toBe(false);
  });
  it('a formula gives its last result, and without one is an error', async () => {
    expect((await first('1', { xml: '<c r="REF" t="str"><f>A1</f><v>甲府市</v></c>' })).address1).toBe(
      '甲府市',
    );
    expect((await first('1', { xml: '<c r="REF"><f>A1</f></c>' })).codes).toEqual(['V06']);
  });
  it('furigana beside the text is not part of it', async () => {
    const phonetic =
      '<c r="REF" t="inlineStr"><is><r><t>甲府</t></r><r><t>市</t></r><rPh sb="0" eb="2"><t>コウフ</t></rPh></is></c>';
    expect((await first('1', { xml: phonetic })).address1).toBe('甲府市');
  });
  it('escaped characters and underscores are read back', async () => {
    expect((await first('1', '_x0041_')).address1).toBe('_x0041_');
    expect(
      (await first('1', { xml: '<c r="REF" t="inlineStr"><is><t>甲府_x000D_&#10;市&amp;町</t></is></c>' }))
        .address1,
    ).toBe('甲府 市&町');
  });
});

describe('rows and sheets', () => {
  it('rows keep the numbers of the worksheet over gaps', async () => {
    const reads = await readAll(book([row('1'), [], [''], row('KS-22')]));
    expect(reads.map(({ row, customer }) => [row, customer?.place.sheet])).toEqual([
      [2, 'お客様'],
      [5, 'お客様'],
    ]);
  });
  it('a short row is no ragged row, and a value right of the headings is warned about', async () => {
    expect((await first('1')).codes).toEqual([]);
    expect((await first('1', '', '', '', '', 'はみ出し')).codes).toEqual(['customers/unnamed-column']);
  });
  it('a hidden row is read and warned about', async () => {
    const reads = await readAll(book([row('1'), row('KS-22')], { hiddenRows: [3] }));
    expect(reads.map(({ problems }) => problems.map(({ severity, code }) => `${severity} ${code}`))).toEqual([
      [],
      ['warning customers/hidden-row'],
    ]);
  });
  it('the first visible worksheet is read, and other filled ones are named', async () => {
    const sheets: readonly SheetContent[] = [
      { name: '控え', rows: [['x']], state: 'hidden' },
      { name: 'お客様', rows: [HEAD, row('1')] },
      { name: 'Sheet2', rows: [] },
      { name: 'メモ', rows: [['下書き']] },
    ];
    const [read] = await readAll(customerFile('a.xlsx', writeXlsx(sheets)));
    expect(read?.customer?.place.sheet).toBe('お客様');
    expect(read?.problems.map(({ severity, message }) => [severity, message.ja])).toEqual([
      ['notice', '最初のシート「お客様」だけを読みます。「メモ」は読みません。'],
    ]);
  });
  it.each([
    ['an empty worksheet', [], 'customers/empty-file'],
    ['headings alone', [HEAD], 'customers/header-only'],
    ['a missing column', [HEAD.slice(1), ['甲']], 'customers/missing-column'],
  ])('%s is refused', async (_, rows, code) => {
    const problems = await refusalOf(customerFile('a.xlsx', writeXlsx([{ name: 'S', rows }])));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('a workbook that cannot be read is refused as a whole', () => {
  const good = writeXlsx([{ name: 'S', rows: [HEAD, row('1')] }]);
  const changed = (change: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
    const parts = unzipSync(good);
    change(parts);
    return zipSync(parts);
  };
  const put = (name: string, text: string) =>
    changed((parts) => Object.assign(parts, { [name]: Buffer.from(text) }));
  it.each<[string, Uint8Array]>([
    ['cut off', good.slice(0, good.length / 2)],
    ['another kind of archive', zipSync({ 'word/document.xml': Buffer.from('<w/>') })],
    ['no worksheets', put('xl/workbook.xml', '<workbook><sheets/></workbook>')],
    ['a missing shared string', put('xl/sharedStrings.xml', '<sst/>')],
    [
      'a cell in no column',
      put(
        'xl/worksheets/sheet1.xml',
        '<worksheet><sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
      ),
    ],
    [
      'a number that is none',
      put(
        'xl/worksheets/sheet1.xml',
        '<worksheet><sheetData><row r="1"><c r="A1"><v>x</v></c></row></sheetData></worksheet>',
      ),
    ],
    [
      'bytes that are no UTF-8',
      changed((parts) => Object.assign(parts, { 'xl/worksheets/sheet1.xml': Uint8Array.of(0x3c, 0xff) })),
    ],
  ])('%s', async (_, bytes) => {
    const problems = await refusalOf(customerFile('a.xlsx', bytes));
    expect(problems.map(({ code }) => code)).toEqual(['customers/broken-excel']);
  });
});

it('a workbook of XlsxWriter: formats, dates, formulas, rich text', async () => {
  const reads = await readAll('test/fixtures/customers/xlsxwriter.xlsx');
  expect(
    reads.map(({ row, customerId, problems }) => [row, customerId, problems.map(({ code }) => code)]),
  ).toEqual([
    [2, '00100501', ['customers/other-sheets']],
    [3, '00100502', ['V06']],
    [4, '00100503', ['customers/hidden-row', 'V06']],
  ]);
  expect(reads[0]?.customer).toMatchObject({
    name: '髙橋　𠮷﨑葛\u{E0100}',
    postalCode: '4000031',
    deviceCount: 3,
    leaveDays: 14,
    issueDate: '2026-11-23',
    initialPassword: '012345',
    largePrint: true,
  });
  expect(readFileSync('test/fixtures/customers/xlsxwriter.xlsx').subarray(0, 2).toString()).toBe('PK');
});
