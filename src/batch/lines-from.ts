/** Takes an open text file and a place in it, gives its lines from there on, one at a time. */

import { readSync } from 'node:fs';

const PIECE = 64 * 1024;
const LINE_FEED = 0x0a;

/** What stands behind the last line feed is a line, too. */
export function* linesFrom(file: number, position: number): Generator<string> {
  const piece = Buffer.alloc(PIECE);
  let rest = Buffer.alloc(0);
  for (let at = position; ; ) {
    const length = readSync(file, piece, 0, PIECE, at);
    if (length === 0) break;
    at += length;
    // Cut at line feeds before it is decoded: a character may lie across two pieces.
    const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
    const end = bytes.lastIndexOf(LINE_FEED);
    rest = bytes.subarray(end + 1);
    if (end >= 0) yield* bytes.subarray(0, end).toString('utf8').split('\n');
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
