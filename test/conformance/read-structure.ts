/** Takes a PDF file, gives its structure tree with the text of each marked content, as assistive technology meets it. */

import { inflateSync } from 'node:zlib';
import {
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  readObjects,
  textOfString,
} from './read-objects.js';

export interface MarkedContent {
  readonly kind: 'content';
  readonly page: number;
  readonly mcid: number;
}
export interface ObjectContent {
  readonly kind: 'object';
  readonly page: number;
  /** The object's number. */
  readonly object: number;
}
export interface StructureElement {
  readonly kind: 'element';
  readonly number: number;
  readonly role: string;
  readonly dictionary: PdfDictionary;
  readonly kids: readonly Kid[];
}
export type Kid = StructureElement | MarkedContent | ObjectContent;

export interface TaggedPage {
  readonly number: number;
  readonly dictionary: PdfDictionary;
  readonly operators: string;
  /** By MCID. */
  readonly texts: ReadonlyMap<number, string>;
}

export interface TaggedFile {
  readonly file: PdfFile;
  readonly catalog: PdfDictionary;
  readonly root: PdfDictionary;
  readonly document: StructureElement;
  /** In the order of the file. Kids name them by index. */
  readonly pages: readonly TaggedPage[];
}

export function readStructure(bytes: Uint8Array): TaggedFile {
  const file = readObjects(bytes);
  const catalog = file.dictionary(file.trailer.get('Root'));
  const root = file.dictionary(catalog.get('StructTreeRoot'));
  const fonts = new Map<number, ReadonlyMap<string, string>>();
  const pages = pagesOf(file, catalog.get('Pages')).map((number) => readPage(file, number, fonts));
  const pageIndex = new Map(pages.map(({ number }, i) => [number, i]));

  const kid = (object: PdfObject, page: PdfObject | undefined): Kid => {
    if (typeof object === 'number') return { kind: 'content', page: indexOf(page), mcid: object };
    if (isReference(object)) return element(object.ref);
    const dictionary = file.dictionary(object);
    const on = indexOf(dictionary.get('Pg') ?? page);
    if (nameOf(dictionary.get('Type')) === 'OBJR') {
      const target = dictionary.get('Obj');
      if (!isReference(target)) throw new Error('OBJR without an object');
      return { kind: 'object', page: on, object: target.ref };
    }
    return { kind: 'content', page: on, mcid: Number(dictionary.get('MCID')) };
  };
  const indexOf = (page: PdfObject | undefined): number =>
    isReference(page) ? (pageIndex.get(page.ref) ?? -1) : -1;
  const element = (number: number): StructureElement => {
    const dictionary = file.dictionary({ ref: number });
    const kids = kidsOf(file, dictionary).map((object) => kid(object, dictionary.get('Pg')));
    return { kind: 'element', number, role: nameOf(dictionary.get('S')), dictionary, kids };
  };
  const [top] = kidsOf(file, root);
  if (!isReference(top)) throw new Error('no Document');
  return { file, catalog, root, document: element(top.ref), pages };
}

function kidsOf(file: PdfFile, dictionary: PdfDictionary): readonly PdfObject[] {
  const kids = dictionary.get('K');
  if (kids === undefined) return [];
  return Array.isArray(kids) ? kids : Array.isArray(file.get(kids)) ? file.array(kids) : [kids];
}

function pagesOf(file: PdfFile, node: PdfObject | undefined): readonly number[] {
  if (!isReference(node)) throw new Error('page tree without references');
  const dictionary = file.dictionary(node);
  if (nameOf(dictionary.get('Type')) === 'Page') return [node.ref];
  return file.array(dictionary.get('Kids')).flatMap((kid) => pagesOf(file, kid));
}

/** Every value of a number tree or name tree, by key. */
export function treeEntries(
  file: PdfFile,
  node: PdfObject | undefined,
): readonly (readonly [PdfObject, PdfObject])[] {
  const dictionary = file.dictionary(node);
  const kids = dictionary.get('Kids');
  if (kids !== undefined) return file.array(kids).flatMap((kid) => treeEntries(file, kid));
  const flat = file.array(dictionary.get('Nums') ?? dictionary.get('Names'));
  return flat.flatMap((key, i) => (i % 2 === 0 ? [[key, flat[i + 1] ?? null] as const] : []));
}

function readPage(
  file: PdfFile,
  number: number,
  fonts: Map<number, ReadonlyMap<string, string>>,
): TaggedPage {
  const dictionary = file.dictionary({ ref: number });
  const operators = file
    .array(dictionary.get('Contents'))
    .map((part) => plain(file, part).toString('latin1'))
    .join('');
  const resources = file.dictionary(file.dictionary(dictionary.get('Resources')).get('Font'));
  const fontOf = (name: string): ReadonlyMap<string, string> => {
    const ref = resources.get(name);
    if (!isReference(ref)) throw new Error(`no font ${name}`);
    const font = fonts.get(ref.ref) ?? toUnicode(file, ref);
    fonts.set(ref.ref, font);
    return font;
  };
  const texts = new Map<number, string>();
  let mcid: number | undefined;
  let font: ReadonlyMap<string, string> = new Map();
  for (const line of operators.split('\n')) {
    const [, begun] = /<<\/MCID (\d+)>> BDC$/.exec(line) ?? [];
    const [, name] = /^\/(\w+) [\d.]+ Tf$/.exec(line) ?? [];
    if (begun !== undefined) mcid = Number(begun);
    else if (line === 'EMC') mcid = undefined;
    else if (name !== undefined) font = fontOf(name);
    else if (/T[jJ]$/.test(line) && mcid !== undefined) {
      const codes = [...line.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      texts.set(mcid, (texts.get(mcid) ?? '') + codes.map((code) => font.get(code) ?? '\u0000').join(''));
    }
  }
  return { number, dictionary, operators, texts };
}

const plain = (file: PdfFile, stream: PdfObject): Buffer =>
  file.dictionary(stream).has('Filter') ? inflateSync(file.stream(stream)) : Buffer.from(file.stream(stream));

function toUnicode(file: PdfFile, font: PdfObject): ReadonlyMap<string, string> {
  const ref = file.dictionary(font).get('ToUnicode');
  const packed = file.dictionary(ref).has('Filter');
  const bytes = file.stream(ref);
  const cmap = Buffer.from(packed ? inflateSync(bytes) : bytes).toString('latin1');
  return new Map(
    [...cmap.matchAll(/^<(.{4})> <([0-9a-f]+)>$/gm)].map(([, code = '', text = '']) => [
      code,
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

export const isElement = (kid: Kid): kid is StructureElement => kid.kind === 'element';

/** The element and all within it, in reading order. */
export function elementsWithin(element: StructureElement): readonly StructureElement[] {
  return [element, ...element.kids.flatMap((kid) => (kid.kind === 'element' ? elementsWithin(kid) : []))];
}

/** An attribute of any owner. */
export function attribute(
  { file }: TaggedFile,
  { dictionary }: StructureElement,
  key: string,
): PdfObject | undefined {
  const attributes = dictionary.get('A');
  return attributes === undefined ? undefined : file.dictionary(attributes).get(key);
}

export const entryText = ({ dictionary }: StructureElement, key: string): string | undefined =>
  dictionary.has(key) ? textOfString(dictionary.get(key)) : undefined;
