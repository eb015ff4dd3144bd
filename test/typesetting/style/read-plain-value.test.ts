import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CssFault } from '../../../src/typesetting/style/css-fault.js';
import { readPlainValue } from '../../../src/typesetting/style/read-plain-value.js';
import { readAnyValue } from '../../../src/typesetting/style/read-value-text.js';

test.each(['#0f4c81', '12mm', '1.6mm solid #8aa0b4', '46%', '-2.4Q auto 0 1.3rem', 'BIZ UDPGothic'])(
  '%s is read without css-tree, and to the same tokens',
  (text) => {
    const tokens = readPlainValue(text);
    expect(tokens).toHaveLength(text.split(' ').length);
    expect(tokens).toStrictEqual(readAnyValue(text));
  },
);

test.each([
  '',
  ' 12mm',
  '12mm  0',
  'a, b',
  '"a"',
  'counter(page)',
  '1e3',
  '+1',
  '.5em',
  '1.',
  '--x',
  'a/b',
  '文字',
])('「%s」 is left to css-tree', (text) => {
  expect(readPlainValue(text)).toBeUndefined();
});

test('what is plain has the tokens that css-tree gives it, whatever it is made of', () => {
  const piece = fc.constantFrom(...'0123456789.-+%# ,eEmMQquUx'.split(''), 'rem', '1e', 'u', 'inherit', '#0');
  const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
  let plain = 0;
  fc.assert(
    fc.property(text, (value) => {
      const tokens = readPlainValue(value);
      if (tokens === undefined) return;
      plain += 1;
      expect(tokens).toStrictEqual(readByCssTree(value));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(100);
});

function readByCssTree(text: string): unknown {
  try {
    return readAnyValue(text);
  } catch (fault) {
    if (fault instanceof CssFault) return fault.message;
    throw fault;
  }
}
