/** Takes values by rising key, gives a name tree or number tree (ISO 32000-1 §7.9.6, §7.9.7): its leaves are written as they fill. */

import { type ObjectRef, type PdfDictionary, Verbatim } from './object-syntax.js';
import type { DictionaryWriter } from './object-writer.js';

/** As many as a reader should look through for one. */
const ENTRIES = 256;

export class SortedTree {
  readonly #objects: DictionaryWriter;
  readonly #kind: 'Names' | 'Nums';
  readonly #leaves: ObjectRef[] = [];
  #entries: string[] = [];
  #first = '';
  #last = '';

  constructor(objects: DictionaryWriter, kind: 'Names' | 'Nums') {
    this.#objects = objects;
    this.#kind = kind;
  }

  get empty(): boolean {
    return this.#leaves.length === 0 && this.#entries.length === 0;
  }

  /** Both as PDF syntax; the value is a direct object, or a reference to one. */
  add(key: string, value: string): void {
    if (this.#entries.length === ENTRIES) this.#close();
    if (this.#entries.length === 0) this.#first = key;
    this.#entries.push(`${key} ${value}`);
    this.#last = key;
  }

  /** The root. */
  end(): PdfDictionary {
    if (this.#leaves.length === 0) return { [this.#kind]: this.#list() };
    this.#close();
    return { Kids: this.#leaves };
  }

  #close(): void {
    this.#leaves.push(
      this.#objects.add({
        Limits: new Verbatim(`[${this.#first} ${this.#last}]`),
        [this.#kind]: this.#list(),
      }),
    );
    this.#entries = [];
  }

  #list(): Verbatim {
    return new Verbatim(`[${this.#entries.join('\n')}]`);
  }
}
