/** Takes where the objects of a file begin, gives the rows of its cross-reference stream (ISO 32000-1 §7.5.8). */

import { sure } from '../../problem.js';

/** Objects of an object stream are told from others by a number below zero. */
const IN_STREAM = 2 ** 16;
/** A print file has millions of objects: 8 bytes each, and none are copied for more. */
const CHUNK = 2 ** 10;

export class ObjectTable {
  /**
   * By number: the offset; or −1 − (65,536 × the object stream's number + the index in it); 0 before it is known. No object
   * has the number 0 or stands there.
   */
  readonly #places: Float64Array[] = [new Float64Array(CHUNK)];
  #size = 1;

  /** As the trailer counts them: the one that is free is the first. */
  get size(): number {
    return this.#size;
  }

  /** The first number of that many new objects. */
  allocate(count: number): number {
    const first = this.#size;
    this.#size += count;
    while (this.#places.length * CHUNK < this.#size) this.#places.push(new Float64Array(CHUNK));
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
      const place = this.#placeOf(object);
      if (place === 0) throw new Error(`annai: internal error: object ${object} is never written`);
      const inside = -1 - place;
      const second = place < 0 ? Math.floor(inside / IN_STREAM) : place;
      bytes[at] = place < 0 ? 2 : 1;
      for (let i = width, left = second; i > 0; i -= 1, left = Math.floor(left / 256)) bytes[at + i] = left;
      if (place < 0) bytes.writeUInt16BE(inside % IN_STREAM, at + 1 + width);
    }
    return bytes;
  }

  #placeOf(object: number): number {
    return this.#places[Math.floor(object / CHUNK)]?.[object % CHUNK] ?? 0;
  }

  #set(object: number, place: number): void {
    const chunk = sure(this.#places[Math.floor(object / CHUNK)], 'object');
    if (chunk[object % CHUNK] !== 0)
      throw new Error(`annai: internal error: object ${object} is written twice`);
    chunk[object % CHUNK] = place;
  }
}
