/** Takes objects one by one, gives the bytes of a PDF 1.7 file: PDFKit's frame, the objects, and the table of all (ISO 32000-1 §7.5). */

import { checkMeta } from './check-meta.js';
import type { DocumentMeta } from './document-meta.js';
import type { FileBytes } from './file-bytes.js';
import { informationOf } from './information.js';
import { type Filling, fillForm, type ObjectForm } from './object-form.js';
import { entriesOf, ObjectRef, type PdfDictionary, type PdfValue, syntaxOf } from './object-syntax.js';
import { ObjectTable } from './object-table.js';
import type { ObjectWriter } from './object-writer.js';
import type { PdfkitFrame } from './pdfkit-frame.js';
import { hexString, literalString, textBytes } from './string-syntax.js';
import { xmpPacket } from './xmp.js';

export type Sink = (chunk: Uint8Array) => void;

export class PdfFile implements ObjectWriter {
  readonly #meta: DocumentMeta;
  readonly #frame: PdfkitFrame;
  readonly #out: FileBytes;
  readonly #sink: Sink;
  readonly #chunk: number;
  /** Bytes that the sink has. */
  #sunk = 0;
  readonly #table = new ObjectTable();
  readonly #string = (value: string): string => this.string(value);
  #catalog = '';

  /** What `out` holds is forgotten. The sink gets bytes by so many as `chunk` says, and a rest. Throws ProblemError. */
  constructor(meta: DocumentMeta, frame: PdfkitFrame, out: FileBytes, sink: Sink, chunk = Infinity) {
    checkMeta(meta);
    this.#meta = meta;
    this.#frame = frame;
    this.#out = out;
    this.#sink = sink;
    this.#chunk = chunk;
    this.#table.allocate(frame.objects.length);
    out.clear();
    out.copy(frame.header);
  }

  /** Whether each string and stream is encrypted. */
  get locked(): boolean {
    return this.#frame.lock !== undefined;
  }

  get pages(): ObjectRef {
    return new ObjectRef(this.#frame.pages);
  }

  get nextObject(): number {
    return this.#table.size;
  }

  /** The first number of that many new objects. */
  allocate(count: number): number {
    return this.#table.allocate(count);
  }

  reserve(): ObjectRef {
    return new ObjectRef(this.allocate(1));
  }

  write({ id }: ObjectRef, dictionary: PdfDictionary, stream?: Uint8Array): void {
    if (stream === undefined) {
      const syntax = syntaxOf(dictionary, this.#string);
      this.#begin(id);
      this.#out.latin1(`${syntax}\nendobj\n`);
    } else {
      const bytes = this.#encrypted(stream);
      const entries = entriesOf(dictionary, this.#string);
      this.#begin(id);
      this.#out.latin1(`<<\n${entries}/Length ${bytes.length}\n>>\nstream\n`);
      this.#out.copy(bytes);
      this.#out.latin1('\nendstream\nendobj\n');
    }
    this.#handOn();
  }

  add(dictionary: PdfDictionary, stream?: Uint8Array): ObjectRef {
    const ref = this.reserve();
    this.write(ref, dictionary, stream);
    return ref;
  }

  /** Gives the number of the form's first object. Not for locked files. */
  fill(form: ObjectForm): number {
    const own = this.allocate(form.count);
    fillForm(this.#out, form, { own }, (object) => this.#table.place(object, this.#offset));
    this.#handOn();
    return own;
  }

  /** One object, whose number is known. Strings in `filling` are those that `string` gives. */
  fillObject(object: number, form: ObjectForm, filling: Filling): void {
    this.#begin(object);
    fillForm(this.#out, form, filling, () => {});
    this.#out.latin1('\nendobj\n');
    this.#handOn();
  }

  /** Where an object stands that is in the object stream of that number. */
  placeInStream(object: number, stream: ObjectRef, index: number): void {
    this.#table.placeInStream(object, stream.id, index);
  }

  string(value: string): string {
    return this.locked ? this.bytes(textBytes(value)) : literalString(value);
  }

  bytes(value: Uint8Array): string {
    return hexString(this.#encrypted(value));
  }

  /** An entry of the document catalog (ISO 32000-1 §7.7.2). */
  catalog(key: string, value: PdfValue): void {
    this.#catalog += `/${key} ${syntaxOf(value, this.#string)}\n`;
  }

  /** `root` is the page tree's; `identifier` 16 bytes that tell this file from others (ISO 32000-1 §14.4). */
  end(root: PdfDictionary, identifier: Uint8Array): void {
    const { objects, catalog, pages, info } = this.#frame;
    const xmp = Buffer.from(xmpPacket(this.#meta));
    this.catalog('Metadata', this.add({ Type: 'Metadata', Subtype: 'XML' }, xmp));
    for (const [i, value] of objects.entries()) {
      const id = i + 1;
      if (id === pages) this.write(this.pages, root);
      else if (id === info) this.write(new ObjectRef(info), informationOf(this.#meta));
      else {
        this.#begin(id);
        const more = id === catalog ? `${value.slice(0, -'>>'.length)}${this.#catalog}>>` : value;
        this.#out.latin1(`${more}\nendobj\n`);
      }
    }
    this.#writeTable(identifier);
    this.#sunk += this.#out.length;
    this.#sink(this.#out.take());
  }

  /** The cross-reference stream, which is never encrypted (ISO 32000-1 §7.5.8). */
  #writeTable(identifier: Uint8Array): void {
    const { catalog, info, lock } = this.#frame;
    const id = this.allocate(1);
    const start = this.#offset;
    this.#begin(id);
    const width = Math.ceil(Math.log2(start + 1) / 8);
    const rows = this.#table.rows(width);
    const name = hexString(identifier);
    this.#out.latin1(
      `<<\n/Type /XRef\n/Size ${this.#table.size}\n/W [1 ${width} 2]\n/Root ${catalog} 0 R\n/Info ${info} 0 R\n` +
        `/ID [${name} ${name}]\n${lock === undefined ? '' : `/Encrypt ${lock.dictionary} 0 R\n`}` +
        `/Length ${rows.length}\n>>\nstream\n`,
    );
    this.#out.copy(rows);
    // Who wrote a locked file stands in its encrypted metadata alone; the command must know its own without a password.
    const mark = lock === undefined ? '' : LOCKED_BY;
    this.#out.latin1(`\nendstream\nendobj\n${mark}startxref\n${start}\n%%EOF\n`);
  }

  get #offset(): number {
    return this.#sunk + this.#out.length;
  }

  #begin(object: number): void {
    this.#table.place(object, this.#offset);
    this.#out.number(object);
    this.#out.latin1(' 0 obj\n');
  }

  #encrypted(value: Uint8Array): Uint8Array {
    const { lock } = this.#frame;
    return lock === undefined ? value : lock.encrypt(value);
  }

  #handOn(): void {
    if (this.#out.length < this.#chunk) return;
    this.#sunk += this.#out.length;
    this.#sink(this.#out.take());
  }
}

/** A comment (ISO 32000-1 §7.2.3). */
const LOCKED_BY = '%annai (PDFKit)\n';
