import { describe, expect, it } from 'vitest';
import { csv, customerFile, HEADINGS, readAll, refusalOf } from './customer-files.js';

const ONE = 'KS-1,甲斐一郎,ichiro@cvk.ne.jp,IMAP,1台,';
const codesOf = async (content: string | Uint8Array, name = 'a.csv') =>
  (await refusalOf(customerFile(name, content))).map(({ code }) => code);
const readCsv = (content: string | Uint8Array) => readAll(customerFile('a.csv', content));

describe('rows count as Excel shows them', () => {
  it('blank rows and rows of empty cells are counted and skipped, line breaks in quotes are not counted', async () => {
    const reads = await readCsv(
      csv(ONE, '', ',,,,,', 'KS-2,"望月\n正",b@cvk.ne.jp,IMAP,1台,', 'KS-3,古屋,c@cvk.ne.jp,IMAP,1台,'),
    );
    expect(reads.map(({ row, customerId }) => `${row} ${customerId}`)).toEqual([
      '2 KS-1',
      '5 KS-2',
      '6 KS-3',
    ]);
    expect(reads[1]?.customer?.name).toBe('望月　正');
  });
  it('blank rows before the headings count too', async () => {
    expect((await readCsv(`\r\n\r\n${csv(ONE)}`)).map(({ row }) => row)).toEqual([4]);
  });
  it.each(['\n', '\r', '\r\n'])('lines may end in %j', async (end) => {
    expect(
      (await readCsv(csv(ONE).replaceAll('\r\n', end))).map(({ row, customerId }) => [row, customerId]),
    ).toEqual([[2, 'KS-1']]);
  });
  it('every record knows its file, row and number', async () => {
    const file = customerFile('a.csv', csv(ONE));
    expect((await readAll(file))[0]?.customer?.place).toEqual({
      kind: 'record',
      file,
      row: 2,
      customerId: 'KS-1',
    });
  });
});

describe('headings', () => {
  it('missing required columns stop the run, all named at once', async () => {
    const problems = await refusalOf(customerFile('a.csv', '氏名,備考,メアドアドレス\n甲斐,,\n'));
    expect(problems.map(({ code, place }) => [code, place?.kind === 'record' ? place.field : ''])).toEqual(
      ['customerId', 'mailAddress', 'connection', 'devices'].map((field) => [
        'customers/missing-column',
        field,
      ]),
    );
    expect(problems[1]?.hint?.ja).toBe(
      '「メアドアドレス」がその列でしたら、見出しを「メールアドレス」に直してください。',
    );
    expect(problems[0]?.hint?.ja).toContain('「お客様番号」「顧客番号」「加入者番号」「お客様コード」');
  });
  it('two columns for one field stop the run', async () => {
    expect(await codesOf(`${HEADINGS},お名前\n${ONE},`)).toEqual(['customers/doubled-column']);
    expect(await codesOf(`${HEADINGS},氏名\n${ONE},`)).toEqual(['customers/doubled-column']);
  });
  it('unknown columns are warned about once, with their heading and row, and stop nothing', async () => {
    const file = customerFile(
      'a.csv',
      `${HEADINGS},性別,お客様メアド,\n${ONE},男,x,\nKS-2,古屋,b@cvk.ne.jp,IMAP,1台,,女,y,\n`,
    );
    const reads = await readAll(file);
    expect(reads.map(({ customer }) => customer?.customerId)).toEqual(['KS-1', 'KS-2']);
    expect(reads.map(({ problems }) => problems.map(({ code, place }) => [code, place]))).toEqual([
      ['性別', 'お客様メアド'].map((column) => [
        'customers/unknown-column',
        { kind: 'record', file, row: 1, column },
      ]),
      [],
    ]);
  });
  it('a value under an empty heading is warned about', async () => {
    const [read] = await readCsv(`${HEADINGS},\n${ONE},男\n`);
    expect(read?.problems.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'customers/unnamed-column'],
    ]);
    expect(read?.customer).toBeDefined();
  });
  it('a file without headings is refused without showing any of its data', async () => {
    const problems = await refusalOf(customerFile('a.csv', `KS-1,甲斐一郎,himitsu123\n${ONE}\n`));
    expect(problems.map(({ code }) => code)).toEqual(['customers/no-headings']);
    expect(JSON.stringify(problems[0])).not.toContain('himitsu123');
  });
  it('another separator is told', async () => {
    const [problem] = await refusalOf(customerFile('a.csv', csv(ONE).replaceAll(',', ';')));
    expect(problem?.hint?.ja).toContain('区切りはコンマかタブ');
  });
});

