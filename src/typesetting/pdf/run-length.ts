/** Takes a sparse table of 16-bit values, gives its bytes run-length coded (ISO 32000-1 §7.4.5), without writing out the zeros first. */

/** A run is at most 128 bytes, be they copied or repeated. */
const LONGEST = 128;

/** Value n of the table is `value(indices[i])` where n is among the sorted `indices`, else 0. */
export function runLengthTable(indices: readonly number[], value: (index: number) => number): Uint8Array {
  const bytes: number[] = [];
  let next = 0;
  for (let i = 0; i < indices.length; ) {
    const first = indices[i] ?? 0;
    repeatZero(bytes, (first - next) * 2);
    const literal: number[] = [];
    for (next = first; indices[i] === next && literal.length < LONGEST; i += 1) {
      literal.push(value(next) >> 8, value(next) & 0xff);
      next += 1;
    }
    bytes.push(literal.length - 1, ...literal);
  }
  bytes.push(LONGEST);
  return Uint8Array.from(bytes);
}

function repeatZero(bytes: number[], count: number): void {
  for (let left = count; left > 0; left -= LONGEST) {
    // 257 − length, then the byte to repeat; a single byte is a copied run of one.
    if (left === 1) bytes.push(0, 0);
    else bytes.push(257 - Math.min(left, LONGEST), 0);
  }
}
