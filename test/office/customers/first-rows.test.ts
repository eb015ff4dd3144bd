import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstRows } from '../../../src/office/customers/first-rows.js';

test('every key is found where it stood first, as a map would tell it', () => {
  const asked = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.boolean()), { maxLength: 400 });
  fc.assert(
    fc.property(asked, (list) => {
      const known = new Map<string, { row: number; flag: boolean }>();
      const rows = new FirstRows();
      for (const [at, [key, flag]] of list.entries()) {
        expect(rows.find(key, at + 1, flag)).toEqual(known.get(key));
        if (!known.has(key)) known.set(key, { row: at + 1, flag });
      }
    }),
  );
});

test('also among a hundred thousand', () => {
  const rows = new FirstRows();
  for (let row = 1; row <= 100_000; row++) rows.find(`K-${row}`, row, row % 2 === 0);
  for (const row of [1, 2, 1000, 65_536, 100_000])
    expect(rows.find(`K-${row}`, 7)).toEqual({ row, flag: row % 2 === 0 });
});
