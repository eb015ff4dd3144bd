/**
 * Takes the few entries of a long table of 16-bit numbers that are not zero, gives the table deflated (RFC 1950, RFC 1951)
 * without making it: tens of thousands of zeros would cost more time than all other parts of a small font.
 */

export interface SparseTable {
  readonly bytes: Uint8Array;
  /** Of the table itself, in bytes. */
  readonly length: number;
}

/** `entries`: index and number, by rising index. The table ends with the last of them. */
export function sparseTable(entries: readonly (readonly [number, number])[]): SparseTable {
  const writer = new DeflateWriter();
  let length = 0;
  for (const [index, value] of entries) {
    writer.zeros(index * 2 - length);
    writer.byte(value >> 8);
    writer.byte(value & 0xff);
    length = index * 2 + 2;
  }
  return { bytes: writer.end(), length };
}

/** The largest prime below 2^16 (RFC 1950 §9). */
const ADLER = 65521;
const LONGEST_MATCH = 258;
const SHORTEST_MATCH = 3;
const END_OF_BLOCK = 256;

/** One block with fixed codes (RFC 1951 §3.2.6). */
class DeflateWriter {
  /** Deflated with a window of 32 KB, without a dictionary, by the fastest way. */
  readonly #bytes: number[] = [0x78, 0x01];
  #waiting = 0;
  #waitingBits = 0;
  #sum = 1;
  #sumOfSums = 0;

  constructor() {
    // The last block, with fixed codes.
    this.#bits(0b011, 3);
  }

  byte(value: number): void {
    this.#code(value);
    this.#sum = (this.#sum + value) % ADLER;
    this.#sumOfSums = (this.#sumOfSums + this.#sum) % ADLER;
  }

  zeros(count: number): void {
    if (count === 0) return;
    this.#code(0);
    let left = count - 1;
    for (; left >= SHORTEST_MATCH; left -= Math.min(left, LONGEST_MATCH))
      this.#again(Math.min(left, LONGEST_MATCH));
    for (; left > 0; left -= 1) this.#code(0);
    this.#sumOfSums = (this.#sumOfSums + count * this.#sum) % ADLER;
  }

  end(): Uint8Array {
    this.#code(END_OF_BLOCK);
    if (this.#waitingBits > 0) this.#bits(0, 8 - this.#waitingBits);
    const check = Buffer.alloc(4);
    check.writeUInt16BE(this.#sumOfSums, 0);
    check.writeUInt16BE(this.#sum, 2);
    return Buffer.concat([Buffer.from(this.#bytes), check]);
  }

  /** The last byte so many times more: a match at distance 1 (§3.2.5). */
  #again(times: number): void {
    const over = times - SHORTEST_MATCH;
    if (times === LONGEST_MATCH) this.#code(285);
    else if (over < 8) this.#code(257 + over);
    else {
      const extra = 29 - Math.clz32(over);
      this.#code(257 + 4 * extra + (over >> extra));
      this.#bits(over & ((1 << extra) - 1), extra);
    }
    this.#bits(0, 5);
  }

  #code(symbol: number): void {
    this.#bits(CODES[symbol] ?? 0, LENGTHS[symbol] ?? 0);
  }

  #bits(value: number, count: number): void {
    this.#waiting |= value << this.#waitingBits;
    this.#waitingBits += count;
    for (; this.#waitingBits >= 8; this.#waitingBits -= 8) {
      this.#bytes.push(this.#waiting & 0xff);
      this.#waiting >>= 8;
    }
  }
}

/** The fixed codes. Codes begin with their most significant bit, all else with the least (§3.1.1, §3.2.6). */
const LENGTHS = Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
const CODES = LENGTHS.map((length, symbol) => {
  const [first, code] =
    symbol < 144
      ? [0, 0b00110000]
      : symbol < 256
        ? [144, 0b110010000]
        : symbol < 280
          ? [256, 0]
          : [280, 0b11000000];
  return reversed(code + symbol - first, length);
});

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let bit = 0; bit < length; bit += 1) bits |= ((code >> bit) & 1) << (length - 1 - bit);
  return bits;
}
