import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/office/customers/customer.js';
import { customerFile, readAll, utf16 } from './customer-files.js';
import { encodeCp932 } from './encode-cp932.js';
import { type SheetCell, writeXlsx } from './write-xlsx.js';

const source = readFileSync('examples/customers.csv', 'utf8').slice(1);
const table = parse(source, { record_delimiter: '\r\n' });
const withoutRareKanji = source.replaceAll('𠮷', '吉').replaceAll('葛\u{E0100}', '葛');
const asExcel = writeXlsx([{ name: 'お客様', rows: table as SheetCell[][] }]);
const objects = table
  .slice(1)
  .map((row) => Object.fromEntries(row.map((cell, column) => [table[0]?.[column] ?? '', cell])));

/** All but `customers.csv` is made from it: `UPDATE_EXAMPLES=1 npx vitest run test/office/customers/examples.test.ts`. */
const derived: Readonly<Record<string, Uint8Array>> = {
  'customers-sjis.csv': encodeCp932(withoutRareKanji),
  'customers.xlsx': asExcel,
  'customer.json': Buffer.from(
    `${JSON.stringify(Object.fromEntries(Object.entries(objects[3] ?? {}).filter(([, text]) => text !== '')), undefined, 2)}\n`,
  ),
};

const customersOf = async (file: string): Promise<readonly (Customer | undefined)[]> => {
  const reads = await readAll(file);
  return reads.map(({ customer }) => {
    if (customer === undefined) return undefined;
    const { place, ...rest } = customer;
    return { ...rest, place: { kind: place.kind } };
  });
};

describe('the shipped example files', () => {
  it.each(Object.keys(derived))('%s is made from customers.csv', (name) => {
    const file = `examples/${name}`;
    const made = derived[name] ?? new Uint8Array();
    if (process.env.UPDATE_EXAMPLES === '1') writeFileSync(file, made);
    expect(existsSync(file)).toBe(true);
    expect(Buffer.from(readFileSync(file)).equals(Buffer.from(made))).toBe(true);
  });

  it('read without any problem', async () => {
    for (const name of ['customers.csv', ...Object.keys(derived)]) {
      const reads = await readAll(`examples/${name}`);
      expect(
        reads.flatMap(({ problems }) => problems.filter(({ severity }) => severity !== 'notice')),
      ).toEqual([]);
      expect(reads.every(({ customer }) => customer !== undefined)).toBe(true);
    }
  });

  it('hold every kind of sheet', async () => {
    const customers = await customersOf('examples/customers.csv');
    const kinds = new Set(
      customers.map((c) =>
        [c?.connection, c?.connection === 'undecided' ? '' : c?.devices, c?.leaveOnServer].join(' '),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'IMAP multiple ',
      'IMAP single ',
      'POP multiple delete',
      'POP multiple keep',
      'POP multiple no-setting',
      'POP single delete',
      'POP single keep',
      'POP single no-setting',
      'undecided  ',
    ]);
    expect(new Set(customers.map((c) => `${c?.largePrint} ${c?.deliveryMethod}`))).toEqual(
      new Set(['true counter', 'true post', 'false counter', 'false post']),
    );
  });

  it('keep a rare-kanji name code point for code point', async () => {
    const customers = await customersOf('examples/customers.csv');
    expect(customers[3]?.name).toBe('髙橋\u3000\u{20BB7}﨑葛\u{E0100}');
  });
});

describe('one table in every form of file', () => {
  const tsv = table.map((row) => row.join('\t')).join('\r\n');
  const reference = customersOf('examples/customers.csv');

  it.each<[string, string, string | Uint8Array]>([
    ['UTF-8 without mark', 'a.csv', source],
    ['UTF-8 with mark', 'a.csv', `\uFEFF${source}`],
    ['UTF-16LE', 'a.csv', utf16(source)],
    ['Excel’s “Unicode text”', 'a.txt', utf16(`${tsv}\r\n`)],
    ['TSV', 'a.tsv', tsv],
    [
      'every cell in quotes',
      'a.csv',
      table.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
    ],
    ['.xlsx', 'a.xlsx', asExcel],
    [
      '.xlsx with strings in the cells',
      'a.xlsx',
      writeXlsx([{ name: 'S', rows: table as SheetCell[][] }], { strings: 'inline' }),
    ],
    ['JSON', 'a.json', JSON.stringify(objects)],
  ])('gives the same customers: %s', async (_, name, content) => {
    expect(await customersOf(customerFile(name, content))).toEqual(await reference);
  });

  it('gives the same customers in Shift_JIS, for characters that it has', async () => {
    const utf8 = await customersOf(customerFile('a.csv', withoutRareKanji));
    expect(await customersOf('examples/customers-sjis.csv')).toEqual(utf8);
    expect(utf8[3]?.name).toBe('髙橋\u3000吉﨑葛');
  });
});
