/**
 * Takes objects without streams, gives them to a file in object streams (ISO 32000-1 §7.5.7): structure elements by the
 * hundred repeat each other, and deflated together they take a quarter of their room.
 *
 * In a locked file the stream is encrypted as a whole, so that strings in it are not.
 */

import { deflateSync } from 'node:zlib';
import { FileBytes } from './file-bytes.js';
import { type Filling, fillForm, type ObjectForm } from './object-form.js';
import { type ObjectRef, type PdfDictionary, syntaxOf } from './object-syntax.js';
import type { DictionaryWriter } from './object-writer.js';
import { literalString } from './string-syntax.js';

/** Objects in one stream: a reader unpacks all of them for any. */
const FULL = 1000;
/** A window of 8 KB, and small tables: preparing larger ones takes as long as deflating so little. */
const QUICKLY = { level: 1, windowBits: 13, memLevel: 6 };

export interface ObjectStreamRoom {
  readonly values: FileBytes;
  readonly head: FileBytes;
}

export const objectStreamRoom = (): ObjectStreamRoom => ({ values: new FileBytes(), head: new FileBytes() });

/** What object streams are written to: a file, or what documents alike have in common (like-documents.ts). */
export interface StreamHost {
  reserve(): ObjectRef;
  add(dictionary: PdfDictionary, stream: Uint8Array): ObjectRef;
  placeInStream(object: number, stream: ObjectRef, index: number): void;
}

export class ObjectStream implements DictionaryWriter {
  readonly #file: StreamHost;
  readonly #values: FileBytes;
  readonly #head: FileBytes;
  readonly #objects: number[] = [];

  constructor(file: StreamHost, { values, head } = objectStreamRoom()) {
    this.#file = file;
    this.#values = values;
    this.#head = head;
    values.clear();
    head.clear();
  }

  reserve(): ObjectRef {
    return this.#file.reserve();
  }

  write({ id }: ObjectRef, dictionary: PdfDictionary): void {
    this.writeSyntax(id, syntaxOf(dictionary, literalString));
  }

  add(dictionary: PdfDictionary): ObjectRef {
    const ref = this.reserve();
    this.write(ref, dictionary);
    return ref;
  }

  string(value: string): string {
    return literalString(value);
  }

  writeSyntax(object: number, syntax: string): void {
    this.#begin(object);
    this.#values.latin1(syntax);
    this.#handOn();
  }

  /** An array of references. */
  writeReferences(object: number, objects: readonly number[]): void {
    this.#begin(object);
    this.#values.latin1('[');
    for (const each of objects) {
      this.#values.number(each);
      this.#values.latin1(' 0 R ');
    }
    this.#values.latin1(']');
    this.#handOn();
  }

  /** Objects of neighbouring numbers. */
  fill(form: ObjectForm, filling: Filling): void {
    fillForm(this.#values, form, filling, (object) => this.#begin(object));
    this.#handOn();
  }

  /** Writes what is waiting. */
  end(): void {
    const count = this.#objects.length;
    if (count === 0) return;
    const first = this.#head.length;
    this.#head.copy(this.#values.view());
    const deflated = deflateSync(this.#head.view(), QUICKLY);
    const stream = this.#file.add(
      { Type: 'ObjStm', N: count, First: first, Filter: 'FlateDecode' },
      deflated,
    );
    for (let i = 0; i < count; i += 1) this.#file.placeInStream(this.#objects[i] ?? 0, stream, i);
    this.#objects.length = 0;
    this.#head.clear();
    this.#values.clear();
  }

  #begin(object: number): void {
    if (this.#values.length > 0) this.#values.latin1('\n');
    this.#head.number(object);
    this.#head.latin1(' ');
    this.#head.number(this.#values.length);
    this.#head.latin1(' ');
    this.#objects.push(object);
  }

  #handOn(): void {
    if (this.#objects.length >= FULL) this.end();
  }
}
