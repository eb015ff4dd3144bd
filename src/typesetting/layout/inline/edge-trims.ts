/** Takes characters with their blanks, gives what each gives up at the head or the end of a line (CSS Text 4 §8.3, JLREQ 3.1.5 to 3.1.9). */

import { type Length, scale, ZERO } from '../../../units.js';
import type { JlreqClass } from './jlreq-class.js';
import type { Spaced } from './spaced.js';

export interface EdgeTrims {
  /** What cluster i gives up at a line's head: on the first line and after a forced break, and on any other. */
  readonly firstLineTrims: readonly Length[];
  readonly lineStartTrims: readonly Length[];
  /** What cluster i may give up at a line's end, in the order to be tried: the first is how it naturally stands there. */
  readonly lineEndTrims: readonly (readonly Length[])[];
}

const NO_TRIM: readonly Length[] = [ZERO];
const HANGING = /^[、。，．､｡,.﹐﹑﹒]$/;

/** Nothing else gives anything up. */
const MARKS: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'opening-bracket',
  'closing-bracket',
  'full-stop',
  'comma',
  'middle-dot',
]);
/** Full stops and commas, those of Western text too. */
const mayHang = ({ type, cluster: { text, piece } }: Spaced): boolean =>
  piece.style.hangingPunctuation !== 'none' && type !== 'hiragana' && HANGING.test(text);

/** To be filled, character by character. */
export interface OpenEdgeTrims extends EdgeTrims {
  readonly firstLineTrims: Length[];
  readonly lineStartTrims: Length[];
  readonly lineEndTrims: (readonly Length[])[];
}

export const noTrims = (count: number): OpenEdgeTrims => ({
  firstLineTrims: new Array<Length>(count).fill(ZERO),
  lineStartTrims: new Array<Length>(count).fill(ZERO),
  lineEndTrims: new Array<readonly Length[]>(count).fill(NO_TRIM),
});

export function trimEdges(edges: OpenEdgeTrims, i: number, character: Spaced): void {
  const hangs = mayHang(character);
  if (!hangs && !MARKS.has(character.type)) return;
  const [first, other] = startTrims(character);
  edges.firstLineTrims[i] = first;
  edges.lineStartTrims[i] = other;
  const trims = endTrims(character);
  edges.lineEndTrims[i] = hangs ? hung(character, trims) : trims;
}

function startTrims({
  type,
  full,
  blank: { before },
  cluster: {
    piece: { style },
  },
}: Spaced): readonly [Length, Length] {
  if (style.AnnaiSpacing === 'fixed') {
    const trim = type === 'middle-dot' ? before - scale(style.fontSize, 1 / 4) : before;
    return [trim, trim];
  }
  if (type !== 'opening-bracket' || !full) return [ZERO, ZERO];
  switch (style.textSpacingTrim) {
    case 'trim-start':
    case 'trim-both':
      return [before, before];
    case 'space-first':
      return [ZERO, before];
    default:
      return [ZERO, ZERO];
  }
}

function endTrims({
  type,
  full,
  blank: { after },
  cluster: {
    piece: { style },
  },
}: Spaced): readonly Length[] {
  const closes = type === 'closing-bracket' || type === 'full-stop' || type === 'comma';
  if (style.AnnaiSpacing === 'fixed') {
    if (type === 'middle-dot') return [after - scale(style.fontSize, 1 / 4)];
    // Half an em or nothing: no amount between them.
    return closes ? [after - scale(style.fontSize, 1 / 2), after] : NO_TRIM;
  }
  if (!closes || !full) return NO_TRIM;
  switch (style.textSpacingTrim) {
    case 'space-all':
    case 'trim-all':
      return NO_TRIM;
    case 'trim-both':
      return [after];
    default:
      return [ZERO, after];
  }
}

function hung({ cluster, advance }: Spaced, trims: readonly Length[]): readonly Length[] {
  return cluster.piece.style.hangingPunctuation === 'force-end' ? [advance] : [...trims, advance];
}