describe('ragged rows', () => {
  it('a row with too many or too few cells is an error of that row alone', async () => {
    const reads = await readCsv(
      csv(
        'KS-1,甲斐,a@cvk.ne.jp,IMAP,1台',
        'KS-2,古屋,b@cvk.ne.jp,IMAP,1台,,x',
        'KS-3,望月,c@cvk.ne.jp,IMAP,1台,',
      ),
    );
    expect(
      reads.map(({ customer, problems }) => [customer?.customerId, problems.map(({ code }) => code)]),
    ).toEqual([
      [undefined, ['customers/ragged-row']],
      [undefined, ['customers/ragged-row']],
      ['KS-3', []],
    ]);
    expect(reads[0]?.problems[0]?.message.ja).toContain('5列しかなく、見出しの6列より少なく');
    expect(reads[1]?.problems[0]?.message.ja).toContain('7列あり、見出しの6列より多く');
  });
  it('nothing of such a row is read, so that no password under another heading is shown', async () => {
    const [read] = await readCsv(`${HEADINGS},初期パスワード\nKS-1,甲斐,himitsu123\n`);
    expect(read?.problems.map(({ code }) => code)).toEqual(['customers/ragged-row']);
    expect(JSON.stringify(read)).not.toContain('himitsu123');
  });
  it('empty cells beyond the headings are no harm', async () => {
    expect((await readCsv(csv(`${ONE},,`)))[0]?.problems).toEqual([]);
  });
});

describe('V02: duplicates', () => {
  const pair = (first: string, second: string) => readCsv(csv(first, second));
  it('a repeated customer number is an error of the later row, both rows named', async () => {
    const [first, second] = await pair(ONE, 'ks-1,古屋,b@cvk.ne.jp,IMAP,1台,');
    expect(first?.customer).toBeDefined();
    expect(second).toMatchObject({
      problems: [{ code: 'V02', severity: 'error', place: { row: 3, field: 'customerId' } }],
    });
    expect(second?.customer).toBeUndefined();
    expect(second?.problems[0]?.message.ja).toContain('2行目と3行目');
  });
  it('a repeated mail address is one too, whatever its case', async () => {
    const [, second] = await pair(ONE, 'KS-2,古屋,Ichiro@CVK.ne.jp,IMAP,1台,');
    expect(second?.problems.map(({ code }) => code)).toEqual(['V02']);
  });
  it('a mail address may repeat where both rows say that it is shared', async () => {
    const rows = (first: string, second: string) =>
      readCsv(`${HEADINGS},アドレス共有\n${ONE},${first}\nKS-2,古屋,ichiro@cvk.ne.jp,IMAP,1台,,${second}\n`);
    expect((await rows('はい', 'はい')).map(({ problems }) => problems.length)).toEqual([0, 0]);
    expect((await rows('はい', '')).map(({ problems }) => problems.length)).toEqual([0, 1]);
    expect((await rows('', 'はい')).map(({ problems }) => problems.length)).toEqual([0, 1]);
  });
});

it('one bad row stops no other', async () => {
  const reads = await readCsv(
    csv(
      'KS-1,甲\uE000,a@cvk.ne.jp,IMAP,1台,',
      'KS-2,古屋,b@cvk.ne.jp,,1台,',
      'KS-3,望月,c@cvk.ne.jp,IMAP,1台,',
    ),
  );
  expect(reads.map(({ customer }) => customer?.customerId)).toEqual([undefined, undefined, 'KS-3']);
});

it('a record does not depend on the rows around it', async () => {
  const rows = [
    'KS-1,甲斐,a@cvk.ne.jp,IMAP,1台,',
    'KS-2,古屋 ,b@cvk.ne.jp,POP,3,はい',
    'KS-3,甲?,c@cvk.ne.jp,,1台,',
  ];
  const together = await readCsv(csv(...rows));
  const alone = await Promise.all(rows.map((row) => readCsv(csv(row))));
  const bare = (read: (typeof together)[number] | undefined) => [
    read?.customer?.name,
    read?.problems.map(({ code, message }) => [code, message]),
  ];
  expect(together.map(bare)).toEqual(alone.map(([read]) => bare(read)));
});
