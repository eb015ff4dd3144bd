/**
 * Takes the pages of a document that has a file to itself, writes its structure tree and its outline, and gives the tags of
 * each page. What documents of one shape have in common of these is a blueprint, and may be remembered.
 */

import type { EncodedPage } from '../paint/encoded-page.js';
import { Blueprint } from './blueprint.js';
import type { DocumentMeta } from './document-meta.js';
import { type FormedSection, formSections } from './formed-sections.js';
import { ObjectStream } from './object-stream.js';
import { ObjectRef } from './object-syntax.js';
import { type Bookmark, openByOutline, writeOutline } from './outline.js';
import type { PageTags } from './page-tags.js';
import type { PdfFile } from './pdf-file.js';
import { DEFAULT_STANDARD, isTagged } from './pdf-standard.js';
import type { SharedStreams } from './shared-streams.js';
import { StructureTree, writeSpelled } from './structure-tree.js';
import { points } from './write-page.js';

/** None in a file without structure. The pages are neighbouring objects. */
export function writeInnerObjects(
  file: PdfFile,
  pages: readonly EncodedPage[],
  firstPage: number,
  { standard = DEFAULT_STANDARD }: DocumentMeta,
  shared: SharedStreams,
): readonly PageTags[] | undefined {
  const tagged = isTagged(standard);
  const sections = tagged ? formSections(pages, shared.forms) : [];
  const key = `${firstPage} ${file.nextObject} ${tagged} ${shapeOf(pages, sections)}`;
  const { blueprint, tags, numbers } = shared.shapes(key, () => {
    const inner = new Blueprint(file.nextObject);
    const objects = new ObjectStream(inner, shared.rooms.objects);
    const structure = tagged ? new StructureTree(inner, objects) : undefined;
    const added = structure?.add(pages, sections, firstPage, false);
    openByOutline(inner, writeOutline(objects, bookmarksOf(pages, firstPage), true));
    structure?.end();
    objects.end();
    return { blueprint: inner, tags: added?.tags, numbers: added?.numbers };
  });
  blueprint.build(file);
  if (numbers !== undefined) writeSpelled(file, sections, numbers);
  return tags;
}

/** Equal for documents whose structure and outline differ in nothing but what is spelled. */
function shapeOf(pages: readonly EncodedPage[], sections: readonly FormedSection[]): string {
  let shape = '';
  for (const { content, form, texts } of sections) {
    shape += `${content.section} ${form.id}`;
    for (const text of texts) shape += ` ${text.length} ${text}`;
    shape += '\n';
  }
  for (const { height, links, headings } of pages) {
    shape += `${height} `;
    for (const { owner } of links) shape += owner === undefined ? '-' : '+';
    for (const { text, level, y } of headings) shape += ` ${level} ${y} ${text.length} ${text}`;
    shape += '\n';
  }
  return shape;
}

const bookmarksOf = (pages: readonly EncodedPage[], firstPage: number): readonly Bookmark[] =>
  pages.flatMap(({ headings, height }, i) =>
    headings.map(({ text, level, y }) => ({
      title: text,
      level,
      page: new ObjectRef(firstPage + i),
      top: points(height - y),
    })),
  );
