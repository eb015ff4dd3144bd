import { expect, test } from 'vitest';
import type { CustomerRead } from '../../../src/office/customers/customer-read.js';
import { createBlame, createDuplicateCheck } from '../../../src/office/customers/find-duplicates.js';

const read = (row: number, customerId: string): CustomerRead => ({
  row,
  customerId,
  place: { kind: 'record', row },
  problems: [],
});

/** As a batch goes through a file: once to hear, once more to apply. */
function both(reads: readonly CustomerRead[]): readonly CustomerRead[] {
  const blame = createBlame();
  const first = createDuplicateCheck();
  for (const each of reads) blame.hear(first(each));
  const second = createDuplicateCheck();
  return reads.map((each) => blame.apply(second(each)));
}

const messages = (reads: readonly CustomerRead[]): readonly (readonly string[])[] =>
  reads.map(({ problems }) => problems.map(({ message }) => message.ja));

test('each of two rows quotes the number as it stands there', () => {
  expect(messages(both([read(2, 'K-1'), read(3, 'k-1')]))).toEqual([
    ['「お客様番号」の「K-1」が、2行目と3行目で同じです。'],
    ['「お客様番号」の「k-1」が、2行目と3行目で同じです。'],
  ]);
});

test('a row that many others repeat names one of them and counts the rest', () => {
  const [first, ...others] = messages(both(Array.from({ length: 1000 }, (_, at) => read(at + 2, 'K-1'))));
  expect(first).toEqual(['「お客様番号」の「K-1」が、2行目と3行目（ほかに998行）で同じです。']);
  for (const [at, other] of others.entries())
    expect(other).toEqual([`「お客様番号」の「K-1」が、2行目と${at + 3}行目で同じです。`]);
});
