/** Takes the path of an existing file, says whether annai wrote it and nobody has changed it since. */

import { readFileSync } from 'node:fs';

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

/** `beginning`: what every table of this kind begins with. */
export function isOwnTable(path: string, beginning: string): boolean {
  const wanted = Buffer.from(beginning);
  return readFileSync(path).subarray(0, wanted.length).equals(wanted);
}
