import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../src/pipeline.js';
import { sure } from '../../src/problem.js';
import { customerFile, readAll, utf16 } from '../office/customers/customer-files.js';
import { encodeCp932 } from '../office/customers/encode-cp932.js';
import { stringify } from '../office/customers/write-csv.js';
import { type BookOptions, writeXlsx } from '../office/customers/write-xlsx.js';
import { ISSUE_DATE } from './sheets.js';

type Rows = readonly (readonly string[])[];

const text = readFileSync('examples/customers.csv', 'utf8').slice(1);
const rows = (source: string): Rows => parse(source, { record_delimiter: '\r\n' });

/** One of each connection, in large print, by post, with a name in kana of half width. */
const chosen = (all: Rows): Rows => all.filter((_, index) => [0, 1, 4, 6, 8, 10].includes(index));
const RARE = chosen(rows(text));
const COMMON = chosen(rows(text.replaceAll('𠮷', '吉').replaceAll('葛\u{E0100}', '葛')));

const excel = (table: Rows, options?: BookOptions): Uint8Array =>
  writeXlsx([{ name: 'お客様', rows: table }], options);

const asObjects = ([headings = [], ...records]: Rows): readonly Readonly<Record<string, string>>[] =>
  records.map((cells) => Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])));

const FORMS: Readonly<Record<string, (table: Rows) => string | Uint8Array>> = {
  'utf-8.csv': (table) => stringify(table, ','),
  'utf-8-bom.csv': (table) => `\uFEFF${stringify(table, ',')}`,
  'utf-16le.csv': (table) => utf16(stringify(table, ',')),
  'excel-unicode-text.txt': (table) => utf16(stringify(table, '\t')),
  'tab.tsv': (table) => stringify(table, '\t'),
  'unix.csv': (table) => stringify(table, ',').replaceAll('\r\n', '\n'),
  'shared-strings.xlsx': (table) => excel(table, { strings: 'shared' }),
  'inline-strings.xlsx': (table) => excel(table, { strings: 'inline' }),
  'records.json': (table) => JSON.stringify(asObjects(table)),
};

const pipeline = createPipeline({ issueDate: ISSUE_DATE });

/** Each sheet's digest, and that of the print file of all. */
async function digestsOf(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  const whole = createHash('sha256');
  const printFile = pipeline.openPrintFile((chunk) => whole.update(chunk), '印刷用');
  const digests: string[] = [];
  for (const { customer, problems } of await readAll(customerFile(name, content))) {
    expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    const document = pipeline.compose(sure(customer, `customer of ${name}`));
    digests.push(createHash('sha256').update(pipeline.write(document)).digest('hex'));
    printFile.append(document);
  }
  printFile.end();
  return [...digests, whole.digest('hex')];
}

describe.each([
  ['with rare kanji', RARE, FORMS],
  ['in CP932 kanji', COMMON, { ...FORMS, 'cp932.csv': (table: Rows) => encodeCp932(stringify(table, ',')) }],
] as const)('the same customers %s give the same PDFs, byte for byte', (_, table, forms) => {
  const first = digestsOf('utf-8.csv', stringify(table, ','));

  test.each(Object.entries(forms))('from %s', async (name, write) => {
    const digests = await first;
    expect(new Set(digests).size).toBe(table.length);
    expect(await digestsOf(name, write(table))).toEqual(digests);
  });
});

test('a character changed in one address changes that sheet and the print file, and no other sheet', async () => {
  const changed = COMMON.map((cells, index) =>
    index === 1 ? cells.map((cell) => cell.replace('丸の内', '丸之内')) : cells,
  );
  const before = await digestsOf('before.csv', stringify(COMMON, ','));
  const after = await digestsOf('after.csv', stringify(changed, ','));
  const differing = before.flatMap((digest, index) => (digest === after[index] ? [] : [index]));
  expect(differing).toEqual([0, before.length - 1]);
});
