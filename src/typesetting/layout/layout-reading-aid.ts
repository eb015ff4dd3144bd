/**
 * Takes a reading aid, gives a framed box for each character with its reading below, in groups of four; a row is broken
 * only between groups.
 */

import { type Length, scale } from '../../units.js';
import type { ReadingAidBox } from '../style/box.js';
import type { Style } from '../style/style.js';
import { ARTIFACT, type Item } from './block.js';
import { checkBox } from './check-box.js';
import { marginOf } from './collapse-margins.js';
import { decorateBox } from './decorate-box.js';
import { fits } from './fits.js';
import type { Flow, LinePart, Part } from './fragment.js';
import type { InlineLine } from './inline/inline-line.js';
import { layoutInline } from './inline/layout-inline.js';
import { measureInline } from './inline/measure-inline.js';
import type { LayoutContext } from './layout-context.js';
import { widerThanContainer } from './misfits.js';
import { acrossBlock, insetsOf, resolveMargin } from './used-lengths.js';

const GROUP = 4;
/** Box width: room for the character, and for a reading of this many characters (ダブリュー大 takes two lines). */
const BOX_OF_CHARACTER = 1.5;
const BOX_OF_READING = 4.2;
/** The box width down to which one row is better than two. */
const COMFORTABLE = 1.3;
/** The narrowest box that still frames its character. */
const NARROWEST = 1.1;
const BOX_HEIGHT = 1.4;
/** Of the box width. */
const GROUP_GAP = 0.4;
/** Of the reading's font size. */
const READING_GAP = 0.25;
const ROW_GAP = 0.8;
/** Of the character's font size. */
const STROKE = 0.04;
const RADIUS = 0.1;

interface Measures {
  readonly box: Length;
  readonly gap: Length;
  readonly groupsInRow: number;
}

type Character = ReadingAidBox['characters'][number];

export function layoutReadingAid(box: ReadingAidBox, containing: Length, context: LayoutContext): Flow {
  const { style, characters } = box;
  const insets = insetsOf(style, containing);
  const across = acrossBlock(style, containing, insets);
  const width = across.width - insets.left - insets.right;
  const measures = measureBoxes(box, width, context);
  const parts: Part[] = [...checkBox(box, containing, across)];
  const narrowest = narrowestGroup(box);
  if (!fits(narrowest, width)) {
    parts.push({ kind: 'problem', problem: widerThanContainer(narrowest, width, box.place) });
  }
  let y = insets.top;
  let baseline: Length | undefined;
  const rowLength = measures.groupsInRow * GROUP;
  for (let first = 0; first < characters.length; first += rowLength) {
    if (first > 0) {
      const start = y + scale(box.readingStyle.fontSize, ROW_GAP);
      parts.push({ kind: 'cut', cut: { end: y, start, kind: 'avoid', lastResort: true } });
      y = start;
    }
    const row = placeRow(box, characters.slice(first, first + rowLength), measures, context);
    parts.push({ ...row.part, x: insets.left, y, anchor: y });
    baseline ??= y + row.baseline;
    y += row.height;
  }
  const height = y + insets.bottom;
  return {
    fragment: {
      width: across.width,
      height,
      decorations: decorateBox(style, across.width, height),
      parts,
      breakInside: style.breakInside,
      ...(baseline === undefined ? {} : { baseline }),
    },
    x: across.x,
    top: marginOf(resolveMargin(style.marginTop, containing)),
    bottom: marginOf(resolveMargin(style.marginBottom, containing)),
    through: false,
    breakBefore: style.breakBefore,
    breakAfter: style.breakAfter,
  };
}

/** The widths between which a reading aid sets itself: one group with the narrowest boxes, all in one row. */
export function measureReadingAid(box: ReadingAidBox): { readonly min: Length; readonly max: Length } {
  const width = naturalBox(box);
  const groups = Math.ceil(box.characters.length / GROUP);
  return {
    min: narrowestGroup(box),
    max: box.characters.length * width + Math.max(groups - 1, 0) * scale(width, GROUP_GAP),
  };
}

