/**
 * Takes a page of placed blocks, gives it as PDF operators, a part for each block, with what they name: fonts, pictures,
 * links, marks.
 */

import type { Block } from '../layout/block.js';
import type { Page, PlacedBlock } from '../layout/page.js';
import type { RoleNode } from '../style/box.js';
import { encodePart } from './encode-part.js';
import type {
  BaseSubset,
  EncodedHeading,
  EncodedLink,
  EncodedPage,
  EncodedPart,
  Mark,
} from './encoded-page.js';
import { NO_PAINT_MEMORY, type PaintMemory } from './paint-memory.js';
import { paintPart, repaintPart } from './paint-part.js';
import type { PartSurroundings } from './part-surroundings.js';

export function encodePage(
  page: Page,
  sectionOf: (block: Block) => number,
  base: BaseSubset,
  memory: PaintMemory = NO_PAINT_MEMORY,
): EncodedPage {
  const { width, height } = page;
  const parts: EncodedPart[] = [];
  const links: EncodedLink[] = [];
  const headings: EncodedHeading[] = [];
  const marks: Mark[] = [];
  const sections = new Map<number, readonly RoleNode[]>();
  for (const placed of page.furniture) {
    const part = partOf(placed, { pageHeight: height, firstMark: undefined }, base, memory);
    if (part.content.length > 0) parts.push(part);
    for (const link of part.links) links.push(link);
  }
  for (const placed of page.placed) {
    const section = sectionOf(placed.block);
    sections.set(section, placed.block.roles);
    const part = partOf(placed, { pageHeight: height, firstMark: marks.length }, base, memory);
    if (part.content.length > 0) parts.push(part);
    for (const { node, ...link } of part.links) {
      links.push(node === undefined ? link : { ...link, owner: { section, node } });
    }
    for (const heading of part.headings) headings.push(heading);
    for (const mark of part.marks) marks.push({ section, ...mark });
  }
  return { width, height, parts, links, headings, marks, sections };
}

function partOf(
  placed: PlacedBlock,
  surroundings: PartSurroundings,
  base: BaseSubset,
  memory: PaintMemory,
): EncodedPart {
  const { block, x, y, from, to } = placed;
  const spot = `${surroundings.pageHeight} ${x} ${y} ${from} ${to} ${surroundings.firstMark ?? ''}`;
  const { like } = block;
  if (like === undefined) {
    const encode = () => encodePart(placed, surroundings, paintPart(placed, surroundings, base, memory));
    return memory.parts(block, spot, encode);
  }
  const known = memory.paintings(like, spot, () =>
    paintPart({ ...placed, block: like }, surroundings, base, memory),
  );
  return encodePart(placed, surroundings, repaintPart(placed, surroundings, base, memory, known));
}
