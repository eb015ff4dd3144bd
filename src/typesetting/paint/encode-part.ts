/** Takes a placed block, gives what it paints as a content stream of its own, and what that stream names. */

import { hash } from 'node:crypto';
import { constants, deflateSync } from 'node:zlib';
import type { PlacedBlock } from '../layout/page.js';
import { headingsOf, linesOf } from '../layout/slice.js';
import type { EncodedPart, PartLink } from './encoded-page.js';
import type { PaintedPart } from './painting.js';
import type { PartSurroundings } from './part-surroundings.js';

/** Bytes. A line at the foot of a page takes longer to deflate than to lay out. */
const WORTH_DEFLATING = 1000;

/** An eighth larger than zlib's usual level makes it, in three fifths of the time. */
const FASTEST = { level: constants.Z_BEST_SPEED };

/** `painted` is what the block was painted as, at the same place. */
export function encodePart(
  placed: PlacedBlock,
  surroundings: PartSurroundings,
  painted: PaintedPart,
): EncodedPart {
  const { operators, faces, images, marks } = painted;
  const plain = Buffer.from(operators, 'latin1');
  const deflated = plain.length >= WORTH_DEFLATING;
  // A part is kept: what zlib gives holds on to the sixteen kilobytes that it was written in.
  const content = deflated ? new Uint8Array(deflateSync(plain, FASTEST)) : plain;
  return {
    content,
    deflated,
    digest: hash('sha256', content, 'base64'),
    faces,
    images,
    links: links(placed, surroundings),
    headings: headingsOf(placed).map(({ level, text, y }) => ({
      level,
      text,
      y: placed.y + y - placed.from,
    })),
    marks,
  };
}

function links(placed: PlacedBlock, { firstMark }: PartSurroundings): readonly PartLink[] {
  return linesOf(placed).flatMap((line) =>
    line.content.links.map(({ x, y, width, height, href, role }) => ({
      x: placed.x + line.x + x,
      y: placed.y + line.y + y - placed.from,
      width,
      height,
      href,
      ...(firstMark === undefined || role < 0 ? {} : { node: role }),
    })),
  );
}
