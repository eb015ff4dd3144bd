import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { fieldNames, fields } from '../../src/office/customers/fields.js';
import { customerFromFields } from '../../src/office/customers/from-fields.js';
import { readCustomers } from '../../src/office/customers/read-customers.js';
import { createPipeline } from '../../src/pipeline.js';
import { ProblemError } from '../../src/problem.js';
import { endured, expectReadable } from './endured.js';
import { damagedBytes, damagedText, nasty } from './mutations.js';

const PATIENCE = 900_000;
const folder = mkdtempSync(join(tmpdir(), 'annai-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads to the end, and looks at every record's problems as if they had refused the file. */
async function readAll(name: string, content: Uint8Array | string): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, content);
  let problems = 0;
  for await (const read of readCustomers(file)) {
    problems += read.problems.length;
    if (read.problems.length > 0) expectReadable(read);
    expect(read.customer === undefined || read.customer.customerId.length <= 20).toBe(true);
  }
  expect(problems).toBeGreaterThanOrEqual(0);
}

const CSV = readFileSync('examples/customers.csv');
const SHORT = CSV.toString('utf8').split('\n').slice(0, 4).join('\n');
const CP932 = readFileSync('test/fixtures/customers/excel-cp932.csv');
const UTF16 = readFileSync('test/fixtures/customers/excel-unicode-text.txt');

test('csv', { timeout: PATIENCE }, () =>
  endured({
    name: 'csv',
    cases: 22_000,
    input: fc.oneof(
      damagedText(SHORT),
      damagedBytes(CP932, UTF16, Buffer.from(SHORT)),
      fc.uint8Array({ maxLength: 200 }),
    ),
    read: (content) => readAll('a.csv', content),
    kept: (bytes) => bytes,
  }),
);

const JSON_SEED = JSON.stringify([
  {
    お客様番号: 'K-1',
    氏名: '山田　太郎',
    メールアドレス: 'taro@cvk.ne.jp',
    接続方法: 'IMAP',
    台数: 1,
    端末一覧: ['PC'],
  },
]);

test('json', { timeout: PATIENCE }, () =>
  endured({
    name: 'json',
    cases: 18_000,
    input: fc.oneof(damagedText(JSON_SEED), fc.json({ maxDepth: 6 })),
    read: (content) => readAll('a.json', content),
    kept: (bytes) => bytes.toString('utf8'),
  }),
);

const BOOKS = ['openpyxl.xlsx', 'xlsxwriter.xlsx'].map((name) =>
  readFileSync(join('test/fixtures/customers', name)),
);
/** A workbook whose parts are damaged, packed again as a sound archive. */
const damagedParts = (book: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const parts = unzipSync(book);
  return fc
    .constantFrom(...Object.keys(parts).filter((name) => /xml|rels/.test(name)))
    .chain((name) =>
      damagedText(new TextDecoder().decode(parts[name])).map((text) =>
        zipSync({ ...parts, [name]: strToU8(text) }, { level: 0 }),
      ),
    );
};

test('xlsx', { timeout: PATIENCE }, () =>
  endured({
    name: 'xlsx',
    cases: 8_000,
    input: fc.oneof(...BOOKS.map(damagedParts), damagedBytes(...BOOKS)),
    read: (content) => readAll('a.xlsx', content),
    kept: (bytes) => bytes,
  }),
);

const pipeline = createPipeline({ issueDate: '2026-11-23' });
const SOUND = {
  お客様番号: 'K-1',
  氏名: '山田　太郎',
  メールアドレス: 'taro@cvk.ne.jp',
  接続方法: 'IMAP',
  利用端末: '1台',
};
const labels = fieldNames.map((name) => fields[name].label.ja);
const somebody = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...labels), nasty, { maxKeys: 4 }),
    damagedText('髙橋　𠮷郎', '葛󠄀城　か゚ん太', 'ﾔﾏﾀﾞ ﾀﾛｳ'),
  )
  .map(([changes, name]) => ({ ...SOUND, 氏名: name, ...changes }));

const judged = (record: Readonly<Record<string, string>>) => {
  const { customer, problems } = customerFromFields(record, { kind: 'record' });
  if (customer === undefined) throw new ProblemError(problems);
  const found = pipeline.check(customer);
  if (found.some(({ severity }) => severity === 'error')) throw new ProblemError(found);
  return customer;
};

test('names', { timeout: PATIENCE }, () =>
  endured({
    name: 'names',
    cases: 22_000,
    input: somebody,
    read: judged,
    kept: (bytes) => ({ ...SOUND, 氏名: bytes.toString('utf8') }),
  }),
);

test('sheets', { timeout: PATIENCE }, () =>
  endured({
    name: 'sheets',
    cases: 400,
    input: somebody,
    read: (record) => expect(pipeline.render(judged(record)).length).toBeGreaterThan(1000),
    kept: (bytes) => ({ ...SOUND, 氏名: bytes.toString('utf8') }),
  }),
);
