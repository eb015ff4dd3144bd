/** Where objects are written: a file, an object stream of it, or a form that many files share. */

import type { ObjectRef, PdfDictionary } from './object-syntax.js';

export interface DictionaryWriter {
  /** An object's number before the object: for those that name each other. */
  reserve(): ObjectRef;
  write(ref: ObjectRef, dictionary: PdfDictionary): void;
  add(dictionary: PdfDictionary): ObjectRef;
  /** A text string for a Verbatim. */
  string(value: string): string;
}

/** A stream gets its Length there. */
export interface ObjectWriter extends DictionaryWriter {
  write(ref: ObjectRef, dictionary: PdfDictionary, stream?: Uint8Array): void;
  add(dictionary: PdfDictionary, stream?: Uint8Array): ObjectRef;
  /** The same as `string` for a byte string. */
  bytes(value: Uint8Array): string;
}
