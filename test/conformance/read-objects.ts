/** Takes the bytes of a PDF file, gives its objects as they are written: a reader of its own, so that annai's writer is not checked by itself. */

import { inflateSync } from 'node:zlib';

export interface Reference {
  readonly ref: number;
}
export type PdfObject =
  | number
  | boolean
  | null
  | PdfName
  | Uint8Array
  | Reference
  | readonly PdfObject[]
  | PdfDictionary;
export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export type PdfDictionary = ReadonlyMap<string, PdfObject>;

export interface PdfFile {
  readonly trailer: PdfDictionary;
  /** The object itself where it is a reference. */
  get(object: PdfObject | undefined): PdfObject;
  dictionary(object: PdfObject | undefined): PdfDictionary;
  array(object: PdfObject | undefined): readonly PdfObject[];
  stream(object: PdfObject | undefined): Uint8Array;
}

export const isReference = (object: PdfObject | undefined): object is Reference =>
  typeof object === 'object' && object !== null && 'ref' in object;

export const nameOf = (object: PdfObject | undefined): string =>
  object instanceof PdfName ? object.name : '';

export function textOfString(object: PdfObject | undefined): string {
  if (!(object instanceof Uint8Array)) throw new Error('not a string');
  const bytes = Buffer.from(object);
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

export function readObjects(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const { trailer, places } = source.startsWith('xref', start)
    ? readTable(source, start)
    : readTableStream(source, bytes, start);
  const cache = new Map<number, { readonly value: PdfObject; readonly end: number }>();
  const load = (number: number): { readonly value: PdfObject; readonly end: number } => {
    const found = cache.get(number);
    if (found !== undefined) return found;
    const place = places[number];
    if (place?.stream !== undefined) {
      const value = inStream(place.stream)[place.at];
      if (value?.number !== number) throw new Error(`the table of objects is wrong about ${number}`);
      const loaded = { value: value.value, end: -1 };
      cache.set(number, loaded);
      return loaded;
    }
    const offset = place?.at ?? -1;
    const head = `${number} 0 obj`;
    if (!source.startsWith(head, offset)) throw new Error(`the table of objects is wrong about ${number}`);
    const parser = new Parser(source, offset + head.length);
    const loaded = { value: parser.value(), end: parser.at };
    cache.set(number, loaded);
    return loaded;
  };
  const streams = new Map<number, readonly { readonly number: number; readonly value: PdfObject }[]>();
  const inStream = (stream: number): readonly { readonly number: number; readonly value: PdfObject }[] => {
    const known = streams.get(stream);
    if (known !== undefined) return known;
    const { value, end } = load(stream);
    const dictionary = value as PdfDictionary;
    const text = inflateSync(streamAt(source, bytes, dictionary, end)).toString('latin1');
    const first = Number(dictionary.get('First'));
    const head = text.slice(0, first).trim().split(/\s+/).map(Number);
    const found = Array.from({ length: Number(dictionary.get('N')) }, (_, i) => ({
      number: head[i * 2] ?? -1,
      value: new Parser(text, first + (head[i * 2 + 1] ?? 0)).value(),
    }));
    streams.set(stream, found);
    return found;
  };
  const get = (object: PdfObject | undefined): PdfObject => {
    if (object === undefined) return null;
    return isReference(object) ? load(object.ref).value : object;
  };
  return {
    trailer,
    get,
    dictionary(object) {
      const value = get(object);
      if (value instanceof Map) return value;
      throw new Error('not a dictionary');
    },
    array(object) {
      const value = get(object);
      if (Array.isArray(value)) return value;
      throw new Error('not an array');
    },
    stream(object) {
      if (!isReference(object)) throw new Error('not a stream');
      const { value, end } = load(object.ref);
      return streamAt(source, bytes, value as PdfDictionary, end);
    },
  };
}

interface Place {
  /** An offset; or an index in the object stream of that number. */
  readonly at: number;
  readonly stream?: number;
}
interface Table {
  readonly trailer: PdfDictionary;
  readonly places: readonly Place[];
}

function readTable(source: string, start: number): Table {
  const [, count = ''] = /^xref\n0 (\d+)\n/.exec(source.slice(start, start + 40)) ?? [];
  const table = source.indexOf('\n', start + 5) + 1;
  return {
    trailer: new Parser(source, source.indexOf('trailer', table) + 7).value() as PdfDictionary,
    places: Array.from({ length: Number(count) }, (_, i) => ({
      at: Number(source.substr(table + i * 20, 10)),
    })),
  };
}

function readTableStream(source: string, bytes: Uint8Array, start: number): Table {
  const parser = new Parser(source, source.indexOf('obj', start) + 3);
  const trailer = parser.value() as PdfDictionary;
  if (nameOf(trailer.get('Type')) !== 'XRef') throw new Error('no table of objects');
  const rows = Buffer.from(streamAt(source, bytes, trailer, parser.at));
  const widths = (trailer.get('W') as readonly number[]).map(Number);
  const row = widths.reduce((sum, width) => sum + width, 0);
  const column = (at: number, width: number): number => rows.readUIntBE(at, width);
  const [kind = 1, second = 1, third = 1] = widths;
  const places = Array.from({ length: Number(trailer.get('Size')) }, (_, i): Place => {
    const at = i * row;
    const value = column(at + kind, second);
    if (column(at, kind) !== 2) return { at: value };
    return { at: column(at + kind + second, third), stream: value };
  });
  return { trailer, places };
}

function streamAt(source: string, bytes: Uint8Array, dictionary: PdfDictionary, end: number): Uint8Array {
  const begin = source.indexOf('stream\n', end) + 7;
  return bytes.subarray(begin, begin + Number(dictionary.get('Length')));
}

const SPACE = /[\0\t\n\f\r ]/;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]/;

