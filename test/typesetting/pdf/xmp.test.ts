import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/problem.js';
import type { DocumentMeta } from '../../../src/typesetting/pdf/document-meta.js';
import { FileBytes } from '../../../src/typesetting/pdf/file-bytes.js';
import { PdfFile } from '../../../src/typesetting/pdf/pdf-file.js';
import { PDF_STANDARDS } from '../../../src/typesetting/pdf/pdf-standard.js';
import { pdfkitFrame } from '../../../src/typesetting/pdf/pdfkit-frame.js';
import { xmpPacket } from '../../../src/typesetting/pdf/xmp.js';
import { openPdf } from './read-pdf.js';

const DC = 'http://purl.org/dc/elements/1.1/';
const PDF = 'http://ns.adobe.com/pdf/1.3/';

/** By a parser that stops at the first thing that is not XML. */
const parsed = (packet: string) =>
  new DOMParser({
    onError: (level, message) => {
      // It thinks U+FFFD a sign of a wrong encoding; here somebody wrote it.
      if (!message.startsWith('Unicode replacement')) throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(packet.replace(/^<\?xpacket .*?\?>\n|\n<\?xpacket .*?\?>$/g, ''), 'text/xml');

const said = (meta: DocumentMeta): Readonly<Record<string, string | undefined>> => {
  const document = parsed(xmpPacket(meta));
  const text = (namespace: string, name: string): string | undefined =>
    document.getElementsByTagNameNS(namespace, name).item(0)?.textContent ?? undefined;
  return {
    title: text(DC, 'title'),
    lang: text(DC, 'language'),
    author: text(DC, 'creator'),
    subject: text(DC, 'description'),
    keywords: text(PDF, 'Keywords'),
  };
};

const file = (meta: DocumentMeta): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const pdf = new PdfFile(meta, pdfkitFrame(meta.lang), new FileBytes(), (chunk) => chunks.push(chunk));
  pdf.end({ Type: 'Pages', Count: 0, Kids: [] }, new Uint8Array(16));
  return Buffer.concat(chunks);
};

const problemsOf = (meta: DocumentMeta): readonly string[] => {
  try {
    file(meta);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code }) => code);
  }
};

/** What is markup to XML, what ends a section of it, and what is hard to see. */
const pieces = fc.constantFrom(
  ...['<', '>', '&', '"', "'", ']]>', '<!--', '-->', '<?xpacket end="r"?>', '&lt;', '&#0;', '</dc:title>'],
  ...[
    '\r',
    '\n',
    '\t',
    '\r\n',
    ' ',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\uFFFD',
    '𠮷',
    '葛\u{E0100}',
    'か\u3099',
    '\\',
    '(',
    ')',
  ],
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((text) => !/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/.test(text));

const META = { title: '題', lang: 'ja-JP', date: '2026-11-23' };

describe('whatever a file says of itself', () => {
  test('comes back from an XML parser as it was, under every standard', () => {
    fc.assert(
      fc.property(
        fc.tuple(hostile, hostile, hostile, hostile),
        fc.constantFrom(...PDF_STANDARDS),
        ([title, author, subject, keywords], standard) => {
          expect(said({ ...META, title, author, subject, keywords, standard })).toEqual({
            ...{ title, author, subject, keywords },
            lang: 'ja-JP',
          });
        },
      ),
    );
  });

  test('stands alike in the document information', async () => {
    const title = '</dc:title> & ]]> (甲)\\ 𠮷 葛\u{E0100}';
    const pdf = await openPdf(
      file({ ...META, title, author: 'A <b> & c', subject: '"d"', keywords: 'e, f' }),
    );
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: title, Author: 'A <b> & c', Subject: '"d"', Keywords: 'e, f' });
    expect(metadata.get('dc:title')).toBe(title);
    await pdf.destroy();
  });

  test.each([
    ['a control character', 'a\u0001b'],
    ['half of a character', 'a\uD842b'],
    ['what is no character', 'a\uFFFFb'],
  ])('is refused where it holds %s, which XML cannot', (_, text) => {
    expect(problemsOf({ ...META, title: text })).toEqual(['pdf/unwritable-metadata']);
    expect(problemsOf({ ...META, author: text, keywords: text })).toHaveLength(2);
    expect(problemsOf(META)).toEqual([]);
  });
});
