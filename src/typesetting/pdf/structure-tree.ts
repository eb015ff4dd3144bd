/**
 * Takes the pages of documents, gives the structure tree of the file (ISO 32000-1 §14.7, §14.8): Document, in a print file a
 * Part for each customer, and the sections' elements, written as the documents come.
 */

import { sure } from '../../problem.js';
import type { EncodedPage } from '../paint/encoded-page.js';
import type { InnerHost } from './blueprint.js';
import type { FormedSection } from './formed-sections.js';
import { nameOfElement } from './object-form.js';
import type { ObjectStream } from './object-stream.js';
import { ObjectRef, Verbatim } from './object-syntax.js';
import type { PageTags } from './page-tags.js';
import type { PdfFile } from './pdf-file.js';
import type { SectionForm } from './section-form.js';
import { SortedTree } from './sorted-tree.js';

/** The numbers of a document's objects that its structure elements name. */
export interface SectionNumbers {
  /** By section, in order: the first of its elements. */
  readonly own: readonly number[];
  /** Of the element that all of them are in, of the first page, and of the first annotation. */
  readonly parent: number;
  readonly page: number;
  readonly annotation: number;
}

interface Added {
  readonly numbers: SectionNumbers;
  readonly tags: readonly PageTags[];
}

export class StructureTree {
  readonly #host: InnerHost;
  readonly #objects: ObjectStream;
  readonly #root: ObjectRef;
  readonly #document: number;
  readonly #parents: SortedTree;
  readonly #tops: number[] = [];
  readonly #names: SortedTree;
  #nextKey = 0;

  constructor(host: InnerHost, objects: ObjectStream) {
    this.#host = host;
    this.#objects = objects;
    this.#root = host.reserve();
    this.#document = host.allocate(1);
    this.#parents = new SortedTree(objects, 'Nums');
    this.#names = new SortedTree(objects, 'Names');
  }

  /**
   * One document of the file, whose pages are neighbouring objects. `part`: it is one of several, and gets an element of its
   * own. What is spelled is left to `writeSpelled`.
   */
  add(
    pages: readonly EncodedPage[],
    sections: readonly FormedSection[],
    firstPage: number,
    part: boolean,
  ): Added {
    const [host, objects] = [this.#host, this.#objects];
    const owned = pages.flatMap(({ links }) => links.filter(({ owner }) => owner !== undefined));
    const annotation = host.allocate(owned.length);
    const parent = part ? host.allocate(1) : this.#document;
    const written = new Map<number, { readonly own: number; readonly form: SectionForm }>();
    const tops: number[] = [];
    for (const { content, form, texts } of sections) {
      const own = host.allocate(form.elements.count);
      objects.fill(form.elements, { own, parent, page: firstPage, annotation, texts });
      written.set(content.section, { own, form });
      for (const top of form.tops) tops.push(own + top);
      for (const named of form.named)
        this.#names.add(`(${nameOfElement(own + named)})`, `${own + named} 0 R`);
    }
    if (part) objects.writeSyntax(parent, `<</S/Part/P ${this.#document} 0 R/K[${references(tops)}]>>`);
    for (const top of part ? [parent] : tops) this.#tops.push(top);

    const numberOf = (section: number, node: number): number => {
      const { own, form } = sure(written.get(section), 'section of marked content');
      return own + sure(form.places[node], 'element of marked content');
    };
    const first = host.allocate(pages.length);
    let annotations = annotation;
    const tags = pages.map(({ marks, links }, i) => {
      const elements = marks.map(({ section, node }) => numberOf(section, node));
      objects.writeReferences(first + i, elements);
      const structParents = this.#nextKey++;
      this.#parents.add(String(structParents), `${first + i} 0 R`);
      const tagged = links.map(({ owner }) => {
        if (owner === undefined) return undefined;
        this.#parents.add(String(this.#nextKey), `${numberOf(owner.section, owner.node)} 0 R`);
        return { ref: new ObjectRef(annotations++), structParent: this.#nextKey++ };
      });
      return { structParents, links: tagged };
    });
    const own = [...written.values()].map((each) => each.own);
    return { numbers: { own, parent, page: firstPage, annotation }, tags };
  }

  end(): void {
    this.#objects.writeSyntax(
      this.#document,
      `<</S/Document/P ${this.#root.syntax}/K[${references(this.#tops)}]>>`,
    );
    this.#objects.write(this.#root, {
      Type: 'StructTreeRoot',
      K: [new Verbatim(`${this.#document} 0 R`)],
      ParentTree: this.#parents.end(),
      ParentTreeNextKey: this.#nextKey,
      ...(this.#names.empty ? {} : { IDTree: this.#names.end() }),
    });
    this.#host.catalog('StructTreeRoot', this.#root);
    this.#host.catalog('MarkInfo', { Marked: true });
  }
}

const references = (numbers: readonly number[]): string => numbers.map((number) => `${number} 0 R`).join(' ');

/** What each document says otherwise, as objects of their own. */
export function writeSpelled(
  file: PdfFile,
  sections: readonly FormedSection[],
  { own, parent, page, annotation }: SectionNumbers,
): void {
  sections.forEach(({ content: { roles }, form: { spelled } }, i) => {
    const first = sure(own[i], 'number of a section');
    for (const { node, place, syntax } of spelled) {
      const texts = [file.string(sure(roles[node]?.actualText, 'text of an element'))];
      file.fillObject(first + place, syntax, { own: first, parent, page, annotation, texts });
    }
  });
}
