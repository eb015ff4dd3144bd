/**
 * Takes the parts of a file's pages as they come, gives the object that holds each: what has been written lately is not
 * written again. Which those are depends on the parts that came before in the file, on nothing else.
 */

import type { EncodedPart } from '../paint/encoded-page.js';
import type { ObjectRef } from './object-syntax.js';

/** What every sheet says comes again within a few sheets; what a customer alone has never does. */
const KEPT = 2000;

export class RecentParts {
  readonly #write: (part: EncodedPart) => ObjectRef;
  #younger = new Map<string, ObjectRef>();
  #older = new Map<string, ObjectRef>();

  constructor(write: (part: EncodedPart) => ObjectRef) {
    this.#write = write;
  }

  ref(part: EncodedPart): ObjectRef {
    const known = this.#younger.get(part.digest);
    if (known !== undefined) return known;
    const ref = this.#older.get(part.digest) ?? this.#write(part);
    if (this.#younger.size >= KEPT / 2) {
      this.#older = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(part.digest, ref);
    return ref;
  }
}
