/**
 * Takes the inline content of one block as written, gives it with white space collapsed across the boundaries of inline
 * boxes (CSS Text 3 §4.1), line feeds between East Asian characters gone (§4.1.3), and boxes that held nothing else dropped.
 */

import { sure } from '../../problem.js';
import type { InlineLevelBox, TextBox } from './box.js';
import { isAmbiguousSign, isEastAsian } from './east-asian-width.js';

/** What follows another in a line: text still to be collapsed, or something with an edge character of its own. */
type Piece =
  | { readonly kind: 'text'; readonly box: TextBox }
  | { readonly kind: 'thing'; readonly first: string; readonly last: string }
  | { readonly kind: 'break' };

const OBJECT = '\ufffc';

export function collapseWhiteSpace(content: readonly InlineLevelBox[]): readonly InlineLevelBox[] {
  const pieces: Piece[] = [];
  flatten(content, pieces);
  const collapsed = collapse(pieces);
  return rebuild(content, collapsed);
}

function flatten(content: readonly InlineLevelBox[], pieces: Piece[]): void {
  for (const box of content) {
    switch (box.kind) {
      case 'text':
        pieces.push({ kind: 'text', box });
        break;
      case 'inline':
        flatten(box.children, pieces);
        break;
      case 'break':
        pieces.push({ kind: 'break' });
        break;
      case 'ruby':
        pieces.push({
          kind: 'thing',
          first: box.pairs[0]?.base.text ?? OBJECT,
          last: box.pairs.at(-1)?.base.text ?? OBJECT,
        });
        break;
      case 'replaced':
        pieces.push({ kind: 'thing', first: OBJECT, last: OBJECT });
        break;
    }
  }
}

const RUN = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const isBlank = (run: string): boolean => /^[ \t\n\r\f]/.test(run);

/** A run of white space that waits for what comes after it. */
interface Pending {
  /** The box where the run began: a space that remains is its. */
  readonly box: TextBox;
  lineFeeds: number;
}

function collapse(pieces: readonly Piece[]): ReadonlyMap<TextBox, string> {
  const result = new Map<TextBox, string>();
  const append = (box: TextBox, text: string): void => {
    result.set(box, (result.get(box) ?? '') + text);
  };
  let pending: Pending | undefined;
  /** Text before the pending run; undefined at the start of a line, where white space vanishes. */
  let before: string | undefined;
  const settle = (after: string): void => {
    if (pending === undefined) return;
    const { box, lineFeeds } = pending;
    pending = undefined;
    if (before === undefined) return;
    if (lineFeeds === 0 || !vanishes(before, after)) append(box, ' ');
  };
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      pending = undefined;
      before = undefined;
      continue;
    }
    if (piece.kind === 'thing') {
      settle(piece.first);
      before = piece.last;
      continue;
    }
    const { box } = piece;
    for (const run of box.text.match(RUN) ?? []) {
      if (!isBlank(run)) {
        settle(run);
        append(box, run);
        before = run;
        continue;
      }
      const lineFeeds = count(run);
      if (box.style.whiteSpace === 'pre-line' && lineFeeds > 0) {
        pending = undefined;
        before = undefined;
        append(box, '\n'.repeat(lineFeeds));
      } else {
        pending ??= { box, lineFeeds: 0 };
        pending.lineFeeds += lineFeeds;
      }
    }
  }
  return result;
}

function count(run: string): number {
  let lineFeeds = 0;
  for (const character of run) if (character === '\n') lineFeeds += 1;
  return lineFeeds;
}

const ZERO_WIDTH_SPACE = 0x200b;

/** Whether a line feed between the two stands for nothing (between full-width characters), not for a space. */
function vanishes(before: string, after: string): boolean {
  const left = lastCodePoint(before);
  const right = sure(after.codePointAt(0), 'character after white space');
  if (left === ZERO_WIDTH_SPACE || right === ZERO_WIDTH_SPACE) return true;
  // An ambiguous sign counts as full-width next to a full-width character, as in Japanese print (CSS Text 4 §4.3.3).
  if (isEastAsian(left)) return isEastAsian(right) || isAmbiguousSign(right);
  return isEastAsian(right) && isAmbiguousSign(left);
}

/** Variation selectors and combining marks belong to the character before them. */
function lastCodePoint(text: string): number {
  const characters = Array.from(text.slice(-16));
  const last = characters.findLast((character) => !/^\p{M}$/u.test(character)) ?? characters.at(-1);
  return sure(last?.codePointAt(0), 'character before white space');
}

function rebuild(
  content: readonly InlineLevelBox[],
  texts: ReadonlyMap<TextBox, string>,
): readonly InlineLevelBox[] {
  const kept: InlineLevelBox[] = [];
  for (const box of content) {
    if (box.kind === 'text') {
      const text = texts.get(box) ?? '';
      if (text !== '') kept.push(text === box.text ? box : { ...box, text });
    } else if (box.kind === 'inline') {
      kept.push({ ...box, children: rebuild(box.children, texts) });
    } else {
      kept.push(box);
    }
  }
  return kept;
}
