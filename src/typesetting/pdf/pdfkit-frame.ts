/**
 * Takes a language and perhaps a password, gives what PDFKit writes of a file without pages: header, catalog, and what
 * locks it. The only module that knows PDFKit.
 *
 * PDFKit's pages, fonts and pictures are not used: what comes by the hundred is written by `PdfFile`. What is used of it
 * without being documented (pdfkit 0.20.2): `_root`, `_info`, `_security`, `_finalize`, `endMetadata`, `info`, and that an
 * object is written as `1 0 obj`, its value and `endobj` on lines of their own. `pdfkit-frame.test.ts` watches each.
 */

import PDFDocument from 'pdfkit';
import { sure } from '../../problem.js';
import type { Protection } from './protection.js';

export interface PdfkitFrame {
  readonly header: Uint8Array;
  /** The values of the objects from number 1 on, as syntax in Latin-1. */
  readonly objects: readonly string[];
  /** Numbers of the objects that are filled in later: the catalog's own entries remain. */
  readonly catalog: number;
  readonly pages: number;
  readonly info: number;
  readonly lock?: Lock;
}

export interface Lock {
  /** The number of the encryption dictionary. */
  readonly dictionary: number;
  /** Of a string or stream, whatever its object: each result begins with a chance of its own. */
  encrypt(bytes: Uint8Array): Uint8Array;
}

interface Reference {
  readonly id: number;
  data: Record<string, unknown>;
}

interface Internals {
  readonly _root: Reference;
  readonly _info: Reference;
  readonly _security: null | {
    readonly dictionary: Reference;
    getEncryptFn(object: number, generation: number): (bytes: Uint8Array) => Uint8Array;
  };
  info: Record<string, unknown>;
  read(): Uint8Array | null;
  _finalize(): void;
  endMetadata(): void;
  end(): void;
}

/** To print, and to be read aloud. */
const PERMISSIONS = { printing: 'highResolution', contentAccessibility: true } as const;

export function pdfkitFrame(lang: string, protection?: Protection): PdfkitFrame {
  const document = new PDFDocument({
    // Only this version has AES with 256 bits: revision 5, Adobe's extension level 3.
    pdfVersion: protection === undefined ? '1.7' : '1.7ext3',
    ...(protection !== undefined && { userPassword: protection.password, permissions: PERMISSIONS }),
    compress: false,
    autoFirstPage: false,
    // Not even the default font: Helvetica would not be embedded.
    font: '',
    lang,
    displayTitle: true,
  }) as unknown as Internals;
  const { data } = document._root;
  const pages = data.Pages as Reference;
  const preferences = data.ViewerPreferences as Reference;
  // What is laid out in millimetres, an address in its window, must not be scaled to the printer's margins.
  preferences.data.PrintScaling = 'None';
  if (protection !== undefined) data.Extensions = { ADBE: { BaseVersion: '1.7', ExtensionLevel: 3 } };
  document.info = {};
  // Metadata and the table of objects are those of the whole file.
  document.endMetadata = () => undefined;
  document._finalize = () => undefined;
  const header = sure(document.read(), 'header');
  document.end();
  const written = Buffer.from(sure(document.read(), 'objects')).toString('latin1');
  const objects: string[] = [];
  for (const [, number, value = ''] of written.matchAll(/(\d+) 0 obj\n(.*?)\nendobj\n/gs))
    objects[Number(number) - 1] = value;
  const { _security } = document;
  return {
    header,
    objects,
    catalog: document._root.id,
    pages: pages.id,
    info: document._info.id,
    ...(_security !== null && {
      lock: {
        dictionary: _security.dictionary.id,
        // A key of 256 bits is that of every object.
        encrypt: (bytes) => _security.getEncryptFn(0, 0)(bytes),
      },
    }),
  };
}
