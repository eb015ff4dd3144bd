/**
 * Takes objects one by one, gives the bytes of a PDF 1.7 file, by PDFKit. The only module that knows PDFKit.
 *
 * PDFKit's own pages, fonts and pictures are not used, only its objects, document information and encryption. What is
 * used here without being documented (pdfkit 0.20.2): `_root`, `_info`, `_id`, `_offset`, `_offsets`, `_write`,
 * `_security`, `_finalize`, `endMarkings`, `endMetadata`, `push` as the way out of every byte, and that a value with a
 * string tag of its own prints itself. `pdfkit-file.test.ts` watches each.
 */

import PDFDocument from 'pdfkit';
import { sure } from '../../problem.js';
import type { DocumentMeta } from './document-meta.js';
import { checkProtection, type Protection } from './protection.js';
import { hexString, literalString, textBytes } from './string-syntax.js';
import { xmpPacket } from './xmp.js';

/** An object of the file, to be named by others (`7 0 R`). */
export interface ObjectRef {
  readonly id: number;
  toString(): string;
}

/** As PDFKit takes it: a string is a name, a String object a text, a Verbatim is PDF syntax as it stands. */
export type PdfValue = string | number | boolean | string[] | PdfValue[] | object;
export type PdfDictionary = Record<string, PdfValue>;

/** PDF syntax written as it is: long lists, and what is the same in many files. */
export class Verbatim {
  readonly syntax: string;

  constructor(syntax: string) {
    this.syntax = syntax;
  }

  get [Symbol.toStringTag](): string {
    return 'Verbatim';
  }

  toString(): string {
    return this.syntax;
  }
}

/** A text string: PDFKit writes UTF-16 where it must. */
export const text = (value: string): object => new String(value);

export type Sink = (chunk: Uint8Array) => void;

interface Reference extends ObjectRef {
  data: PdfDictionary;
  end(stream?: Uint8Array): void;
}

interface Internals {
  _id: Uint8Array;
  /** Where the next byte goes. */
  readonly _offset: number;
  /** Where each object begins, the first one's number being 1. */
  readonly _offsets: (number | null)[];
  readonly _root: Reference;
  readonly _info: Reference;
  readonly _security: null | {
    readonly dictionary: Reference;
    getEncryptFn(object: number, generation: number): (bytes: Uint8Array) => Uint8Array;
  };
  info: Record<string, unknown>;
  ref(data: PdfDictionary): Reference;
  push(chunk: Uint8Array | null): boolean;
  _write(bytes: Uint8Array): void;
  read(): Uint8Array | null;
  _finalize(): void;
  endMarkings(): void;
  endMetadata(): void;
  end(): void;
}

export class PdfkitFile {
  readonly #document: Internals;
  readonly #reserved = new Map<number, Reference>();
  readonly pages: ObjectRef;

  constructor(meta: DocumentMeta, sink: Sink, protection?: Protection) {
    if (protection !== undefined) checkProtection(protection, meta.standard);
    const document = new PDFDocument({
      // Only this version has AES with 256 bits: revision 5, Adobe's extension level 3.
      pdfVersion: protection === undefined ? '1.7' : '1.7ext3',
      ...(protection !== undefined && { userPassword: protection.password, permissions: PERMISSIONS }),
      compress: false,
      autoFirstPage: false,
      // Not even the default font: Helvetica would not be embedded.
      font: '',
      lang: meta.lang,
      displayTitle: true,
      info: information(meta),
    }) as unknown as Internals;
    document.info.CreationDate = pdfDate(meta.date);
    document.info.ModDate = pdfDate(meta.date);
    this.#document = document;

    // The header is written by the constructor; all else passes through push.
    const header = document.read();
    if (header !== null) sink(header);
    document.push = (chunk) => {
      if (chunk !== null) sink(chunk);
      return true;
    };

    const { data: preferences } = document._root.data.ViewerPreferences as Reference;
    // What is laid out in millimetres, an address in its window, must not be scaled to the printer's margins.
    preferences.PrintScaling = 'None';
    if (protection !== undefined)
      this.catalog('Extensions', { ADBE: { BaseVersion: '1.7', ExtensionLevel: 3 } });
    const pages = document._root.data.Pages as Reference;
    pages.data = {};
    this.pages = pages;
    // Whose structure tree this is not.
    document.endMarkings = () => undefined;
    document.endMetadata = () => {
      const xmp = Buffer.from(xmpPacket(meta));
      document._root.data.Metadata = this.add({ Type: 'Metadata', Subtype: 'XML', Length: xmp.length }, xmp);
    };
  }

  /** An object's number before the object: for those that name each other. */
  reserve(): ObjectRef {
    const reference = this.#document.ref({});
    this.#reserved.set(reference.id, reference);
    return reference;
  }

