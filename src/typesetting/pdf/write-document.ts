/**
 * Takes the pages of one document, gives a PDF file. Its bytes depend on these pages, on what the file says of itself and
 * on the typesetter's base subsets, on nothing else.
 */

import { hash } from 'node:crypto';
import type { Face } from '../fonts/face.js';
import type { EncodedPage } from '../paint/encoded-page.js';
import type { DocumentMeta } from './document-meta.js';
import { embedFont } from './embedded-font.js';
import { writeInnerObjects } from './inner-objects.js';
import { ObjectRef, type PdfDictionary } from './object-syntax.js';
import { writeOutputIntent } from './output-intent.js';
import { PageTree } from './page-tree.js';
import { PdfFile } from './pdf-file.js';
import type { Protection } from './protection.js';
import type { SharedStreams } from './shared-streams.js';
import { writeFont } from './write-font.js';
import { writeContent, writePage } from './write-page.js';
import { writePicture } from './write-picture.js';

export function writeDocument(
  pages: readonly EncodedPage[],
  meta: DocumentMeta,
  shared: SharedStreams,
  protection?: Protection,
): Uint8Array {
  let bytes: Uint8Array = new Uint8Array();
  const file = new PdfFile(meta, shared.frame(meta, protection), shared.rooms.file, (all) => {
    bytes = all;
  });
  let identity = JSON.stringify(meta);
  const tree = new PageTree(file);
  // Before anything that only some documents have: documents of one shape number these objects alike.
  const firstPage = file.allocate(pages.length);
  const tags = writeInnerObjects(file, pages, firstPage, meta, shared);
  const resources = file.add({
    Font: writeFonts(file, pages, shared),
    XObject: writePictures(file, pages, shared, meta),
  });
  for (const [i, page] of pages.entries()) {
    const ref = new ObjectRef(firstPage + i);
    const contents = page.parts.map((part) => writeContent(file, part));
    writePage(file, page, { ref, parent: tree.add(ref), resources, contents, tags: tags?.[i] });
    for (const { digest } of page.parts) identity += digest;
  }
  writeOutputIntent(file, meta);
  file.end(tree.end(), hash('sha256', identity, 'buffer').subarray(0, 16));
  return bytes;
}

/** Every font that the pages name: base subsets as they are shared, supplements made for this document. */
function writeFonts(file: PdfFile, pages: readonly EncodedPage[], { fonts }: SharedStreams): PdfDictionary {
  const named = new Map<string, { face: Face; part: 'base' | 'supplement'; cids: Set<number> }>();
  for (const { parts } of pages) {
    for (const { faces } of parts) {
      for (const use of faces) {
        let font = named.get(use.resource);
        if (font === undefined) {
          font = { face: use.face, part: use.part, cids: new Set() };
          named.set(use.resource, font);
        }
        if (use.part === 'supplement') for (const cid of use.cids) font.cids.add(cid);
      }
    }
  }
  const entries: Record<string, ObjectRef> = {};
  for (const [resource, { face, part, cids }] of named) {
    if (part === 'base') entries[resource] = fonts.base(face).addTo(file);
    else {
      const ref = file.reserve();
      const sorted = [...cids].sort((a, b) => a - b);
      writeFont(file, embedFont(face, sorted, 'fast'), ref);
      entries[resource] = ref;
    }
  }
  return entries;
}

function writePictures(
  file: PdfFile,
  pages: readonly EncodedPage[],
  { pictures }: SharedStreams,
  { standard }: DocumentMeta,
): PdfDictionary {
  const entries: Record<string, ObjectRef> = {};
  for (const { parts } of pages) {
    for (const { images } of parts) {
      for (const { image, resource } of images)
        entries[resource] ??= writePicture(file, pictures.picture(image, standard));
    }
  }
  return entries;
}
