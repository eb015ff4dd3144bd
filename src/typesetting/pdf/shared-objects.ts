/**
 * Takes a function that writes some objects, gives these objects to any number of files: worked out once, as a form.
 *
 * In a locked file every string and stream is locked anew, so there they are written each time.
 */

import { hole, type ObjectForm, objectForm } from './object-form.js';
import { ObjectRef, type PdfDictionary, syntaxOf } from './object-syntax.js';
import type { ObjectWriter } from './object-writer.js';
import type { PdfFile } from './pdf-file.js';
import { hexString, literalString } from './string-syntax.js';

export class SharedObjects {
  readonly #write: (objects: ObjectWriter) => ObjectRef;
  #recorded: { readonly form: ObjectForm; readonly ref: ObjectRef } | undefined;

  /** `write` gives the object by which the others are reached. */
  constructor(write: (objects: ObjectWriter) => ObjectRef) {
    this.#write = write;
  }

  addTo(file: PdfFile): ObjectRef {
    if (file.locked) return this.#write(file);
    if (this.#recorded === undefined) {
      const recorder = new Recorder();
      const ref = this.#write(recorder);
      this.#recorded = { form: recorder.form(), ref };
    }
    const { form, ref } = this.#recorded;
    return new ObjectRef(file.fill(form) + ref.id);
  }
}

class FormRef extends ObjectRef {
  override get syntax(): string {
    return `${hole('own', this.id)} 0 R`;
  }
}

/** Numbers objects from 0, to be counted on from the first one's in the file. */
class Recorder implements ObjectWriter {
  #count = 0;
  readonly #pieces: (string | Uint8Array)[] = [];

  reserve(): ObjectRef {
    const id = this.#count++;
    return new FormRef(id);
  }

  write({ id }: ObjectRef, dictionary: PdfDictionary, stream?: Uint8Array): void {
    const entries = stream === undefined ? dictionary : { ...dictionary, Length: stream.length };
    this.#pieces.push(`${hole('begin', id)}${hole('own', id)} 0 obj\n${syntaxOf(entries, literalString)}`);
    if (stream !== undefined) this.#pieces.push('\nstream\n', stream, '\nendstream');
    this.#pieces.push('\nendobj\n');
  }

  add(dictionary: PdfDictionary, stream?: Uint8Array): ObjectRef {
    const ref = this.reserve();
    this.write(ref, dictionary, stream);
    return ref;
  }

  string(value: string): string {
    return literalString(value);
  }

  bytes(value: Uint8Array): string {
    return hexString(value);
  }

  form(): ObjectForm {
    return objectForm(this.#count, this.#pieces);
  }
}