function naturalBox({ style, readingStyle }: ReadingAidBox): Length {
  return Math.max(scale(style.fontSize, BOX_OF_CHARACTER), scale(readingStyle.fontSize, BOX_OF_READING));
}

const narrowestGroup = ({ style, characters }: ReadingAidBox): Length =>
  Math.min(characters.length, GROUP) * scale(style.fontSize, NARROWEST);

function measureBoxes(aid: ReadingAidBox, width: Length, context: LayoutContext): Measures {
  const { length } = aid.characters;
  const inGroup = Math.max(Math.min(length, GROUP), 1);
  const widest = Math.min(naturalBox(aid), Math.floor(width / inGroup));
  const box = Math.max(oneRowBox(aid, width, context) ?? widest, scale(aid.style.fontSize, NARROWEST));
  const gap = scale(box, GROUP_GAP);
  const groupsInRow = Math.max(Math.floor((width + gap) / (GROUP * box + gap)), 1);
  return { box, gap, groupsInRow };
}

/** Boxes somewhat narrower than usual, where these put all characters into one row and hold every reading in one line. */
function oneRowBox(aid: ReadingAidBox, width: Length, context: LayoutContext): Length | undefined {
  const { characters } = aid;
  const gaps = Math.max(Math.ceil(characters.length / GROUP) - 1, 0) * GROUP_GAP;
  const box = Math.floor(width / (characters.length + gaps));
  if (box >= naturalBox(aid) || box < scale(aid.style.fontSize, COMFORTABLE)) return undefined;
  const readings = new Set(characters.map(({ reading }) => reading));
  return [...readings].every((reading) => widthOf(reading, aid, context) <= box) ? box : undefined;
}

function widthOf(text: string, aid: ReadingAidBox, context: LayoutContext): Length {
  const { role, place, readingStyle: style } = aid;
  return text === '' ? 0 : measureInline([{ kind: 'text', text, style, role, place }], style, context).max;
}

function placeRow(
  aid: ReadingAidBox,
  characters: readonly Character[],
  { box, gap }: Measures,
  context: LayoutContext,
): { readonly part: LinePart; readonly height: Length; readonly baseline: Length } {
  const frames: Item[] = [];
  const items: Item[] = [];
  const boxHeight = scale(aid.style.fontSize, BOX_HEIGHT);
  const below = boxHeight + scale(aid.readingStyle.fontSize, READING_GAP);
  let height = below;
  let baseline: Length = boxHeight;
  for (const [index, { base, reading }] of characters.entries()) {
    const x = index * box + Math.floor(index / GROUP) * gap;
    frames.push(frameCharacter(aid.style, x, box, boxHeight));
    const [line] = layoutCentred(base, aid, aid.characterStyle, box, context);
    if (line) {
      const y = Math.round((boxHeight - line.height) / 2);
      items.push(...line.items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })));
      baseline = y + line.baseline;
    }
    let y = below;
    for (const readingLine of layoutCentred(reading, aid, aid.readingStyle, box, context)) {
      const top = y;
      items.push(...readingLine.items.map((item) => ({ ...item, x: item.x + x, y: item.y + top })));
      y += readingLine.height;
    }
    height = Math.max(height, y);
  }
  // Frames first, so that the characters are one piece of text between no decoration.
  const row = [...frames, ...items];
  return {
    part: { kind: 'line', x: 0, y: 0, anchor: 0, content: { items: row, links: [] } },
    height,
    baseline,
  };
}

function frameCharacter(style: Style, x: Length, width: Length, height: Length): Item {
  const stroke = scale(style.fontSize, STROKE);
  return {
    kind: 'frame',
    role: ARTIFACT,
    x,
    y: 0,
    width,
    height,
    stroke,
    radius: scale(style.fontSize, RADIUS),
    color: style.color,
  };
}

const layoutCentred = (
  text: string,
  { role, place }: ReadingAidBox,
  style: Style,
  width: Length,
  context: LayoutContext,
): readonly InlineLine[] =>
  text === '' ? [] : layoutInline([{ kind: 'text', text, style, role, place }], style, width, context);
