/**
 * Takes the pages of documents, gives the structure tree of the file (ISO 32000-1 §14.7, §14.8): Document, in a print file a
 * Part for each customer, and the sections' elements, written as the documents come.
 */

import { sure } from '../../problem.js';
import type { EncodedPage } from '../paint/encoded-page.js';
import type { DocumentMeta } from './document-meta.js';
import { nameOfElement } from './object-form.js';
import type { ObjectStream } from './object-stream.js';
import { ObjectRef, Verbatim } from './object-syntax.js';
import type { PageTags } from './page-tags.js';
import type { PdfFile } from './pdf-file.js';
import { DEFAULT_STANDARD, isTagged } from './pdf-standard.js';
import { contentOfSections, mcidOf, pageOf, type SectionContent, type Spot } from './section-content.js';
import type { SectionForm } from './section-form.js';
import type { SectionForms } from './section-forms.js';
import { SortedTree } from './sorted-tree.js';
import { literalString } from './string-syntax.js';
import { points } from './write-page.js';

/** None where the file's standard asks for none. */
export const openStructure = (
  file: PdfFile,
  objects: ObjectStream,
  forms: SectionForms,
  { standard = DEFAULT_STANDARD }: DocumentMeta,
): StructureTree | undefined => (isTagged(standard) ? new StructureTree(file, objects, forms) : undefined);

export class StructureTree {
  readonly #file: PdfFile;
  readonly #objects: ObjectStream;
  readonly #forms: SectionForms;
  readonly #root: ObjectRef;
  readonly #document: number;
  readonly #parents: SortedTree;
  readonly #tops: number[] = [];
  readonly #names: SortedTree;
  #nextKey = 0;

  constructor(file: PdfFile, objects: ObjectStream, forms: SectionForms) {
    this.#file = file;
    this.#objects = objects;
    this.#forms = forms;
    this.#root = file.reserve();
    this.#document = file.allocate(1);
    this.#parents = new SortedTree(objects, 'Nums');
    this.#names = new SortedTree(objects, 'Names');
  }

  /** One document of the file, whose pages are neighbouring objects. `part`: it is one of several, and gets an element of its own. */
  add(pages: readonly EncodedPage[], firstPage: number, part: boolean): readonly PageTags[] {
    const [file, objects] = [this.#file, this.#objects];
    const owned = pages.flatMap(({ links }) => links.filter(({ owner }) => owner !== undefined));
    const annotation = file.allocate(owned.length);
    const parent = part ? file.allocate(1) : this.#document;
    const written = new Map<number, { readonly own: number; readonly form: SectionForm }>();
    const tops: number[] = [];
    for (const [section, content] of contentOfSections(pages)) {
      const form = this.#forms(content);
      const own = file.allocate(form.elements.count);
      const texts = textsOf(form, content, pages);
      objects.fill(form.elements, { own, parent, page: firstPage, annotation, texts });
      written.set(section, { own, form });
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
    const first = file.allocate(pages.length);
    let annotations = annotation;
    return pages.map(({ marks, links }, i) => {
      const elements = marks.map(({ section, node }) => numberOf(section, node));
      objects.writeReferences(first + i, elements);
      const structParents = this.#nextKey++;
      this.#parents.add(String(structParents), `${first + i} 0 R`);
      const tags = links.map(({ owner }) => {
        if (owner === undefined) return undefined;
        this.#parents.add(String(this.#nextKey), `${numberOf(owner.section, owner.node)} 0 R`);
        return { ref: new ObjectRef(annotations++), structParent: this.#nextKey++ };
      });
      return { structParents, links: tags };
    });
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
    this.#file.catalog('StructTreeRoot', this.#root);
    this.#file.catalog('MarkInfo', { Marked: true });
  }
}

const references = (numbers: readonly number[]): string => numbers.map((number) => `${number} 0 R`).join(' ');

const textsOf = (
  { texts }: SectionForm,
  { roles }: SectionContent,
  pages: readonly EncodedPage[],
): readonly string[] =>
  texts.map((text) =>
    'box' in text
      ? rectangle(text.box, sure(pages[pageOf(text.box)], 'page'))
      : literalString(sure(roles[text.node]?.[text.entry], 'text of an element')),
  );

function rectangle(spot: Spot, { marks, height }: EncodedPage): string {
  const { left, top, right, bottom } = sure(marks[mcidOf(spot)]?.bounds, 'bounds of a figure');
  return `[${points(left)} ${points(height - bottom)} ${points(right)} ${points(height - top)}]`;
}
