/**
 * Takes what is written of a document's structure and outline, gives it as a blueprint: the object streams and the catalog's
 * entries that all documents of one shape have in common, byte for byte, each built into the file at the same object numbers.
 */

import type { StreamHost } from './object-stream.js';
import { ObjectRef, type PdfDictionary, type PdfValue } from './object-syntax.js';
import type { PdfFile } from './pdf-file.js';

/** Where structure and outline are written: a file, or a blueprint of one. */
export interface InnerHost extends StreamHost {
  /** The first number of that many new objects. */
  allocate(count: number): number;
  catalog(key: string, value: PdfValue): void;
}

interface FinishedStream {
  readonly ref: ObjectRef;
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
  /** The numbers of the objects in it, in order. */
  readonly objects: number[];
}

export class Blueprint implements InnerHost {
  readonly #first: number;
  #next: number;
  readonly #streams: FinishedStream[] = [];
  readonly #entries: (readonly [string, PdfValue])[] = [];

  /** `first`: the number that the file will give to its next object. */
  constructor(first: number) {
    this.#first = first;
    this.#next = first;
  }

  allocate(count: number): number {
    const first = this.#next;
    this.#next += count;
    return first;
  }

  reserve(): ObjectRef {
    return new ObjectRef(this.allocate(1));
  }

  add(dictionary: PdfDictionary, bytes: Uint8Array): ObjectRef {
    const ref = this.reserve();
    this.#streams.push({ ref, dictionary, bytes, objects: [] });
    return ref;
  }

  placeInStream(object: number, stream: ObjectRef): void {
    this.#streams.find(({ ref }) => ref.id === stream.id)?.objects.push(object);
  }

  catalog(key: string, value: PdfValue): void {
    this.#entries.push([key, value]);
  }

  build(file: PdfFile): void {
    if (file.allocate(this.#next - this.#first) !== this.#first) {
      throw new Error('annai: internal error: a blueprint for another place');
    }
    for (const { ref, dictionary, bytes, objects } of this.#streams) {
      file.write(ref, dictionary, bytes);
      for (let i = 0; i < objects.length; i += 1) file.placeInStream(objects[i] ?? 0, ref, i);
    }
    for (const [key, value] of this.#entries) file.catalog(key, value);
  }
}