  write(ref: ObjectRef, dictionary: PdfDictionary, stream?: Uint8Array): void {
    const reference = this.#reserved.get(ref.id);
    if (reference === undefined) throw new Error(`annai: internal error: object ${ref.id} is written twice`);
    this.#reserved.delete(ref.id);
    reference.data = dictionary;
    reference.end(stream);
  }

  add(dictionary: PdfDictionary, stream?: Uint8Array): ObjectRef {
    const reference = this.#document.ref(dictionary);
    reference.end(stream);
    return reference;
  }

  /** The first number of that many new objects, for `writeAll`. */
  allocate(count: number): number {
    const { _offsets } = this.#document;
    const first = _offsets.length + 1;
    for (let i = 0; i < count; i += 1) _offsets.push(null);
    return first;
  }

  /** Objects of neighbouring numbers as PDF syntax in Latin-1, many at once. Strings in them are made by `string`. */
  writeAll(first: number, bodies: readonly string[]): void {
    const { _offset, _offsets } = this.#document;
    let syntax = '';
    for (const [i, body] of bodies.entries()) {
      _offsets[first + i - 1] = _offset + syntax.length;
      syntax += `${first + i} 0 obj\n${body}\nendobj\n`;
    }
    if (syntax !== '') this.#document._write(Buffer.from(syntax, 'latin1'));
  }

  /** A text string for a Verbatim or `writeAll`, where PDFKit does not see it. */
  string(value: string): string {
    return this.#document._security === null ? literalString(value) : this.bytes(textBytes(value));
  }

  /** The same for a byte string. */
  bytes(value: Uint8Array): string {
    const { _security } = this.#document;
    // A key of 256 bits is that of every object, whatever its number; each string begins with a chance of its own.
    return hexString(_security === null ? value : _security.getEncryptFn(0, 0)(value));
  }

  /** An entry of the document catalog (ISO 32000-1 §7.7.2). */
  catalog(key: string, value: PdfValue): void {
    this.#document._root.data[key] = value;
  }

  /** `root` is the page tree's; `identifier` 16 bytes that tell this file from others (ISO 32000-1 §14.4). */
  end(root: PdfDictionary, identifier: Uint8Array): void {
    if (this.#reserved.size > 0) throw new Error('annai: internal error: objects reserved and never written');
    (this.#document._root.data.Pages as Reference).data = root;
    this.#document._id = identifier;
    this.#document._finalize = () => this.#writeTable();
    this.#document.end();
  }

  /** The cross-reference table and the trailer (ISO 32000-1 §7.5.4, §7.5.5), in large pieces: PDFKit writes each line by itself. */
  #writeTable(): void {
    const { _offset, _offsets, _root, _info, _id, _security } = this.#document;
    const write = (syntax: string): void => this.#document._write(Buffer.from(syntax, 'latin1'));
    write(`xref\n0 ${_offsets.length + 1}\n0000000000 65535 f \n`);
    for (let start = 0; start < _offsets.length; start += LINES) {
      let lines = '';
      for (const offset of _offsets.slice(start, start + LINES))
        lines += `${String(sure(offset, 'offset of an object')).padStart(10, '0')} 00000 n \n`;
      write(lines);
    }
    const id = hexString(_id);
    const encrypt = _security === null ? '' : `/Encrypt ${_security.dictionary}\n`;
    // Who wrote a locked file stands in its encrypted metadata alone; the command must know its own without a password.
    const mark = _security === null ? '' : LOCKED_BY;
    write(
      `${mark}trailer\n<<\n/Size ${_offsets.length + 1}\n/Root ${_root}\n/Info ${_info}\n/ID [${id} ${id}]\n${encrypt}>>\n` +
        `startxref\n${_offset}\n%%EOF\n`,
    );
  }
}

/** Of the cross-reference table, written at a time. */
const LINES = 4096;

/** A comment (ISO 32000-1 §7.2.3). */
const LOCKED_BY = '%annai (PDFKit)\n';

/** To print, and to be read aloud. */
const PERMISSIONS = { printing: 'highResolution', contentAccessibility: true } as const;

function information({
  title,
  author,
  subject,
  keywords,
  date,
}: DocumentMeta): Record<string, string | Date> {
  return {
    Title: title,
    ...(author === undefined ? {} : { Author: author }),
    ...(subject === undefined ? {} : { Subject: subject }),
    ...(keywords === undefined ? {} : { Keywords: keywords }),
    Creator: 'annai',
    Producer: 'annai (PDFKit)',
    CreationDate: new Date(`${date}T00:00:00+09:00`),
  };
}

/** PDFKit would write Universal Time, which is the day before. */
const pdfDate = (date: string): string => `D:${date.replaceAll('-', '')}000000+09'00'`;
