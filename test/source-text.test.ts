import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceText } from '../src/source-text.js';

const places = (text: string, line = 1, column = 1) =>
  new SourceText(text, { kind: 'source', file: 'a', line, column });

test('columns count characters, lines count line feeds', () => {
  const source = places('a𠮷b\n\tc\r\nd');
  expect([0, 1, 3, 5, 6, 9].map((offset) => Object.values(source.at(offset)).slice(2).join(':'))).toEqual([
    '1:1',
    '1:2',
    '1:3',
    '2:1',
    '2:2',
    '3:1',
  ]);
});

test('a text that is part of a longer one keeps the place of its beginning', () => {
  const source = places('ab\nc', 7, 5);
  expect(source.at(1)).toEqual({ kind: 'source', file: 'a', line: 7, column: 6 });
  expect(source.at(3)).toEqual({ kind: 'source', file: 'a', line: 8, column: 1 });
});

test('the order of questions does not matter, and any offset has the place that splitting by line gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '\n', '𠮷', '漢'), { maxLength: 30 }),
      fc.array(fc.nat(30)),
      (units, picks) => {
        const text = units.join('');
        const source = places(text);
        for (const pick of picks) {
          const before = units.slice(0, pick).join('');
          const lines = before.split('\n');
          expect(source.at(before.length)).toMatchObject({
            line: lines.length,
            column: Array.from(lines.at(-1) ?? '').length + 1,
          });
        }
      },
    ),
  );
});
