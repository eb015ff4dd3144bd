/** Takes an encoded page, gives its objects in the file: content, page dictionary, link annotations (ISO 32000-1 §7.7.3.3, §12.5.6.5). */

import { toPt } from '../../units.js';
import type { EncodedLink, EncodedPage, EncodedPart } from '../paint/encoded-page.js';
import { type ObjectRef, type PdfDictionary, text } from './object-syntax.js';
import type { PageTags } from './page-tags.js';
import type { PdfFile } from './pdf-file.js';

export interface PageSurroundings {
  readonly ref: ObjectRef;
  readonly parent: ObjectRef;
  readonly resources: ObjectRef;
  /** In painting order. */
  readonly contents: readonly ObjectRef[];
  /** None in a file without structure. */
  readonly tags: PageTags | undefined;
}

export function writeContent(file: PdfFile, { content, deflated }: EncodedPart): ObjectRef {
  return file.add(deflated ? { Filter: 'FlateDecode' } : {}, content);
}

export function writePage(
  file: PdfFile,
  page: EncodedPage,
  { ref, parent, resources, contents, tags }: PageSurroundings,
): void {
  const annotations = tags === undefined ? writeLinks(file, page) : writeTaggedLinks(file, page, tags);
  file.write(ref, {
    Type: 'Page',
    Parent: parent,
    MediaBox: [0, 0, points(page.width), points(page.height)],
    Resources: resources,
    Contents: [...contents],
    ...(annotations.length === 0 ? {} : { Annots: [...annotations] }),
    ...(tags === undefined ? {} : { StructParents: tags.structParents, Tabs: 'S' }),
  });
}

const writeLinks = (file: PdfFile, page: EncodedPage): readonly ObjectRef[] =>
  page.links.map((link) => file.add(linkAnnotation(link, page.height)));

function writeTaggedLinks(file: PdfFile, page: EncodedPage, { links }: PageTags): readonly ObjectRef[] {
  return page.links.flatMap((link, i) => {
    const tag = links[i];
    if (tag === undefined) return [];
    file.write(tag.ref, { ...linkAnnotation(link, page.height), StructParent: tag.structParent });
    return [tag.ref];
  });
}

/** Printed (flag 4), without the frame that readers draw by default. */
function linkAnnotation(link: EncodedLink, pageHeight: number): PdfDictionary {
  const top = pageHeight - link.y;
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [points(link.x), points(top - link.height), points(link.x + link.width), points(top)],
    Border: [0, 0, 0],
    F: 4,
    // What is read out where the link's own text is not (ISO 14289-1 §7.18.5).
    Contents: text(link.href),
    A: { S: 'URI', URI: text(asciiUri(link.href)) },
  };
}

/** A URI in a PDF is 7-bit ASCII: a host in kanji becomes Punycode, other characters are percent-encoded (RFC 3987 §3.1). */
function asciiUri(href: string): string {
  if (/^[\x21-\x7e]*$/.test(href)) return href;
  return URL.canParse(href) ? new URL(href).href : encodeURI(href);
}

export const points = (length: number): number => Math.round(toPt(length) * 1000) / 1000;
