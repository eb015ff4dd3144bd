/**
 * Takes bytes that many streams have in common, gives them deflated so that others can stand before and behind them; joins
 * such parts to one stream (RFC 1950, RFC 1951): what is the same each time is deflated once.
 */

import { constants, deflateRawSync, deflateSync } from 'node:zlib';

export interface DeflatedPart {
  /** Blocks, none of them the last, that end with a byte and refer to nothing before them. */
  readonly bytes: Uint8Array;
  /** Before deflating. */
  readonly length: number;
  /** Adler-32 of what was deflated. */
  readonly sum: number;
}

const SMALL = { level: 9 };
/** Deflated with a window of 32 KB, as small as it goes. */
const HEADER = Uint8Array.of(0x78, 0xda);
const TRAILER = 4;
/** Of a block that is stored as it is: its kind, its length twice. */
const STORED = 5;

export function deflatedPart(bytes: Uint8Array): DeflatedPart {
  return {
    bytes: deflateRawSync(bytes, { ...SMALL, finishFlush: constants.Z_FULL_FLUSH }),
    length: bytes.length,
    sum: sumOf(deflateSync(bytes, { level: 0 })),
  };
}

/** Of a few bytes, which deflating would not make fewer. */
export function storedPart(bytes: Uint8Array): DeflatedPart {
  const { length } = bytes;
  if (length > 0xffff) throw new Error(`annai: internal error: ${length} bytes in a stored block`);
  const block = Buffer.alloc(STORED + length);
  block.writeUInt16LE(length, 1);
  block.writeUInt16LE(~length & 0xffff, 3);
  block.set(bytes, STORED);
  return { bytes: block, length, sum: adler32(bytes) };
}

/** The stream of all parts, and behind them of `rest`. */
export function joinDeflated(parts: readonly DeflatedPart[], rest: Uint8Array): Uint8Array {
  const last = deflateSync(rest, SMALL);
  let sum = 1;
  for (const part of parts) sum = sumOfBoth(sum, part.sum, part.length);
  const trailer = Buffer.alloc(TRAILER);
  trailer.writeUInt32BE(sumOfBoth(sum, sumOf(last), rest.length));
  return Buffer.concat([
    HEADER,
    ...parts.map(({ bytes }) => bytes),
    last.subarray(HEADER.length, -TRAILER),
    trailer,
  ]);
}

const sumOf = (stream: Buffer): number => stream.readUInt32BE(stream.length - TRAILER);

/** The largest prime below 2^16 (RFC 1950 §9). */
const ADLER = 65521;

function adler32(bytes: Uint8Array): number {
  let sum = 1;
  let sumOfSums = 0;
  for (const byte of bytes) {
    sum = (sum + byte) % ADLER;
    sumOfSums = (sumOfSums + sum) % ADLER;
  }
  return sumOfSums * 0x10000 + sum;
}

/** Adler-32 of two texts, one after the other, from those of each; the second has this length. */
function sumOfBoth(one: number, other: number, length: number): number {
  const [low, high] = [one & 0xffff, one >>> 16];
  const sum = (low + (other & 0xffff) + ADLER - 1) % ADLER;
  // Each byte of the second counts the sum of the first once more; the 1 that sums begin with is not in that.
  const sumOfSums = (high + (other >>> 16) + (length % ADLER) * ((low + ADLER - 1) % ADLER)) % ADLER;
  return sumOfSums * 0x10000 + sum;
}
