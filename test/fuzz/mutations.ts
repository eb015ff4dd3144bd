/** Takes a sound file, gives arbitrary damage to it: what mistakes, broken programs and ill will make of files. */

import fc from 'fast-check';

/** What readers of files stumble over. */
const NASTY: readonly string[] = [
  '\0',
  '\u0001',
  '\u001b[31m',
  '\u0007',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\u000b',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\ud800',
  '\udc00',
  '𠮷',
  '葛\u{e0100}',
  'か\u3099',
  '\u{13000}',
  '\ue000',
  '"',
  '""',
  "'",
  ',',
  ';',
  '=',
  '=1+1',
  '@SUM(A1)',
  '+',
  '-',
  '{',
  '}',
  '{{',
  '}}',
  '{{{',
  '{{#each @root.settings}}',
  '{{/each}}',
  '{{> x}}',
  '(',
  ')',
  '[',
  ']',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '&',
  '&#0;',
  '&#x110000;',
  '&nbsp',
  '\\',
  '\\u0000',
  '\\',
  '/',
  '../',
  '%00',
  ':',
  '- ',
  '? ',
  '| ',
  '> ',
  '&a',
  '*a',
  '!!js/function',
  '<<: *a',
  '---\n',
  '...\n',
  '%YAML 9\n',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'true',
  'NaN',
  '1e999',
  '-0',
  '9'.repeat(400),
  'あ'.repeat(300),
  'x'.repeat(5000),
  '('.repeat(60),
  '['.repeat(200),
  '{"a":'.repeat(60),
  '<ul><li>'.repeat(60),
  'calc(1px + 1px)',
  'url(http://127.0.0.1/)',
  '@import "x";',
  'var(--a)',
  '--a: var(--a);',
  '!important',
  '@page',
  ':root',
  '1e9mm',
  '-1mm',
  '0/0',
  'Infinity',
];

type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly piece: string }
  | { readonly kind: 'delete' | 'double'; readonly at: number; readonly length: number };

const where = fc.double({ min: 0, max: 1, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: where,
      piece: fc.constantFrom(...NASTY),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: where,
      piece: fc.string({ unit: 'binary', maxLength: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete' as const, 'double' as const),
      at: where,
      length: fc.integer({ min: 1, max: 40 }),
    }),
  },
);

function applied(text: string, { at, ...what }: Edit): string {
  const start = Math.floor(at * text.length);
  if (what.kind === 'insert') return text.slice(0, start) + what.piece + text.slice(start);
  const end = start + what.length;
  return what.kind === 'delete'
    ? text.slice(0, start) + text.slice(end)
    : text.slice(0, end) + text.slice(start);
}

export const damagedText = (...seeds: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 5 }))
    .map(([seed, edits]) => edits.reduce(applied, seed));

/** Bytes changed, cut out and put in, wherever. */
export const damagedBytes = (...seeds: readonly Uint8Array[]): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(where, fc.integer({ min: 0, max: 255 }), fc.constantFrom('set', 'cut', 'put')), {
        minLength: 1,
        maxLength: 8,
      }),
    )
    .map(([seed, changes]) =>
      changes.reduce((bytes, [at, value, kind]) => {
        const index = Math.floor(at * bytes.length);
        if (kind === 'set') {
          const copy = Buffer.from(bytes);
          if (index < copy.length) copy[index] = value;
          return copy;
        }
        const rest = bytes.subarray(kind === 'cut' ? index + 1 + (value >> 3) : index);
        return Buffer.concat([
          bytes.subarray(0, index),
          kind === 'put' ? Buffer.from([value]) : Buffer.alloc(0),
          rest,
        ]);
      }, Buffer.from(seed)),
    );

export const nasty: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 4 })
  .map((pieces) => pieces.join(''));
