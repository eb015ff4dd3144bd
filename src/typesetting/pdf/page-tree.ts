/** Takes pages as they are written, gives the page tree (ISO 32000-1 §7.7.3): its nodes are written as they fill. */

import type { ObjectRef, PdfDictionary } from './object-syntax.js';
import type { PdfFile } from './pdf-file.js';

/** So a file of 60,000 pages has a root of 240 kids, and no reader must walk a list of all pages. */
const KIDS = 250;

export class PageTree {
  readonly #file: PdfFile;
  readonly #nodes: ObjectRef[] = [];
  #node: ObjectRef | undefined;
  #kids: ObjectRef[] = [];
  #count = 0;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** Adds a page and gives its parent, which the page must name. */
  add(page: ObjectRef): ObjectRef {
    this.#node ??= this.#file.reserve();
    const parent = this.#node;
    this.#kids.push(page);
    this.#count += 1;
    if (this.#kids.length === KIDS) this.#close();
    return parent;
  }

  /** The root's entries. */
  end(): PdfDictionary {
    this.#close();
    return { Type: 'Pages', Count: this.#count, Kids: this.#nodes };
  }

  #close(): void {
    if (this.#node === undefined) return;
    this.#file.write(this.#node, {
      Type: 'Pages',
      Parent: this.#file.pages,
      Count: this.#kids.length,
      Kids: this.#kids,
    });
    this.#nodes.push(this.#node);
    this.#node = undefined;
    this.#kids = [];
  }
}
