/** Takes values by rising number, gives a number tree (ISO 32000-1 §7.9.7): its leaves are written as they fill. */

import { type ObjectRef, type PdfDictionary, Verbatim } from './object-syntax.js';
import type { PdfkitFile } from './pdfkit-file.js';

/** As many as a reader should look through for one. */
const ENTRIES = 256;

export class NumberTree {
  readonly #file: PdfkitFile;
  readonly #leaves: ObjectRef[] = [];
  #entries: string[] = [];
  #first = 0;
  #last = 0;

  constructor(file: PdfkitFile) {
    this.#file = file;
  }

  /** `value` is PDF syntax: a direct object, or a reference to one. */
  add(key: number, value: string): void {
    if (this.#entries.length === ENTRIES) this.#close();
    if (this.#entries.length === 0) this.#first = key;
    this.#entries.push(`${key} ${value}`);
    this.#last = key;
  }

  /** The root. */
  end(): PdfDictionary {
    if (this.#leaves.length === 0) return { Nums: this.#numbers() };
    this.#close();
    return { Kids: this.#leaves };
  }

  #close(): void {
    this.#leaves.push(this.#file.add({ Limits: [this.#first, this.#last], Nums: this.#numbers() }));
    this.#entries = [];
  }

  #numbers(): Verbatim {
    return new Verbatim(`[${this.#entries.join('\n')}]`);
  }
}
