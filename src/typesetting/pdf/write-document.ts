/**
 * Takes the pages of one document, gives a PDF file. Its bytes depend on these pages, on what the file says of itself and
 * on the typesetter's base subsets, on nothing else.
 */

import { createHash } from 'node:crypto';
import { sure } from '../../problem.js';
import type { Face } from '../fonts/face.js';
import type { EncodedPage } from '../paint/encoded-page.js';
import type { DocumentMeta } from './document-meta.js';
import { embedFont } from './embedded-font.js';
import type { ObjectRef, PdfDictionary } from './object-syntax.js';
import { type Bookmark, writeOutline } from './outline.js';
import { writeOutputIntent } from './output-intent.js';
import { PageTree } from './page-tree.js';
import { PdfkitFile } from './pdfkit-file.js';
import type { Protection } from './protection.js';
import type { SharedStreams } from './shared-streams.js';
import { openStructure } from './structure-tree.js';
import { writeFont } from './write-font.js';
import { points, writeContent, writePage } from './write-page.js';
import { writePicture } from './write-picture.js';

export function writeDocument(
  pages: readonly EncodedPage[],
  meta: DocumentMeta,
  shared: SharedStreams,
  protection?: Protection,
): Uint8Array {
  const chunks: Uint8Array[] = [];
  const identity = createHash('sha256').update(JSON.stringify(meta));
  const file = new PdfkitFile(meta, (chunk) => chunks.push(chunk), protection);
  const tree = new PageTree(file);
  const resources = file.add({
    Font: writeFonts(file, pages, shared),
    XObject: writePictures(file, pages, shared, meta),
  });
  const structure = openStructure(file, meta);
  const refs = pages.map(() => file.reserve());
  const tags = structure?.add(pages, refs, false);
  const bookmarks: Bookmark[] = [];
  for (const [i, page] of pages.entries()) {
    const ref = sure(refs[i], 'page');
    const contents = page.parts.map((part) => writeContent(file, part));
    writePage(file, page, { ref, parent: tree.add(ref), resources, contents, tags: tags?.[i] });
    for (const { digest } of page.parts) identity.update(digest);
    for (const { text, level, y } of page.headings) {
      bookmarks.push({ title: text, level, page: ref, top: points(page.height - y) });
    }
  }
  writeOutline(file, bookmarks, true);
  structure?.end();
  writeOutputIntent(file, meta);
  file.end(tree.end(), identity.digest().subarray(0, 16));
  return Buffer.concat(chunks);
}

/** Every font that the pages name: base subsets as they are shared, supplements made for this document. */
function writeFonts(
  file: PdfkitFile,
  pages: readonly EncodedPage[],
  { fonts }: SharedStreams,
): PdfDictionary {
  const named = new Map<string, { face: Face; part: 'base' | 'supplement'; cids: Set<number> }>();
  for (const use of pages.flatMap(({ parts }) => parts.flatMap(({ faces }) => faces))) {
    const font = named.get(use.resource) ?? { face: use.face, part: use.part, cids: new Set() };
    if (use.part === 'supplement') for (const cid of use.cids) font.cids.add(cid);
    named.set(use.resource, font);
  }
  const entries: Record<string, ObjectRef> = {};
  for (const [resource, { face, part, cids }] of named) {
    const font =
      part === 'base'
        ? fonts.base(face)
        : embedFont(
            face,
            [...cids].sort((a, b) => a - b),
            'fast',
          );
    const ref = file.reserve();
    writeFont(file, font, ref);
    entries[resource] = ref;
  }
  return entries;
}

function writePictures(
  file: PdfkitFile,
  pages: readonly EncodedPage[],
  { pictures }: SharedStreams,
  { standard }: DocumentMeta,
): PdfDictionary {
  const entries: Record<string, ObjectRef> = {};
  for (const { images } of pages.flatMap(({ parts }) => parts)) {
    for (const { image, resource } of images)
      entries[resource] ??= writePicture(file, pictures.picture(image, standard));
  }
  return entries;
}
