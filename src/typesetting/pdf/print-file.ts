/**
 * Takes many documents one after the other, gives one PDF file for the printer, written as they come: one subset a face
 * over all of them, equal pages stored once, a bookmark for each document.
 *
 * What grows with the number of documents: the cross-reference (8 bytes an object), the page tree's nodes, and the
 * bookmarks (title and page), which name each other and can be written only at the end.
 */

import { createHash, type Hash } from 'node:crypto';
import type { Face } from '../fonts/face.js';
import type { EncodedPage, EncodedPart } from '../paint/encoded-page.js';
import type { DocumentMeta } from './document-meta.js';
import { embedFont } from './embedded-font.js';
import { FileBytes } from './file-bytes.js';
import { formSections } from './formed-sections.js';
import { ObjectStream } from './object-stream.js';
import { ObjectRef } from './object-syntax.js';
import { type Bookmark, openByOutline, writeOutline } from './outline.js';
import { writeOutputIntent } from './output-intent.js';
import type { PageTags } from './page-tags.js';
import { PageTree } from './page-tree.js';
import { PdfFile, type Sink } from './pdf-file.js';
import { DEFAULT_STANDARD, isTagged } from './pdf-standard.js';
import type { Protection } from './protection.js';
import { RecentParts } from './recent-parts.js';
import type { SharedStreams } from './shared-streams.js';
import { SortedTree } from './sorted-tree.js';
import { StructureTree, writeSpelled } from './structure-tree.js';
import { writeFont } from './write-font.js';
import { points, writeContent, writePage } from './write-page.js';
import { writePicture } from './write-picture.js';

export interface PrintFileEntry {
  /** Of the bookmark. */
  readonly title: string;
  /** What its pages are called, before `1/2`; the title where not given. */
  readonly label?: string;
}

export interface PrintFile {
  append(pages: readonly EncodedPage[], entry: PrintFileEntry): void;
  end(): void;
}

export function createPrintFile(
  meta: DocumentMeta,
  shared: SharedStreams,
  sink: Sink,
  protection?: Protection,
): PrintFile {
  return new PrintFileWriter(meta, shared, sink, protection);
}

/** Bytes handed on at a time. */
const CHUNK = 1 << 16;

class PrintFileWriter implements PrintFile {
  readonly #meta: DocumentMeta;
  readonly #shared: SharedStreams;
  readonly #file: PdfFile;
  readonly #objects: ObjectStream;
  readonly #tree: PageTree;
  readonly #structure: StructureTree | undefined;
  readonly #labels: SortedTree;
  readonly #identity: Hash;
  readonly #resources: ObjectRef;
  readonly #faces = new Map<
    string,
    { readonly face: Face; readonly cids: Set<number>; readonly ref: ObjectRef }
  >();
  /** Base and supplement are one font here: both names lead to it. */
  readonly #fontNames: Record<string, ObjectRef> = {};
  readonly #pictures: Record<string, ObjectRef> = {};
  readonly #parts = new RecentParts((part) => {
    this.#note(part);
    return writeContent(this.#file, part);
  });
  readonly #bookmarks: Bookmark[] = [];
  #pages = 0;

  constructor(meta: DocumentMeta, shared: SharedStreams, sink: Sink, protection: Protection | undefined) {
    this.#shared = shared;
    this.#identity = createHash('sha256').update(JSON.stringify(meta));
    this.#file = new PdfFile(meta, shared.frame(meta, protection), new FileBytes(), sink, CHUNK);
    this.#objects = new ObjectStream(this.#file);
    this.#tree = new PageTree(this.#file);
    this.#labels = new SortedTree(this.#objects, 'Nums');
    const { standard = DEFAULT_STANDARD } = meta;
    this.#structure = isTagged(standard) ? new StructureTree(this.#file, this.#objects) : undefined;
    this.#meta = meta;
    this.#resources = this.#file.reserve();
  }

  append(pages: readonly EncodedPage[], { title, label = title }: PrintFileEntry): void {
    const firstPage = this.#file.allocate(pages.length);
    const tags = this.#structure && this.#addTo(this.#structure, pages, firstPage);
    pages.forEach((page, i) => {
      const ref = new ObjectRef(firstPage + i);
      if (i === 0) this.#bookmarks.push({ title, level: 1, page: ref, top: points(page.height) });
      const name = this.#objects.string(`${label} ${i + 1}/${pages.length}`);
      this.#labels.add(String(this.#pages++), `<</P ${name}>>`);
      const surroundings = {
        ref,
        parent: this.#tree.add(ref),
        resources: this.#resources,
        tags: tags?.[i],
      };
      writePage(this.#file, page, {
        ...surroundings,
        contents: page.parts.map((part) => this.#parts.ref(part)),
      });
      for (const { digest } of page.parts) this.#identity.update(digest);
    });
    this.#objects.end();
  }

  #addTo(structure: StructureTree, pages: readonly EncodedPage[], firstPage: number): readonly PageTags[] {
    const sections = formSections(pages, this.#shared.forms);
    const { numbers, tags } = structure.add(pages, sections, firstPage, true);
    writeSpelled(this.#file, sections, numbers);
    return tags;
  }

  end(): void {
    for (const { face, cids, ref } of this.#faces.values()) {
      writeFont(
        this.#file,
        embedFont(
          face,
          [...cids].sort((a, b) => a - b),
          'small',
        ),
        ref,
      );
    }
    this.#file.write(this.#resources, { Font: this.#fontNames, XObject: this.#pictures });
    openByOutline(this.#file, writeOutline(this.#objects, this.#bookmarks, true));
    this.#file.catalog('PageLabels', this.#objects.add(this.#labels.end()));
    this.#structure?.end();
    this.#objects.end();
    writeOutputIntent(this.#file, this.#meta);
    this.#file.end(this.#tree.end(), this.#identity.digest().subarray(0, 16));
  }

  /** Fonts and pictures that the part names. */
  #note({ faces, images }: EncodedPart): void {
    for (const used of faces) {
      const { face, resource } = used;
      let use = this.#faces.get(face.id);
      if (use === undefined) {
        use = { face, cids: new Set(this.#shared.fonts.cids(face)), ref: this.#file.reserve() };
        this.#faces.set(face.id, use);
      }
      this.#fontNames[resource] = use.ref;
      if (used.part === 'supplement') for (const cid of used.cids) use.cids.add(cid);
    }
    for (const { image, resource } of images) {
      this.#pictures[resource] ??= writePicture(
        this.#file,
        this.#shared.pictures.picture(image, this.#meta.standard),
      );
    }
  }
}
