import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CustomerFile, openCustomers } from '../../../src/office/customers/read-customers.js';
import { ProblemError } from '../../../src/problem.js';

const folder = mkdtempSync(join(tmpdir(), 'annai-customers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADINGS = 'お客様番号,氏名,メールアドレス,接続方法,利用端末\r\n';
const row = (id: string): string => `${id},甲斐　一郎,${id.toLowerCase()}@cvk.ne.jp,IMAP,1台\r\n`;

async function idsIn(customers: CustomerFile): Promise<readonly (string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  for await (const { customerId } of customers.read()) ids.push(customerId);
  return ids;
}

const codesOf = (reading: Promise<unknown>): Promise<readonly string[]> =>
  reading.then(
    () => [],
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
      throw error;
    },
  );

test('a customer file can be gone through as often as is wanted', async () => {
  const file = join(folder, 'twice.csv');
  writeFileSync(file, HEADINGS + row('K-1') + row('K-2'));
  const customers = openCustomers(file);
  expect(await idsIn(customers)).toEqual(['K-1', 'K-2']);
  expect(await idsIn(customers)).toEqual(['K-1', 'K-2']);
});

test('one that somebody writes into meanwhile is refused', async () => {
  const file = join(folder, 'changed.csv');
  writeFileSync(file, HEADINGS + row('K-1'));
  const customers = openCustomers(file);
  expect(await idsIn(customers)).toEqual(['K-1']);
  appendFileSync(file, row('K-2'));
  expect(await codesOf(idsIn(customers))).toEqual(['customers/changed-file']);
});

test('one that is taken away meanwhile is refused', async () => {
  const file = join(folder, 'gone.csv');
  writeFileSync(file, HEADINGS + row('K-1'));
  const customers = openCustomers(file);
  rmSync(file);
  expect(await codesOf(idsIn(customers))).toHaveLength(1);
});
