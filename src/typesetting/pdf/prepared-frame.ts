/** Takes the language of files that nothing locks, gives what PDFKit writes of them as it was prepared; undefined where it was not. */

import { prepared } from '../../prepared.js';
import { type PdfkitFrame, pdfkitFrame } from './pdfkit-frame.js';

interface Kept extends Omit<PdfkitFrame, 'header' | 'lock'> {
  /** Latin-1. */
  readonly header: string;
}

export function preparedFrame(lang: string): PdfkitFrame | undefined {
  const json = prepared(keyOf(lang))?.toString();
  if (json === undefined) return undefined;
  const { header, ...frame } = JSON.parse(json) as Kept;
  return { ...frame, header: Buffer.from(header, 'latin1') };
}

/** What `preparedFrame` looks for. */
export function prepareFrame(lang: string): readonly [key: string, bytes: Uint8Array] {
  const { header, objects, catalog, pages, info } = pdfkitFrame(lang);
  const kept: Kept = { header: Buffer.from(header).toString('latin1'), objects, catalog, pages, info };
  return [keyOf(lang), Buffer.from(JSON.stringify(kept))];
}

const keyOf = (lang: string): string => `frame of ${lang}`;
