/** Takes a tree of fragments, gives its decorations, lines, cuts and marks in the coordinates of the whole. */

import type { Problem } from '../../problem.js';
import type { Length } from '../../units.js';
import type { RoleNode } from '../style/box.js';
import type { Absolute, Block, Heading, Item, NamedString, PlacedLine } from './block.js';
import type { AbsolutePart, Fragment, Part } from './fragment.js';
import { breakInsideWhole } from './misfits.js';
import { type FoundCut, settleCuts } from './settle-cuts.js';

export interface Flattened
  extends Pick<Block, 'height' | 'decorations' | 'lines' | 'cuts' | 'headings' | 'strings' | 'absolutes'> {
  readonly problems: readonly Problem[];
}

type Inside = Fragment['breakInside'];

/** What the walk through the tree gathers. */
interface Galley {
  readonly roles: readonly RoleNode[];
  readonly decorations: Item[];
  readonly lines: PlacedLine[];
  readonly cuts: FoundCut[];
  readonly headings: Heading[];
  readonly strings: NamedString[];
  readonly absolutes: Absolute[];
  readonly problems: Problem[];
  /** A table's head serves all the table's cuts. */
  readonly heads: Map<Fragment, Block>;
}

type CutPart = Extract<Part, { kind: 'cut' }>;

export function flattenFragment(fragment: Fragment, x: Length, roles: readonly RoleNode[]): Flattened {
  const galley: Galley = {
    roles,
    decorations: [],
    lines: [],
    cuts: [],
    headings: [],
    strings: [],
    absolutes: [],
    problems: [],
    heads: new Map(),
  };
  addFragment(galley, fragment, x, 0, 'auto');
  const { decorations, lines, headings, strings, absolutes, problems } = galley;
  return {
    height: fragment.height,
    decorations,
    lines,
    cuts: settleCuts(
      galley.cuts,
      lines.map(({ anchor }) => anchor),
    ),
    headings,
    strings,
    absolutes,
    problems,
  };
}

function addFragment(galley: Galley, fragment: Fragment, x: Length, y: Length, around: Inside): void {
  for (const item of fragment.decorations) galley.decorations.push({ ...item, x: item.x + x, y: item.y + y });
  const inside = strictest(around, fragment.breakInside);
  for (const part of fragment.parts) addPart(galley, part, x, y, inside);
}

function addPart(galley: Galley, part: Part, x: Length, y: Length, inside: Inside): void {
  switch (part.kind) {
    case 'fragment':
      addFragment(galley, part.fragment, x + part.x, y + part.y, inside);
      break;
    case 'line':
      galley.lines.push({ content: part.content, x: x + part.x, y: y + part.y, anchor: y + part.anchor });
      break;
    case 'cut':
      if (inside !== 'whole') addCut(galley, part, x, y, inside);
      else if (part.cut.kind === 'forced') galley.problems.push(breakInsideWhole(part.cut.place));
      break;
    case 'heading':
      galley.headings.push({ level: part.level, text: part.text, y: y + part.y, role: part.role });
      break;
    case 'string':
      galley.strings.push({ name: part.name, value: part.value, y: y + part.y });
      break;
    case 'absolute':
      addAbsolute(galley, part, y + part.y);
      break;
    case 'problem':
      galley.problems.push(part.problem);
      break;
  }
}

function addAbsolute(galley: Galley, part: AbsolutePart, anchor: Length): void {
  const block = { ...standingAlone(galley, part.fragment, 0), place: part.place };
  galley.absolutes.push({ anchor, horizontal: part.horizontal, vertical: part.vertical, block });
  // Headers and footers hear of what is named in the flow alone.
  for (const string of block.strings) galley.strings.push({ ...string, y: anchor });
}

function addCut(galley: Galley, { cut, repeat }: CutPart, x: Length, y: Length, inside: Inside): void {
  const kind = inside === 'avoid' && cut.kind === 'allowed' ? 'avoid' : cut.kind;
  const moved = { ...cut, end: cut.end + y, start: cut.start + y, kind };
  const after = galley.lines.length;
  galley.cuts.push({
    cut: repeat ? { ...moved, repeat: headBlock(galley, repeat, x) } : moved,
    after,
  });
}

function headBlock(galley: Galley, head: Fragment, x: Length): Block {
  const known = galley.heads.get(head);
  if (known) return known;
  // What stands in a head has its Problems, links and marks where it stands first.
  const block = standingAlone({ ...galley, problems: [] }, head, x);
  galley.heads.set(head, block);
  return block;
}

/** A fragment as a block that no cut, break or margin of its surroundings touches. */
function standingAlone(galley: Galley, fragment: Fragment, x: Length): Block {
  const { problems, ...content } = flattenFragment(fragment, x, galley.roles);
  galley.problems.push(...problems);
  return {
    ...content,
    width: x + fragment.width,
    roles: galley.roles,
    breakBefore: 'auto',
    breakAfter: 'auto',
    marginTop: 0,
    marginBottom: 0,
  };
}

function strictest(around: Inside, own: Inside): Inside {
  if (around === 'whole' || own === 'whole') return 'whole';
  return around === 'avoid' || own === 'avoid' ? 'avoid' : 'auto';
}
