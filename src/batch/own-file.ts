/** Takes the path of an existing file, says whether annai wrote it and nobody has changed it since. */

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const PRODUCERS = [
  Buffer.from('<pdf:Producer>annai (PDFKit)</pdf:Producer>'),
  // Of a locked file.
  Buffer.from('\n%annai (PDFKit)\nstartxref\n'),
];
const END = Buffer.from('%%EOF');

/** What a program adds to a PDF (notes, a signature) it appends: then there is a second end. */
export function isOwnPdf(path: string): boolean {
  const bytes = readFileSync(path);
  const end = bytes.indexOf(END);
  return (
    PRODUCERS.some((producer) => bytes.includes(producer)) && end >= bytes.length - END.length - 2 && end >= 0
  );
}

/** `tables`: with one of them every table of this kind begins. */
export const isOwnTable = (path: string, tables: readonly string[]): boolean =>
  tables.some((head) => {
    const wanted = Buffer.from(head);
    return beginning(path, wanted.length).equals(wanted);
  });

/** As many bytes, or as the file has. */
export function beginning(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(length);
    return start.subarray(0, readSync(file, start, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
