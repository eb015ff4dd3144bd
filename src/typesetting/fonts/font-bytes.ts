/** Takes a font file, gives any stretch of it, read when it is first asked for: of a font of 5 MB a sheet needs some hundred kilobytes. */

import { fstatSync, openSync, readSync } from 'node:fs';

export interface FontBytes {
  readonly length: number;
  /** The caller has seen that they are within the file. */
  slice(from: number, to: number): Buffer;
}

/** Bytes; a kanji takes some 300. */
const STRETCH = 1 << 16;

/** The file stays open as long as the process runs: one that is replaced meanwhile must not be read as half of either. */
export function openFont(file: string): FontBytes {
  const handle = openSync(file, 'r');
  const found = fstatSync(handle);
  if (!found.isFile()) throw new Error(`${file} is no file`);
  const length = found.size;
  const stretches: (Buffer | undefined)[] = [];

  const read = (from: number, to: number): Buffer => {
    const bytes = Buffer.allocUnsafeSlow(to - from);
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(handle, bytes, at, bytes.length - at, from + at);
      if (count === 0) throw new Error(`${file} became shorter while it was read`);
      at += count;
    }
    return bytes;
  };

  return {
    length,
    slice(from, to) {
      const index = Math.floor(from / STRETCH);
      const start = index * STRETCH;
      if (to > start + STRETCH) return read(from, to);
      let stretch = stretches[index];
      if (stretch === undefined) {
        stretch = read(start, Math.min(start + STRETCH, length));
        stretches[index] = stretch;
      }
      return stretch.subarray(from - start, to - start);
    },
  };
}

export function fontInMemory(bytes: Uint8Array): FontBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { length: buffer.length, slice: (from, to) => buffer.subarray(from, to) };
}
