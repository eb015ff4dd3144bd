/** Takes the bytes of an .xlsx file, gives its worksheets, shared strings and number formats (ECMA-376 parts 1 and 2). */

import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { sure } from '../../problem.js';
import { LIMITS } from './file-limits.js';
import { builtInFormat } from './format-cell.js';

export interface Worksheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly xml: Uint8Array;
}

export interface Workbook {
  readonly worksheets: readonly Worksheet[];
  readonly sharedStrings: readonly string[];
  /** By style index of a cell. */
  readonly formats: readonly string[];
  /** Days count from 1904-01-01 instead of 1899-12-31. */
  readonly epoch1904: boolean;
}

/** Why a file that begins like a ZIP archive cannot be read as a workbook. */
export class WorkbookError extends Error {}

/** An archive that claims to unpack to more than any customer file does is made to fill the memory. */
export class OversizeError extends WorkbookError {}

export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = unzip(bytes);
  const main = [...relationsOf('', parts).values()].find((path) => /workbook\d*\.xml$/.test(path));
  if (main === undefined) throw new WorkbookError('no workbook');
  const relations = relationsOf(main, parts);
  const part = (ending: string): Uint8Array | undefined =>
    parts.get([...relations.values()].find((path) => path.endsWith(ending)) ?? '');
  const worksheets: Worksheet[] = [];
  let epoch1904 = false;
  readXml(sure(parts.get(main) ?? fail('no workbook part'), 'workbook'), {
    open(tag, attributes) {
      if (tag === 'workbookPr') epoch1904 = isOn(attributes.date1904);
      if (tag !== 'sheet') return;
      const path =
        relations.get(Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '') ?? '';
      const xml = parts.get(path);
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      // Chart sheets have no cells and lie elsewhere.
      if (xml !== undefined && !path.includes('chartsheets/'))
        worksheets.push({ name: attributes.name ?? '', hidden, xml });
    },
  });
  return {
    worksheets,
    sharedStrings: readStrings(part('sharedStrings.xml')),
    formats: readFormats(part('styles.xml')),
    epoch1904,
  };
}

const fail = (reason: string): never => {
  throw new WorkbookError(reason);
};

export const isOn = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true';

function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        const wanted = /\.(?:xml|rels)$/i.test(name);
        if (wanted) total += originalSize;
        const bomb = originalSize > LIMITS.freely && originalSize > size * LIMITS.ratio;
        if (total > LIMITS.unpacked || (wanted && bomb)) throw new OversizeError('too large');
        return wanted;
      },
    });
    return new Map(Object.entries(entries));
  } catch (cause) {
    throw cause instanceof WorkbookError ? cause : new WorkbookError('broken archive', { cause });
  }
}

/** Relationship id → part name, of one part or (for the empty name) of the package. */
function relationsOf(part: string, parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = parts.get(`${folder}_rels/${part.slice(slash)}.rels`);
  const relations = new Map<string, string>();
  if (xml === undefined) return relations;
  readXml(xml, {
    open(tag, { Id, Target }) {
      if (tag === 'Relationship' && Id !== undefined && Target !== undefined)
        relations.set(Id, resolve(folder, Target));
    },
  });
  return relations;
}

const resolve = (folder: string, target: string): string =>
  new URL(target, `file:///${folder}`).pathname.slice(1);

export interface XmlHandler {
  readonly open?: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (tag: string) => void;
}

/** A parser that takes the XML in pieces. Tags come without their prefix. */
export function xmlParser({ open, text, close }: XmlHandler): { write(xml: string): void; end(): void } {
  const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1);
  return new Parser(
    {
      onopentag: (tag, attributes) => open?.(local(tag), attributes),
      ontext: (piece) => text?.(piece),
      onclosetag: (tag) => close?.(local(tag)),
    },
    { xmlMode: true },
  );
}

export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = xmlParser(handler);
  for (const text of xmlText(bytes)) parser.write(text);
  parser.end();
}

const PIECE = 1 << 16;

/** In pieces, because a worksheet can be longer than a string may be. */
export function* xmlText(bytes: Uint8Array): Generator<string> {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoder = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    yield decoder.decode();
  } catch (cause) {
    throw new WorkbookError('undecodable XML', { cause });
  }
}

/** Excel writes characters that XML cannot hold, and underscores that look alike, as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The strings of `<si>` or `<is>`: all runs joined, without the furigana that Excel keeps beside them (`<rPh>`). */
export function textCollector(): XmlHandler & { take(): string } {
  let collected = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open(tag) {
      if (tag === 't') inText = true;
      if (tag === 'rPh') inPhonetic = true;
    },
    text(piece) {
      if (inText && !inPhonetic) collected += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      if (tag === 'rPh') inPhonetic = false;
    },
    take() {
      const text = unescapeText(collected);
      collected = '';
      return text;
    },
  };
}

function readStrings(xml: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  const collector = textCollector();
  readXml(xml, {
    ...collector,
    close(tag) {
      collector.close?.(tag);
      if (tag === 'si') strings.push(collector.take());
    },
  });
  return strings;
}

function readFormats(xml: Uint8Array | undefined): readonly string[] {
  const custom = new Map<number, string>();
  const formats: string[] = [];
  if (xml === undefined) return formats;
  let inCells = false;
  readXml(xml, {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'numFmt' && formatCode !== undefined) custom.set(Number(numFmtId), formatCode);
      if (tag === 'xf' && inCells)
        formats.push(custom.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId)));
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
