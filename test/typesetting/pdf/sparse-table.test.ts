import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparseTable } from '../../../src/typesetting/pdf/sparse-table.js';

const tableOf = (entries: readonly (readonly [number, number])[]): Buffer => {
  const table = Buffer.alloc(((entries.at(-1)?.[0] ?? -1) + 1) * 2);
  for (const [index, value] of entries) table.writeUInt16BE(value, index * 2);
  return table;
};

const entries = fc
  .uniqueArray(fc.tuple(fc.nat(60_000), fc.nat(0xffff)), { selector: ([index]) => index, maxLength: 60 })
  .map((pairs) => pairs.sort(([a], [b]) => a - b));

test('zlib inflates what was deflated without it, to the same table', () => {
  fc.assert(
    fc.property(entries, (some) => {
      const { bytes, length } = sparseTable(some);
      const table = tableOf(some);
      expect(length).toBe(table.length);
      expect(inflateSync(bytes).equals(table)).toBe(true);
    }),
  );
});

test('every gap from none to beyond two of the longest matches is written', () => {
  for (let gap = 0; gap < 600; gap += 1) {
    const some = [
      [0, 0x1234],
      [gap + 1, 0xff90],
    ] as const;
    expect(inflateSync(sparseTable(some).bytes).equals(tableOf(some)), `${gap}`).toBe(true);
  }
});

test('a table without entries is empty', () => {
  expect(inflateSync(sparseTable([]).bytes)).toHaveLength(0);
});

test('a few glyphs of a large font take little room', () => {
  expect(sparseTable([[23_000, 7]]).bytes.length).toBeLessThan(400);
});
