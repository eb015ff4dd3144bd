/**
 * Takes keys and the rows that they stand in, tells of each key where it stood first. A key takes some forty bytes, so that
 * a million of them can be held: what is kept of it is 128 bits of its SHA-256, which no two keys have in common.
 */

import { hash } from 'node:crypto';

/** Four words of the digest and one for the row; a slot whose row is 0 is free. */
const SLOT = 5;
const FLAG = 0x8000_0000;

export interface FirstRow {
  readonly row: number;
  /** What was said of it when it was added. */
  readonly flag: boolean;
}

export class FirstRows {
  #slots = 1024;
  #words = new Uint32Array(this.#slots * SLOT);
  #keys = 0;

  /** `row` is greater than 0. Undefined where the key is new, which is then added. */
  find(key: string, row: number, flag = false): FirstRow | undefined {
    const digest = hash('sha256', key, 'buffer');
    const words = new Uint32Array(SLOT - 1);
    for (let index = 0; index < words.length; index += 1) words[index] = digest.readUInt32LE(index * 4);
    const at = this.#slotOf(words);
    const known = this.#words[at + SLOT - 1] ?? 0;
    if (known !== 0) return { row: (known & ~FLAG) >>> 0, flag: (known & FLAG) !== 0 };
    this.#words.set(words, at);
    this.#words[at + SLOT - 1] = (row | (flag ? FLAG : 0)) >>> 0;
    this.#keys += 1;
    if (this.#keys * 4 > this.#slots * 3) this.#grow();
    return undefined;
  }

  /** The first word of the key's slot, or of the free one where it belongs. */
  #slotOf(words: Uint32Array): number {
    const [first = 0] = words;
    for (let slot = first & (this.#slots - 1); ; slot = (slot + 1) & (this.#slots - 1)) {
      const at = slot * SLOT;
      const free = this.#words[at + SLOT - 1] === 0;
      if (free || words.every((word, index) => this.#words[at + index] === word)) return at;
    }
  }

  #grow(): void {
    const old = this.#words;
    this.#slots *= 2;
    this.#words = new Uint32Array(this.#slots * SLOT);
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + SLOT - 1] === 0) continue;
      const slot = old.subarray(at, at + SLOT);
      this.#words.set(slot, this.#slotOf(slot.subarray(0, SLOT - 1)));
    }
  }
}