class Parser {
  readonly #source: string;
  at: number;

  constructor(source: string, at: number) {
    this.#source = source;
    this.at = at;
  }

  value(): PdfObject {
    this.#skip();
    const next = this.#source[this.at] ?? '';
    if (this.#source.startsWith('<<', this.at)) return this.#dictionary();
    if (next === '<') return this.#hex();
    if (next === '(') return this.#literal();
    if (next === '[') return this.#array();
    if (next === '/') {
      this.at += 1;
      return new PdfName(this.#word());
    }
    const reference = /^(\d+) 0 R/.exec(this.#source.slice(this.at, this.at + 24));
    if (reference !== null) {
      this.at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    const word = this.#word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[-+.\d]+$/.test(word)) throw new Error(`what is ${word || next} at ${this.at}?`);
    return Number(word);
  }

  #skip(): void {
    while (SPACE.test(this.#source[this.at] ?? '')) this.at += 1;
  }

  #word(): string {
    const start = this.at;
    while (REGULAR.test(this.#source[this.at] ?? '')) this.at += 1;
    return this.#source.slice(start, this.at);
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfObject>();
    for (this.#skip(); !this.#source.startsWith('>>', this.at); this.#skip()) {
      const key = this.value();
      entries.set(nameOf(key), this.value());
    }
    this.at += 2;
    return entries;
  }

  #array(): readonly PdfObject[] {
    this.at += 1;
    const items: PdfObject[] = [];
    for (this.#skip(); this.#source[this.at] !== ']'; this.#skip()) items.push(this.value());
    this.at += 1;
    return items;
  }

  #hex(): Uint8Array {
    const end = this.#source.indexOf('>', this.at);
    const bytes = Buffer.from(this.#source.slice(this.at + 1, end), 'hex');
    this.at = end + 1;
    return new Uint8Array(bytes);
  }

  #literal(): Uint8Array {
    const bytes: number[] = [];
    const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    for (this.at += 1; this.#source[this.at] !== ')'; this.at += 1) {
      let letter = this.#source[this.at] ?? '';
      if (letter === '\\') {
        this.at += 1;
        letter = this.#source[this.at] ?? '';
        letter = escapes[letter] ?? letter;
      }
      bytes.push(letter.charCodeAt(0));
    }
    this.at += 1;
    return Uint8Array.from(bytes);
  }
}
