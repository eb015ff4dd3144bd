/** Takes the absolute blocks of the sections, gives them placed from the edges of the page on which their anchor falls. */

import type { Problem } from '../../problem.js';
import type { PageStyle } from '../style/page-style.js';
import type { Absolute } from './block.js';
import type { Piece } from './fill-pages.js';
import { findPiece } from './find-piece.js';
import { fits } from './fits.js';
import type { Strip } from './join-strips.js';
import { offThePage } from './misfits.js';
import type { PlacedBlock } from './page.js';

export interface PlacedAbsolutes {
  /** For each page. */
  readonly placed: readonly (readonly PlacedBlock[])[];
  readonly problems: readonly Problem[];
}

export function placeAbsolutes(
  strip: Strip,
  pieces: readonly Piece[],
  styleOf: (page: number) => PageStyle,
): PlacedAbsolutes {
  const placed = pieces.map((): PlacedBlock[] => []);
  const problems: Problem[] = [];
  for (const section of strip.blocks) {
    for (const absolute of section.block.absolutes) {
      const page = findPiece(pieces, section.top + absolute.anchor, section);
      const style = styleOf(page);
      const block = placeAbsolute(absolute, style);
      const across = Math.max(-block.x, block.x + absolute.block.width - style.width, 0);
      const down = Math.max(-block.y, block.y + absolute.block.height - style.height, 0);
      if (!fits(across, 0) || !fits(down, 0)) problems.push(offThePage(across, down, absolute.block.place));
      placed[page]?.push(block);
    }
  }
  return { placed, problems };
}

function placeAbsolute({ block, horizontal, vertical }: Absolute, page: PageStyle): PlacedBlock {
  return {
    block,
    x: horizontal.from === 'left' ? horizontal.distance : page.width - horizontal.distance - block.width,
    y: vertical.from === 'top' ? vertical.distance : page.height - vertical.distance - block.height,
    from: 0,
    to: block.height,
  };
}
