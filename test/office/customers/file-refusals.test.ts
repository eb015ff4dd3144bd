import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, customerFile, readAll, refusalOf } from './customer-files.js';
import { writeXlsx } from './write-xlsx.js';

const FIXTURES = 'test/fixtures/customers';
const ONE = 'KS-1,甲斐一郎,ichiro@cvk.ne.jp,IMAP,1台,';
const codeOf = async (file: string) => {
  const problems = await refusalOf(file);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ severity: 'error', hint: { ja: expect.any(String) }, place: { file } });
  return problems[0]?.code;
};

describe('a file that cannot be read is refused for its own reason', () => {
  it('missing', async () => expect(await codeOf('test/no-such-file.csv')).toBe('customers/missing-file'));
  it('a folder', async () => expect(await codeOf(FIXTURES)).toBe('customers/folder'));
  it('no regular file', async () => expect(await codeOf('/dev/null')).toBe('customers/not-a-file'));
  it.skipIf(process.getuid?.() === 0)('no permission', async () => {
    const file = customerFile('a.csv', csv(ONE));
    chmodSync(file, 0);
    expect(await codeOf(file)).toBe('customers/no-permission');
  });
  it('a circle of links', async () => {
    const file = join(dirname(customerFile('a.csv', '')), 'circle.csv');
    symlinkSync(file, file);
    expect(await codeOf(file)).toBe('customers/unreadable');
  });
  it('a folder named like a file', async () => {
    const folder = join(dirname(customerFile('a.csv', '')), 'folder.csv');
    mkdirSync(folder);
    expect(await codeOf(folder)).toBe('customers/folder');
  });
  it.each([
    ['empty', '', 'customers/empty-file'],
    ['a byte order mark alone', '\uFEFF', 'customers/empty-file'],
    ['blank lines alone', '\r\n \r\n,,\r\n', 'customers/empty-file'],
    ['headings alone', csv(), 'customers/header-only'],
    ['headings and blank rows', csv('', ',,,,,'), 'customers/header-only'],
    ['a NUL byte', csv(ONE).replace('甲', '\0'), 'customers/nul-byte'],
    ['a PDF', '%PDF-1.7\n', 'customers/binary-file'],
  ])('%s', async (_, content, code) => expect(await codeOf(customerFile('a.csv', content))).toBe(code));
  it('UTF-16 without a byte order mark', async () => {
    expect(await codeOf(customerFile('a.csv', Buffer.from(csv(ONE), 'utf16le')))).toBe('customers/nul-byte');
  });
});

describe('a quotation mark', () => {
  it('that is never closed is told with the row that opens it', async () => {
    const [problem] = await refusalOf(
      customerFile('a.csv', csv(ONE, 'KS-2,"古屋,b@cvk.ne.jp,IMAP,1台,', 'KS-3,望月,c@cvk.ne.jp,IMAP,1台,')),
    );
    expect(problem).toMatchObject({ code: 'customers/quote', place: { row: 3 } });
    expect(problem?.message.ja).toContain('3行目で始まった引用符');
  });
  it.each(['KS-2,"古屋"様,b@cvk.ne.jp,IMAP,1台,', 'KS-2,古"屋,b@cvk.ne.jp,IMAP,1台,'])(
    'out of place is told with its row: %s',
    async (line) => {
      const [problem] = await refusalOf(customerFile('a.csv', csv(ONE, '"KS\n9",,,,,', line)));
      expect(problem).toMatchObject({ code: 'customers/quote', place: { row: 4 } });
    },
  );
  it('at the end of a file stops it before the first record is given', async () => {
    const file = customerFile('a.csv', csv(ONE, 'KS-2,"古屋'));
    let given = 0;
    const count = async () => {
      for (const _ of await readAll(file)) given += 1;
    };
    await expect(count()).rejects.toThrow('customers/quote');
    expect(given).toBe(0);
  });
});

