import { describe, expect, test } from 'vitest';
import { figure, spreadOf, spreadText } from '../../bench/statistics.mjs';

describe('the figures of several runs', () => {
  test('are their median, lowest and highest', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ low: 1, median: 3, high: 5 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ low: 1, median: 2.5, high: 4 });
  });

  test('are nothing where nothing was measured', () => {
    expect(spreadOf([])).toBeUndefined();
    expect(spreadText(undefined)).toBe('—');
  });

  test.each([
    [1234.5, '1235'],
    [12.345, '12.3'],
    [0.1234, '0.12'],
  ])('%d is written %s', (value, expected) => {
    expect(figure(value)).toBe(expected);
  });
});
