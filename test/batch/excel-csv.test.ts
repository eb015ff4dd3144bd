import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excelHead, excelLine } from '../../src/batch/excel-csv.js';

const cellOf = (text: string): string => {
  const [[cell = ''] = []] = parse(excelHead([text]), { bom: true }) as string[][];
  return cell;
};

describe('a cell for Excel', () => {
  test.each([
    '=1+1',
    '+81-55-283-8383',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '　=1+1',
    '|calc',
    '%a',
  ])('%j is no formula', (text) => expect(cellOf(text)).toMatch(/^'/));

  test.each([
    '00123',
    '123456789012',
    '1.23E+10',
    '12e5',
    '5-6',
    '1-6-1',
    '5月6日',
    '2026/4/1',
    '10:30',
    'MAR-1',
    'Sept2',
    'H30.1.5',
  ])('%s stays what it is', (text) => expect(cellOf(text)).toBe(`'${text}`));

  test.each([
    'K-1',
    '600906',
    '894-5EC-PVP',
    '4db691462a754ed913b9d37cc29f2315',
    '28e830f0',
    '00123.pdf',
    '山田　太郎',
    'b@example.com',
    'Marc',
    'a=b',
  ])('%s needs no mark', (text) => expect(cellOf(text)).toBe(text));

  test('holds whatever text, but for what cannot be seen, and never begins as a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = cellOf(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(cell.replace(/^'/, '')).toBe(
          text.replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ').replace(/^'/, ''),
        );
      }),
    );
  });

  test('ends each row as Excel does, after a byte order mark', () => {
    expect(excelHead(['a', 'b"c']) + excelLine([''])).toBe('\uFEFF"a","b""c"\r\n""\r\n');
  });
});
