/**
 * Takes the pages of documents, gives the structure tree of the file (ISO 32000-1 §14.7, §14.8): Document, in a print file a
 * Part for each customer, and the sections' elements, written as the documents come.
 */

import { sure } from '../../problem.js';
import type { EncodedPage } from '../paint/encoded-page.js';
import type { DocumentMeta } from './document-meta.js';
import { type ObjectRef, Verbatim } from './object-syntax.js';
import type { PageTags } from './page-tags.js';
import { DEFAULT_STANDARD, isTagged } from './pdf-standard.js';
import type { PdfkitFile } from './pdfkit-file.js';
import { contentOfSections, mcidOf, pageOf, type Spot } from './section-content.js';
import { nameOfElement, sectionElements } from './section-elements.js';
import { SortedTree } from './sorted-tree.js';
import { points } from './write-page.js';

/** None where the file's standard asks for none. */
export const openStructure = (
  file: PdfkitFile,
  { standard = DEFAULT_STANDARD }: DocumentMeta,
): StructureTree | undefined => (isTagged(standard) ? new StructureTree(file) : undefined);

export class StructureTree {
  readonly #file: PdfkitFile;
  readonly #root: ObjectRef;
  readonly #document: number;
  readonly #parents: SortedTree;
  readonly #tops: number[] = [];
  readonly #names: SortedTree;
  #nextKey = 0;

  constructor(file: PdfkitFile) {
    this.#file = file;
    this.#root = file.reserve();
    this.#document = file.allocate(1);
    this.#parents = new SortedTree(file, 'Nums');
    this.#names = new SortedTree(file, 'Names');
  }

  /** One document of the file. `part`: it is one of several, and gets an element of its own. */
  add(pages: readonly EncodedPage[], refs: readonly ObjectRef[], part: boolean): readonly PageTags[] {
    const file = this.#file;
    const annotations = pages.map(({ links }) =>
      links.map(({ owner }) => (owner === undefined ? undefined : file.reserve())),
    );
    const parent = part ? file.allocate(1) : this.#document;
    const numbers = new Map<number, readonly number[]>();
    const tops: number[] = [];
    for (const [section, content] of contentOfSections(pages)) {
      const elements = sectionElements(content, {
        pages: refs.map(({ id }) => id),
        annotation: (page, link) => sure(annotations[page]?.[link], 'annotation').id,
        rectangle: (spot) => rectangle(spot, sure(pages[pageOf(spot)], 'page')),
        text: (value) => file.string(value),
        parent,
        allocate: (count) => file.allocate(count),
      });
      file.writeAll(elements.first, elements.bodies);
      numbers.set(section, elements.numbers);
      for (const top of elements.tops) tops.push(top);
      for (const element of elements.named)
        this.#names.add(file.string(nameOfElement(element)), `${element} 0 R`);
    }
    if (part) file.writeAll(parent, [`<</S/Part/P ${this.#document} 0 R/K[${references(tops)}]>>`]);
    for (const top of part ? [parent] : tops) this.#tops.push(top);

    const numberOf = (section: number, node: number): number =>
      sure(numbers.get(section)?.[node], 'element of marked content');
    const first = file.allocate(pages.length);
    file.writeAll(
      first,
      pages.map(({ marks }) => `[${references(marks.map(({ section, node }) => numberOf(section, node)))}]`),
    );
    return pages.map(({ links }, i) => {
      const structParents = this.#nextKey++;
      this.#parents.add(String(structParents), `${first + i} 0 R`);
      const tags = links.map(({ owner }, link) => {
        const ref = annotations[i]?.[link];
        if (owner === undefined || ref === undefined) return undefined;
        this.#parents.add(String(this.#nextKey), `${numberOf(owner.section, owner.node)} 0 R`);
        return { ref, structParent: this.#nextKey++ };
      });
      return { structParents, links: tags };
    });
  }

  end(): void {
    const file = this.#file;
    file.writeAll(this.#document, [`<</S/Document/P ${this.#root} /K[${references(this.#tops)}]>>`]);
    file.write(this.#root, {
      Type: 'StructTreeRoot',
      K: [new Verbatim(`${this.#document} 0 R`)],
      ParentTree: this.#parents.end(),
      ParentTreeNextKey: this.#nextKey,
      ...(this.#names.empty ? {} : { IDTree: this.#names.end() }),
    });
    file.catalog('StructTreeRoot', this.#root);
    file.catalog('MarkInfo', { Marked: true });
  }
}

const references = (numbers: readonly number[]): string => numbers.map((number) => `${number} 0 R`).join(' ');

function rectangle(spot: Spot, { marks, height }: EncodedPage): string {
  const { left, top, right, bottom } = sure(marks[mcidOf(spot)]?.bounds, 'bounds of a figure');
  return `[${points(left)} ${points(height - bottom)} ${points(right)} ${points(height - top)}]`;
}
