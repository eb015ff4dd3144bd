import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWidths, tableMeasure, total } from '../../../../src/typesetting/layout/table/column-widths.js';
import type { ColumnMeasure } from '../../../../src/typesetting/layout/table/measure-columns.js';

const column = (min: number, max: number, more: Partial<ColumnMeasure> = {}): ColumnMeasure => ({
  min,
  max,
  constrained: false,
  percent: 0,
  ...more,
});

describe('the width of a column', () => {
  test.each([
    ['minima where there is no more', [column(10, 30), column(20, 60)], 30, [10, 20]],
    ['between minimum and maximum in proportion', [column(10, 30), column(20, 60)], 60, [20, 40]],
    ['maxima where they fit', [column(10, 30), column(20, 60)], 90, [30, 60]],
    ['more than the maxima in proportion to them', [column(10, 30), column(20, 60)], 180, [60, 120]],
    [
      'a stated length stays while others can grow',
      [column(10, 40, { constrained: true }), column(20, 60)],
      180,
      [40, 140],
    ],
    [
      'stated lengths grow where nothing else can',
      [column(0, 40, { constrained: true }), column(0, 20, { constrained: true })],
      120,
      [80, 40],
    ],
    ['a percentage is of the table', [column(10, 20, { percent: 25 }), column(20, 60)], 200, [50, 150]],
    [
      'a percentage never goes below the minimum',
      [column(60, 80, { percent: 10 }), column(20, 60)],
      200,
      [60, 140],
    ],
    ['empty columns share alike', [column(0, 0), column(0, 0)], 10, [5, 5]],
  ])('%s', (_, columns, available, expected) => {
    expect(columnWidths(columns, available)).toEqual(expected);
  });

  const columns = fc.array(
    fc
      .record({
        min: fc.integer({ min: 0, max: 1e6 }),
        more: fc.integer({ min: 0, max: 1e6 }),
        constrained: fc.boolean(),
        percent: fc.constantFrom(0, 0, 0, 10, 50, 120),
      })
      .map(({ min, more, constrained, percent }) => column(min, min + more, { constrained, percent })),
    { minLength: 1, maxLength: 8 },
  );

  test('no column falls below its minimum, and together they fill the table exactly', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 0, max: 1e7 }), (given, extra) => {
        const available = tableMeasure(given).min + extra;
        const widths = columnWidths(given, available);
        expect(total(widths)).toBe(available);
        for (const [index, width] of widths.entries()) {
          expect(width).toBeGreaterThanOrEqual(given[index]?.min ?? 0);
        }
      }),
    );
  });
});
