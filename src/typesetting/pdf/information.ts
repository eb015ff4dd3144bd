/** Takes what a file says of itself, gives its document information (ISO 32000-1 §14.3.3). */

import type { DocumentMeta } from './document-meta.js';
import { type PdfDictionary, text } from './object-syntax.js';

export function informationOf({ title, author, subject, keywords, date }: DocumentMeta): PdfDictionary {
  const day = text(`D:${date.replaceAll('-', '')}000000+09'00'`);
  return {
    Title: text(title),
    ...(author === undefined ? {} : { Author: text(author) }),
    ...(subject === undefined ? {} : { Subject: text(subject) }),
    ...(keywords === undefined ? {} : { Keywords: text(keywords) }),
    Creator: text('annai'),
    Producer: text('annai (PDFKit)'),
    CreationDate: day,
    ModDate: day,
  };
}
