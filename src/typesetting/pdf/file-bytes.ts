/**
 * Takes PDF syntax and bytes as they come, gives them as one run of bytes: a buffer that grows, so that a file of hundreds
 * of small objects needs no string and no buffer for each.
 */

const FIRST_SIZE = 1 << 16;
/** Below this a loop is quicker than calling Node for it. */
const WORTH_CALLING = 24;
const WORTH_COPYING = 256;

export class FileBytes {
  #bytes = Buffer.allocUnsafeSlow(FIRST_SIZE);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Characters up to U+00FF. */
  latin1(text: string): void {
    const { length } = text;
    this.#room(length);
    if (length < WORTH_CALLING) {
      for (let i = 0; i < length; i += 1) this.#bytes[this.#length + i] = text.charCodeAt(i);
    } else this.#bytes.write(text, this.#length, 'latin1');
    this.#length += length;
  }

  /** A whole number below 2^31. */
  number(value: number): void {
    this.#room(10);
    let end = this.#length + 1;
    for (let power = 10; value >= power; power *= 10) end += 1;
    this.#length = end;
    let left = value;
    do {
      const rest = (left / 10) | 0;
      end -= 1;
      this.#bytes[end] = 0x30 + left - rest * 10;
      left = rest;
    } while (left > 0);
  }

  /** Of `bytes`, those from `from` to `to`. */
  copy(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.#room(to - from);
    if (to - from < WORTH_COPYING) {
      const target = this.#bytes;
      let at = this.#length;
      for (let i = from; i < to; i += 1, at += 1) target[at] = bytes[i] ?? 0;
    } else
      this.#bytes.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  /** A copy of what has come, which is then forgotten. */
  take(): Uint8Array {
    const bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return bytes;
  }

  /** What has come, until the next call of any method. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #room(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(this.#length + count)));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