describe('encoding', () => {
  it.each([
    ['broken-utf8.csv', 'UTF-8として読むと、3行目（テキストの3行目、先頭から206バイト目の0x2C）'],
    ['broken-cp932.csv', 'Shift_JISとして読むと、3行目（テキストの3行目、先頭から150バイト目の0xFD）'],
    ['euc-jp.csv', '文字コードがEUC-JPのようです'],
    ['iso-2022-jp.csv', '文字コードがISO-2022-JPのようです'],
  ])('%s is refused', async (name, message) => {
    const [problem] = await refusalOf(`${FIXTURES}/${name}`);
    expect(problem?.code).toBe('customers/encoding');
    expect(problem?.message.ja).toContain(message);
  });
  it('an undecodable byte far into the file is told with offset, line and row', async () => {
    const head = Buffer.from(
      `\uFEFF${csv(...Array.from({ length: 4000 }, (_, i) => `KS-${i},"甲\n斐",a${i}@cvk.ne.jp,IMAP,1台,`))}`,
    );
    const [problem] = await refusalOf(
      customerFile('a.csv', Buffer.concat([head, Buffer.from([0x41, 0xff])])),
    );
    expect(problem?.message.ja).toContain(
      `4002行目（テキストの8002行目、先頭から${head.length + 2}バイト目の0xFF）`,
    );
  });
  it('a character cut off by the end of the file is told', async () => {
    const [problem] = await refusalOf(
      customerFile('a.csv', Buffer.concat([Buffer.from(`\uFEFF${csv(ONE)}`), Buffer.from([0xe7])])),
    );
    expect(problem?.message.ja).toContain('3行目の終わりで文字が途切れています');
  });
  it('half a surrogate pair in UTF-16 is refused', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`\uFEFF${csv(ONE)}`, 'utf16le'),
      Buffer.from([0x42, 0xd8, 0x41, 0x00]),
    ]);
    expect(await codeOf(customerFile('a.csv', bytes))).toBe('customers/encoding');
  });
  const english = 'customerId,name,mailAddress,connection,devices\nKS-1,';
  it.each([
    ['UTF-8 and Shift_JIS (é or ﾃｩ)', [0xc3, 0xa9]],
    ['Shift_JIS and EUC-JP (ﾔﾏ or 膂)', [0xd4, 0xcf, 0xc0, 0xde]],
  ])('text that reads differently as %s is refused, not guessed', async (_, name) => {
    const bytes = Buffer.concat([
      Buffer.from(english),
      Buffer.from(name),
      Buffer.from(',a@cvk.ne.jp,IMAP,1\n'),
    ]);
    expect(await codeOf(customerFile('a.csv', bytes))).toBe('customers/encoding-unclear');
  });
  it('the same text is read with a byte order mark', async () => {
    expect(
      (await readAll(customerFile('a.csv', `\uFEFF${english}é,a@cvk.ne.jp,IMAP,1\n`)))[0]?.customer?.name,
    ).toBe('é');
  });
  it('a character that two pieces of a long file share is read whole', async () => {
    const head = 'お客様番号,氏名,メールアドレス,接続方法,利用端末,サーバーに残す,余白1,余白2,余白3,備考';
    const pad = 65_536 - Buffer.byteLength(`${head}\n${ONE},`) - 3;
    for (let short = 0; short < 9; short += 1) {
      const [a, b, c] = [20_000, 20_000, pad - 40_000 - short].map((length) => 'x'.repeat(length));
      const [read] = await readAll(customerFile('a.csv', `${head}\n${ONE},${a},${b},${c},髙橋𠮷\n`));
      expect(read?.customer?.remarks).toBe('髙橋𠮷');
    }
  });
});

describe('files as Windows programs write them', () => {
  const names = async (name: string) =>
    (await readAll(`${FIXTURES}/${name}`)).map(({ customer }) => customer?.name);
  it.each(['excel-utf8.csv', 'excel-unicode-text.txt', 'openpyxl.xlsx'])('%s', async (name) =>
    expect(await names(name)).toEqual(['髙橋　太郎', '森　鷗外', 'ヤマダ　花子']),
  );
  it('in CP932 a kanji that it lacks has become a question mark, which is refused', async () => {
    const reads = await readAll(`${FIXTURES}/excel-cp932.csv`);
    expect(reads.map(({ customer }) => customer?.name)).toEqual(['髙橋　太郎', undefined, 'ヤマダ　花子']);
    expect(reads[1]?.problems.map(({ code }) => code)).toEqual(['V05']);
    expect(reads[0]?.customer?.address1).toBe('甲府市丸の内〜0番地');
    expect(reads[2]?.customer?.address1).toBe('㈱メゾン﨑');
  });
  it('gaiji in CP932 is refused with its code point, and the other rows are read', async () => {
    const reads = await readAll(`${FIXTURES}/gaiji-cp932.csv`);
    expect(reads.map(({ customer }) => customer?.name)).toEqual([undefined, '森　鴎外', 'ヤマダ　花子']);
    expect(reads[0]?.problems[0]?.message.ja).toContain('U+E000');
  });
  it('an .xls is refused under any name', async () => {
    const xls = readFileSync(`${FIXTURES}/old.xls`);
    for (const name of ['a.xls', 'a.csv', 'a.xlsx'])
      expect(await codeOf(customerFile(name, xls))).toBe('customers/old-excel');
  });
  it('an .xlsx is read under the name .csv, and a CSV refused under the name .xlsx', async () => {
    const book = writeXlsx([
      {
        name: 'S',
        rows: csv(ONE)
          .split('\r\n')
          .map((line) => line.split(',')),
      },
    ]);
    expect((await readAll(customerFile('a.csv', book)))[0]?.customer?.customerId).toBe('KS-1');
    expect(await codeOf(customerFile('a.xlsx', csv(ONE)))).toBe('customers/broken-excel');
  });
});
