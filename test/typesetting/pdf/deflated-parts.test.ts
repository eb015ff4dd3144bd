import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflatedPart, joinDeflated, storedPart } from '../../../src/typesetting/pdf/deflated-parts.js';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  // Much of the same: matches, and sums that go round.
  fc
    .tuple(fc.uint8Array({ maxLength: 20 }), fc.integer({ min: 1, max: 9000 }))
    .map(([some, times]) => new Uint8Array(Buffer.concat(Array(times).fill(some)))),
  fc.integer({ min: 0, max: 200_000 }).map((length) => new Uint8Array(length).fill(255)),
);
const part = fc
  .tuple(bytes, fc.boolean())
  .map(([of, stored]) => ({ of, made: stored && of.length < 0x10000 ? storedPart(of) : deflatedPart(of) }));

test('parts joined are a stream of all that they were made of, with the right sum', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), bytes, (parts, rest) => {
      const stream = joinDeflated(
        parts.map(({ made }) => made),
        rest,
      );
      const whole = Buffer.concat([...parts.map(({ of }) => of), rest]);
      // inflateSync throws where the sum at the end is another.
      expect(inflateSync(stream).equals(whole)).toBe(true);
      expect(parts.map(({ made }) => made.length)).toEqual(parts.map(({ of }) => of.length));
    }),
  );
});

test('more than a stored block can hold is refused', () => {
  expect(() => storedPart(new Uint8Array(0x10000))).toThrow('stored block');
});
