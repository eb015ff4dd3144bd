/** Takes the blocks of a document and its page styles, gives the pages (CSS Fragmentation 3, CSS Paged Media 3). */

import { type Problem, ProblemError, refuse } from '../../problem.js';
import type { Length } from '../../units.js';
import type { PageStyle, PageStyles } from '../style/page-style.js';
import type { Block } from './block.js';
import { fillPages, type Piece } from './fill-pages.js';
import { findPiece } from './find-piece.js';
import { joinStrips, type Strip } from './join-strips.js';
import { createFlowContext } from './layout-box.js';
import type { LayoutContext } from './layout-context.js';
import type { Page, PlacedBlock } from './page.js';
import { placeAbsolutes } from './place-absolutes.js';
import { placeMarginBoxes } from './place-margin-boxes.js';
import { runningStrings } from './running-strings.js';

/** A book has as many; a document of more is a slip such as a page break in every cell. */
const MOST_PAGES = 2000;

const tooManyPages = (pages: number): Omit<Problem, 'severity'> => ({
  code: 'layout/too-many-pages',
  message: {
    ja: `${pages}ページになります。一つの文書は${MOST_PAGES}ページまでです。`,
    en: `It comes to ${pages} pages; one document may have ${MOST_PAGES}.`,
  },
  hint: {
    ja: '改ページの指定（break-before など）と、繰り返しを見直してください。',
    en: 'Look at page breaks (break-before and the like) and at what is repeated.',
  },
});

/** @throws ProblemError with everything that fits no page or leaves it, and margin boxes that run into each other. */
export function paginate(
  blocks: readonly Block[],
  pages: PageStyles,
  context: LayoutContext,
): readonly Page[] {
  const styleOf = (page: number): PageStyle => (page === 0 ? pages.first : pages.rest);
  const strip = joinStrips(blocks);
  const { pieces, problems } = fillPages(strip, (page) => textHeight(styleOf(page)));
  if (pieces.length > MOST_PAGES) refuse(tooManyPages(pieces.length));
  const flow = createFlowContext(context);
  const strings = runningStrings(strip, pieces);
  const absolutes = placeAbsolutes(strip, pieces, styleOf);
  const found: Problem[] = [...problems, ...absolutes.problems];
  const result = pieces.map((piece, index): Page => {
    const style = styleOf(index);
    const counters = { page: index + 1, pages: pieces.length };
    const margins = placeMarginBoxes(style, counters, strings[index] ?? new Map(), flow);
    found.push(...margins.problems);
    return {
      width: style.width,
      height: style.height,
      placed: [...placeStrip(strip, pieces, index, style), ...(absolutes.placed[index] ?? [])],
      furniture: [...placeHead(piece, style), ...margins.placed],
    };
  });
  if (found.length > 0) throw new ProblemError(found);
  return result;
}

function textHeight({ height, marginTop, marginBottom }: PageStyle): Length {
  return height - marginTop - marginBottom;
}

function placeHead({ head }: Piece, { marginLeft, marginTop }: PageStyle): readonly PlacedBlock[] {
  return head ? [{ block: head, x: marginLeft, y: marginTop, from: 0, to: head.height }] : [];
}

/** The part of every block that lies within the piece; what a block without height holds stands where the block stands. */
function placeStrip(
  strip: Strip,
  pieces: readonly Piece[],
  index: number,
  style: PageStyle,
): readonly PlacedBlock[] {
  const piece = pieces[index] as Piece;
  const placed: PlacedBlock[] = [];
  const top = style.marginTop + (piece.head?.height ?? 0);
  for (const part of strip.blocks) {
    const { block, top: blockTop } = part;
    const from = Math.max(piece.from - blockTop, 0);
    const to = Math.min(piece.to - blockTop, block.height);
    const flat = block.height === 0 && (block.lines.length > 0 || block.decorations.length > 0);
    if (to > from || (flat && findPiece(pieces, blockTop, part) === index)) {
      const start = Math.min(from, block.height);
      placed.push({
        block,
        x: style.marginLeft,
        y: top + blockTop + start - piece.from,
        from: start,
        to: Math.max(to, start),
      });
    }
  }
  return placed;
}
