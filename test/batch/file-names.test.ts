import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFileNames, fileNameOf } from '../../src/batch/file-names.js';
import { ProblemError } from '../../src/problem.js';

const place = { kind: 'record', row: 2 } as const;

describe("a customer's file name", () => {
  test('is the customer number', () => {
    expect(fileNameOf('KS-100234', place)).toBe('KS-100234.pdf');
  });

  test('never leaves the folder, whatever the customer number', () => {
    const nasty = fc.oneof(
      fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '0', '-', ':', ' ', '\0', '\n', 'Ａ') }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(nasty, (customerId) => {
        try {
          expect(fileNameOf(customerId, place)).toMatch(/^[0-9A-Za-z][0-9A-Za-z_-]*\.pdf$/);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
        }
      }),
    );
  });

  test.each([
    '../x',
    '..',
    '.',
    '',
    '/etc/passwd',
    'a/b',
    'a\\b',
    '-rf',
    'con',
    'NUL',
    'Com1',
    'lpt9',
    'a.',
    'a b',
  ])('is refused for %j, with the record’s place', (customerId) => {
    expect(() => fileNameOf(customerId, place)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'files/unsafe-name', place })] }),
    );
  });

  test('is refused where it differs from another only in case', () => {
    const names = createFileNames();
    names.claim('a1', 2, place);
    expect(() => names.claim('A1', 7, place)).toThrow(/files\/same-name.*2行目/s);
  });
});
