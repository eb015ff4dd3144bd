/** Takes a y of the strip, gives the page it falls on; what falls between two pieces goes to the second. */

import type { Length } from '../../units.js';
import type { Piece } from './fill-pages.js';
import type { Strip } from './join-strips.js';

/** `within`: the block that the y belongs to. What hangs below it stays on the page where it ends. */
export function findPiece(pieces: readonly Piece[], y: Length, within: Strip['blocks'][number]): number {
  const page = pieces.findIndex(({ to }) => y < to);
  const end = within.top + within.block.height;
  const last = pieces.findIndex(({ to }) => end <= to);
  const bounds = [page, last].filter((index) => index >= 0);
  return bounds.length === 0 ? pieces.length - 1 : Math.min(...bounds);
}
