/**
 * Takes a section that was laid out and what some of its leaves hold instead, gives the strip of the section with these: the
 * same lines stand at the same places, some with other words in them. Undefined where other words take other room.
 */

import type { Length } from '../../units.js';
import type { RoleNode, SectionBox } from '../style/box.js';
import type { Block, Cut, Heading, LineContent, NamedString } from './block.js';
import type { Flow, Part, Stack } from './fragment.js';
import type { LayoutContext } from './layout-context.js';
import { layoutSection } from './layout-section.js';
import type { LeafTrace, Question } from './leaf-trace.js';

/** A section laid out, with what was asked of its leaves. */
export interface Cast {
  readonly block: Block;
  /** By what the leaf holds. */
  readonly questions: ReadonlyMap<object, readonly Question[]>;
}

/** What a leaf holds instead of `from`, and those of its structure nodes that are not what they were. */
export interface LeafChange {
  readonly from: object;
  readonly to: object;
  readonly roles: ReadonlyMap<number, RoleNode>;
}

/** Undefined where the section has texts that no leaf tells alone. Throws as layoutSection does. */
export function castSection(
  box: SectionBox,
  width: Length,
  context: LayoutContext,
): { readonly block: Block; readonly cast: Cast | undefined } {
  const trace: LeafTrace = { questions: [], beyondLeaves: false };
  const block = layoutSection(box, width, { ...context, trace });
  const questions = new Map<object, Question[]>();
  for (const question of trace.questions) {
    const { held } = question;
    const known = questions.get(held);
    if (known === undefined) questions.set(held, [question]);
    else known.push(question);
  }
  const clear = !trace.beyondLeaves && isEachLineOnce(block) && isEachStringOfOne(trace.questions);
  return { block, cast: clear ? { block, questions } : undefined };
}

const isSameString = (one: Omit<NamedString, 'y'>, other: Omit<NamedString, 'y'>): boolean =>
  one.name === other.name && one.value === other.value;

/** Where two leaves give a string the same value, none can tell which of them the strip has it from. */
function isEachStringOfOne(questions: readonly Question[]): boolean {
  const told = questions.flatMap((question) =>
    question.kind !== 'announced'
      ? []
      : question.answer.flatMap((part) => (part.kind === 'string' ? [{ ...part, by: question.held }] : [])),
  );
  return told.every((one) => told.every((other) => one.by === other.by || !isSameString(one, other)));
}

/** Paragraphs that are equal may share their lines; what changes in one must not change the other. */
function isEachLineOnce(block: Block): boolean {
  const lines = withAbsolutes(block).flatMap((each) => each.lines);
  return new Set(lines.map(({ content }) => content)).size === lines.length;
}

/** What other words change in a strip. */
interface Differences {
  /** The strip and all absolute blocks in it. */
  readonly blocks: readonly Block[];
  readonly roles: Map<number, RoleNode>;
  readonly lines: Map<LineContent, LineContent>;
  readonly headings: Map<Heading, Heading>;
  readonly strings: Map<NamedString, NamedString>;
}

/** Throws ProblemError as layoutSection does, at places of the section that the cast was made of. */
export function recastSection({ block, questions }: Cast, changes: readonly LeafChange[]): Block | undefined {
  const found: Differences = {
    blocks: withAbsolutes(block),
    roles: new Map(),
    lines: new Map(),
    headings: new Map(),
    strings: new Map(),
  };
  for (const { from, to, roles } of changes) {
    for (const [index, node] of roles) found.roles.set(index, node);
    for (const question of questions.get(from) ?? []) {
      if (!compare(question, to, found)) return undefined;
    }
  }
  // What stands in a table's head is painted again on other pages.
  const repeated = block.cuts.flatMap(({ repeat }) => repeat?.lines ?? []);
  if (repeated.some(({ content }) => found.lines.has(content))) return undefined;
  const roles =
    found.roles.size === 0 ? block.roles : block.roles.map((node, at) => found.roles.get(at) ?? node);
  return changed(block, roles, found);
}

const withAbsolutes = (block: Block): readonly Block[] => [
  block,
  ...block.absolutes.flatMap((absolute) => withAbsolutes(absolute.block)),
];

function compare(question: Question, to: object, found: Differences): boolean {
  // The same leaf holds the same kind of thing.
  const held = to as never;
  switch (question.kind) {
    case 'lines':
      return compareStacks(question.answer, question.ask(held), found);
    case 'aid':
      return compareFlows(question.answer, question.ask(held), found);
    case 'announced':
      return compareTexts(question.answer, question.ask(held), found);
    case 'measure':
    case 'measure-aid': {
      const { min, max } = question.ask(held);
      return min === question.answer.min && max === question.answer.max;
    }
  }
}

const compareStacks = (before: Stack, now: Stack, found: Differences): boolean =>
  before.height === now.height &&
  before.baseline === now.baseline &&
  before.empty === now.empty &&
  compareLines(before.parts, now.parts, found);

const compareFlows = ({ fragment: before }: Flow, { fragment: now }: Flow, found: Differences): boolean =>
  before.width === now.width &&
  before.height === now.height &&
  before.baseline === now.baseline &&
  compareLines(before.parts, now.parts, found);

/** The same lines and cuts, one by one. What complains of anything is left to a layout of its own. */
function compareLines(before: readonly Part[], now: readonly Part[], { lines }: Differences): boolean {
  return (
    before.length === now.length &&
    before.every((old, index) => {
      const part = now[index];
      if (old.kind === 'line' && part?.kind === 'line') {
        lines.set(old.content, part.content);
        return old.x === part.x && old.y === part.y && old.anchor === part.anchor;
      }
      return old.kind === 'cut' && part?.kind === 'cut' && isSameCut(old.cut, part.cut);
    })
  );
}

const isSameCut = (one: Omit<Cut, 'repeat'>, other: Omit<Cut, 'repeat'>): boolean =>
  one.end === other.end &&
  one.start === other.start &&
  one.kind === other.kind &&
  one.lastResort === other.lastResort;

function compareTexts(before: readonly Part[], now: readonly Part[], found: Differences): boolean {
  return (
    before.length === now.length &&
    before.every((old, index) => {
      const part = now[index];
      if (old.kind === 'heading' && part?.kind === 'heading') {
        for (const heading of found.blocks.flatMap(({ headings }) => headings)) {
          if (heading.role === old.role) found.headings.set(heading, { ...heading, text: part.text });
        }
        return true;
      }
      if (old.kind === 'string' && part?.kind === 'string' && old.name === part.name) {
        for (const string of found.blocks.flatMap(({ strings }) => strings)) {
          if (isSameString(string, old)) found.strings.set(string, { ...string, value: part.value });
        }
        return true;
      }
      return false;
    })
  );
}

function changed(block: Block, roles: Block['roles'], found: Differences): Block {
  const { lines, headings, strings } = found;
  return {
    ...block,
    roles,
    lines: block.lines.map((line) => {
      const content = lines.get(line.content);
      return content === undefined ? line : { ...line, content };
    }),
    headings: block.headings.map((heading) => headings.get(heading) ?? heading),
    strings: block.strings.map((string) => strings.get(string) ?? string),
    absolutes: block.absolutes.map((absolute) => ({
      ...absolute,
      block: changed(absolute.block, roles, found),
    })),
    like: block,
  };
}
