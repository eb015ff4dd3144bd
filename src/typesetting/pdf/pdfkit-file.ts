/**
 * Takes objects one by one, gives the bytes of a PDF 1.7 file, by PDFKit. The only module that knows PDFKit.
 *
 * PDFKit's own pages, fonts and pictures are not used, only its header, catalog, document information and encryption:
 * what comes by the hundred is written here, an object at a time instead of a line. What is used without being documented
 * (pdfkit 0.20.2): `_root`, `_info`, `_id`, `_offset`, `_offsets`, `_write`, `_security`, `_finalize`, `endMarkings`,
 * `endMetadata`, `push` as the way out of every byte, and that a value with a string tag of its own prints itself.
 * `pdfkit-file.test.ts` watches each.
 */

import PDFDocument from 'pdfkit';
import { sure } from '../../problem.js';
import { checkMeta } from './check-meta.js';
import type { DocumentMeta } from './document-meta.js';
import { ObjectRef, type PdfDictionary, type PdfValue, syntaxOf } from './object-syntax.js';
import { checkProtection, type Protection } from './protection.js';
import { hexString, literalString, textBytes } from './string-syntax.js';
import { xmpPacket } from './xmp.js';

export type Sink = (chunk: Uint8Array) => void;

interface Reference {
  readonly id: number;
  data: Record<string, unknown>;
  toString(): string;
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
  readonly #reserved = new Set<number>();
  readonly pages: ObjectRef;

  constructor(meta: DocumentMeta, sink: Sink, protection?: Protection) {
    checkMeta(meta);
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
    this.pages = new ObjectRef(pages.id);
    // Whose structure tree this is not.
    document.endMarkings = () => undefined;
    document.endMetadata = () => {
      const xmp = Buffer.from(xmpPacket(meta));
      document._root.data.Metadata = this.add({ Type: 'Metadata', Subtype: 'XML' }, xmp);
    };
  }

  /** An object's number before the object: for those that name each other. */
  reserve(): ObjectRef {
    const object = this.allocate(1);
    this.#reserved.add(object);
    return new ObjectRef(object);
  }

  write({ id }: ObjectRef, dictionary: PdfDictionary, stream?: Uint8Array): void {
    if (!this.#reserved.delete(id)) throw new Error(`annai: internal error: object ${id} is written twice`);
    this.#write(id, dictionary, stream);
  }

  add(dictionary: PdfDictionary, stream?: Uint8Array): ObjectRef {
    const object = this.allocate(1);
    this.#write(object, dictionary, stream);
    return new ObjectRef(object);
  }

  /** A stream gets its Length here. */
  #write(object: number, dictionary: PdfDictionary, stream?: Uint8Array): void {
    if (stream === undefined) this.writeAll(object, [this.#syntax(dictionary)]);
    else {
      const { _offset, _offsets } = this.#document;
      const bytes = this.#encrypted(stream);
      const entries = this.#syntax({ ...dictionary, Length: bytes.length });
      _offsets[object - 1] = _offset;
      this.#emit(`${object} 0 obj\n${entries}\nstream\n`);
      this.#document._write(bytes);
      this.#emit('\nendstream\nendobj\n');
    }
  }

  #syntax(dictionary: PdfDictionary): string {
    return syntaxOf(dictionary, (value) => this.string(value));
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
    if (syntax !== '') this.#emit(syntax);
  }

  #emit(syntax: string): void {
    this.#document._write(Buffer.from(syntax, 'latin1'));
  }

  /** A text string for a Verbatim or `writeAll`, where PDFKit does not see it. */
  string(value: string): string {
    return this.#document._security === null ? literalString(value) : this.bytes(textBytes(value));
  }

  /** The same for a byte string. */
  bytes(value: Uint8Array): string {
    return hexString(this.#encrypted(value));
  }

  /** A key of 256 bits is that of every object, whatever its number; each string and stream begins with a chance of its own. */
  #encrypted(value: Uint8Array): Uint8Array {
    const { _security } = this.#document;
    return _security === null ? value : _security.getEncryptFn(0, 0)(value);
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

  /** The cross-reference table and the trailer (ISO 32000-1 §7.5.4, §7.5.5). */
  #writeTable(): void {
    const { _offset, _offsets, _root, _info, _id, _security } = this.#document;
    this.#emit(`xref\n0 ${_offsets.length + 1}\n0000000000 65535 f \n`);
    for (let start = 0; start < _offsets.length; start += LINES)
      this.#document._write(tableLines(_offsets.slice(start, start + LINES)));
    const id = hexString(_id);
    const encrypt = _security === null ? '' : `/Encrypt ${_security.dictionary}\n`;
    // Who wrote a locked file stands in its encrypted metadata alone; the command must know its own without a password.
    const mark = _security === null ? '' : LOCKED_BY;
    this.#emit(
      `${mark}trailer\n<<\n/Size ${_offsets.length + 1}\n/Root ${_root}\n/Info ${_info}\n/ID [${id} ${id}]\n${encrypt}>>\n` +
        `startxref\n${_offset}\n%%EOF\n`,
    );
  }
}

/** Of the cross-reference table, written at a time. */
const LINES = 4096;
const LINE = Buffer.from('0000000000 00000 n \n', 'latin1');

function tableLines(offsets: readonly (number | null)[]): Uint8Array {
  const lines = Buffer.alloc(offsets.length * LINE.length, LINE);
  for (let i = 0; i < offsets.length; i += 1) {
    let left = sure(offsets[i], 'offset of an object');
    for (let at = i * LINE.length + 9; left > 0; at -= 1) {
      lines[at] = 0x30 + (left % 10);
      left = Math.floor(left / 10);
    }
  }
  return lines;
}

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
