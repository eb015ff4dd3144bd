/**
 * Takes what `@page` says about its margin boxes, gives them laid out and placed in the page's margins (CSS Paged Media 3
 * §5). Each is one line as wide as its content; boxes that would run into each other are refused.
 */

import type { Problem } from '../../problem.js';
import type { Length } from '../../units.js';
import type { BlockBox } from '../style/box.js';
import type { ContentPart, MarginBox, PageStyle } from '../style/page-style.js';
import { ARTIFACT, type Block } from './block.js';
import { fits } from './fits.js';
import { flattenFragment } from './flatten-fragment.js';
import type { FlowContext } from './flow-context.js';
import type { LaidMarginBox } from './laid-margin-box.js';
import { crowdedMargin } from './misfits.js';
import type { PlacedBlock } from './page.js';

export interface PageCounters {
  readonly page: number;
  readonly pages: number;
}

export interface PlacedMarginBoxes {
  readonly placed: readonly PlacedBlock[];
  readonly problems: readonly Problem[];
}

export function placeMarginBoxes(
  style: PageStyle,
  counters: PageCounters,
  strings: ReadonlyMap<string, string>,
  context: FlowContext,
): PlacedMarginBoxes {
  const placed: PlacedBlock[] = [];
  const problems: Problem[] = [];
  for (const edge of ['top', 'bottom'] as const) {
    const room = edge === 'top' ? style.marginTop : style.marginBottom;
    const top = edge === 'top' ? 0 : style.height - style.marginBottom;
    /** Where the box before ends. */
    let taken = style.marginLeft;
    for (const side of ['left', 'center', 'right'] as const) {
      const box = style.marginBoxes.find(({ name }) => name === `${edge}-${side}`);
      const text = box ? contentText(box.content, counters, strings) : '';
      if (!box || text === '') continue;
      const layOut = () => layoutMarginBox(box, text, context);
      const { block, problems: inside } = context.marginBoxes?.(box, text, layOut) ?? layOut();
      const x = leftEdge(side, block.width, style);
      problems.push(...inside);
      const over = Math.max(taken - x, x + block.width - (style.width - style.marginRight));
      if (!fits(over, 0)) problems.push(crowdedMargin(box, 'across', over));
      if (!fits(block.height, room)) problems.push(crowdedMargin(box, 'down', block.height - room));
      const y = top + inRoom(box, room - block.height);
      placed.push({ block, x, y, from: 0, to: block.height, margin: edge });
      taken = Math.max(taken, x + block.width);
    }
  }
  return { placed, problems };
}

function leftEdge(side: 'left' | 'center' | 'right', width: Length, page: PageStyle): Length {
  const free = page.width - page.marginLeft - page.marginRight - width;
  if (side === 'left') return page.marginLeft;
  return page.marginLeft + (side === 'center' ? Math.floor(free / 2) : free);
}

/** `baseline` is what `vertical-align` says initially; margin boxes are centred unless they say otherwise. */
function inRoom({ style: { verticalAlign } }: MarginBox, free: Length): Length {
  if (verticalAlign === 'top') return 0;
  return verticalAlign === 'bottom' ? free : Math.floor(free / 2);
}

function contentText(
  parts: readonly ContentPart[],
  counters: PageCounters,
  strings: ReadonlyMap<string, string>,
): string {
  return parts.map((part) => partText(part, counters, strings)).join('');
}

function partText(part: ContentPart, counters: PageCounters, strings: ReadonlyMap<string, string>): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'counter':
      return String(counters[part.counter]);
    case 'string':
      // A string that nothing has set yet is empty (CSS GCPM 3 §1.2).
      return strings.get(part.name) ?? '';
  }
}

function layoutMarginBox({ style, place }: MarginBox, text: string, context: FlowContext): LaidMarginBox {
  const base = { role: ARTIFACT, place } as const;
  const box: BlockBox = {
    ...base,
    kind: 'block',
    style,
    content: 'inlines',
    children: [{ ...base, kind: 'text', style, text }],
  };
  const width = context.measureBox(box).max;
  const { fragment } = context.layoutBox(box, width, true);
  const { problems, ...content } = flattenFragment(fragment, 0, []);
  const block: Block = {
    ...content,
    width,
    roles: [],
    breakBefore: 'auto',
    breakAfter: 'auto',
    marginTop: 0,
    marginBottom: 0,
  };
  return { block, problems };
}
