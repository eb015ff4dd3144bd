/** Takes where the objects of a file begin, gives the rows of its cross-reference stream (ISO 32000-1 §7.5.8). */

import { sure } from '../../problem.js';

/** Objects of an object stream are told from others by a number below zero. */
const IN_STREAM = 2 ** 16;

export class ObjectTable {
  /** By number − 1: the offset; or −1 − (65,536 × the object stream's number + the index in it). */
  readonly #places: (number | undefined)[] = [];

  /** As the trailer counts them: the one that is free is the first. */
  get size(): number {
    return this.#places.length + 1;
  }

  /** The first number of that many new objects. */
  allocate(count: number): number {
    const first = this.#places.length + 1;
    for (let i = 0; i < count; i += 1) this.#places.push(undefined);
    return first;
  }

  place(object: number, offset: number): void {
    this.#set(object, offset);
  }

  placeInStream(object: number, stream: number, index: number): void {
    this.#set(object, -1 - (stream * IN_STREAM + index));
  }

  /** `width`: of the second column, in bytes. */
  rows(width: number): Uint8Array {
    const row = 1 + width + 2;
    const bytes = Buffer.alloc(row * this.size);
    bytes.writeUInt16BE(0xffff, row - 2);
    for (let object = 1, at = row; object < this.size; object += 1, at += row) {
      const place = sure(this.#places[object - 1], 'object that was reserved');
      const inside = -1 - place;
      const second = place < 0 ? Math.floor(inside / IN_STREAM) : place;
      bytes[at] = place < 0 ? 2 : 1;
      for (let i = width, left = second; i > 0; i -= 1, left = Math.floor(left / 256)) bytes[at + i] = left;
      if (place < 0) bytes.writeUInt16BE(inside % IN_STREAM, at + 1 + width);
    }
    return bytes;
  }

  #set(object: number, place: number): void {
    if (this.#places[object - 1] !== undefined)
      throw new Error(`annai: internal error: object ${object} is written twice`);
    this.#places[object - 1] = place;
  }
}
