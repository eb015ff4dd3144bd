/** Takes measured clusters, gives the spacing of CSS Text 4 §8 between them and at the edges of lines. */

import { type Length, scale, ZERO } from '../../../units.js';
import { autospaceType } from './character-class.js';
import { type JlreqClass, jlreqClass } from './jlreq-class.js';
import { type Cluster, roomOfEdges } from './paragraph.js';
import { isHardBreak } from './resolve-glyphs.js';

/** Between ideographs and Western letters or digits, of the ideograph's size (CSS; JLREQ has 1/4). */
const AUTOSPACE = 1 / 8;

/** Which half of a full-width character is blank: trimming takes that. */
type Blank = 'none' | 'before' | 'after' | 'around';

export interface Spacing {
  readonly gaps: Length[];
  readonly leads: Length[];
  readonly advances: Length[];
  readonly firstLineTrims: readonly Length[];
  readonly lineStartTrims: readonly Length[];
  readonly lineEndTrims: readonly (readonly Length[])[];
}

const NO_TRIM: readonly Length[] = [ZERO];
const HANGING = /^[、。，．､｡,.]$/;

export function setSpacing(clusters: readonly Cluster[], widths: readonly Length[]): Spacing {
  const count = clusters.length;
  const advances = [...widths];
  const gaps = new Array<Length>(count).fill(ZERO);
  const leads = new Array<Length>(count).fill(ZERO);
  const firstLineTrims = new Array<Length>(count).fill(ZERO);
  const lineStartTrims = new Array<Length>(count).fill(ZERO);
  const lineEndTrims = new Array<readonly Length[]>(count).fill(NO_TRIM);
  let before: Cluster | undefined;
  let classBefore: JlreqClass = 'ideograph';
  let blankBefore: Blank = 'none';

  for (const [i, cluster] of clusters.entries()) {
    const { style } = cluster.piece;
    const width = widths[i] ?? ZERO;
    const type = jlreqClass(cluster.codePoint);
    const blank = blankOf(type, width, style.fontSize);
    const half = Math.floor(style.fontSize / 2);
    const trim = style.textSpacingTrim;

    if (trim === 'trim-all' && blank !== 'none') {
      advances[i] = width - half;
      leads[i] = blank === 'before' ? -half : blank === 'around' ? -Math.floor(half / 2) : ZERO;
    } else if (blank === 'before') {
      if (trim === 'trim-start' || trim === 'trim-both') firstLineTrims[i] = half;
      if (trim !== 'normal' && trim !== 'space-all') lineStartTrims[i] = half;
    }
    const trimsEnd = trim !== 'space-all' && trim !== 'trim-all' && blank === 'after';
    if (trimsEnd || (style.hangingPunctuation !== 'none' && HANGING.test(cluster.text))) {
      lineEndTrims[i] = endTrims(cluster, advances[i] ?? ZERO, trimsEnd ? half : ZERO);
    }

    if (before !== undefined) {
      gaps[i] = letterSpacing(before, cluster);
      if (!parted(before, cluster)) {
        gaps[i] +=
          autospace(before, cluster) + collapse(before, classBefore, blankBefore, cluster, type, blank);
      }
    }
    before = cluster;
    classBefore = type;
    blankBefore = blank;
  }
  return { gaps, leads, advances, firstLineTrims, lineStartTrims, lineEndTrims };
}

/** Spacing works across the edges of inline boxes, but not across room that they bring along. */
function parted(before: Cluster, after: Cluster): boolean {
  if (before.piece === after.piece) return false;
  return roomOfEdges(before.piece.closing) !== ZERO || roomOfEdges(after.piece.opening) !== ZERO;
}

/**
 * Only what the face draws an em wide has a blank half: proportional faces (BIZ UDPGothic) draw brackets half an em wide
 * as they are, and there is nothing to trim.
 */
function blankOf(type: JlreqClass, width: Length, size: Length): Blank {
  if (width < size) return 'none';
  switch (type) {
    case 'opening-bracket':
      return 'before';
    case 'closing-bracket':
    case 'full-stop':
    case 'comma':
      return 'after';
    case 'middle-dot':
      return 'around';
    default:
      return 'none';
  }
}

/** CSS Text 4 §8.3.2: of two adjoining full-width marks one loses its blank half. */
function collapse(
  before: Cluster,
  classBefore: JlreqClass,
  blankBefore: Blank,
  after: Cluster,
  classAfter: JlreqClass,
  blankAfter: Blank,
): Length {
  const follows = blankBefore !== 'none' || classBefore === 'ideographic-space';
  if (blankAfter === 'before' && follows && collapses(after)) return -halfOf(after);
  const precedes = blankAfter === 'after' || blankAfter === 'around' || classAfter === 'ideographic-space';
  return blankBefore === 'after' && precedes && collapses(before) ? -halfOf(before) : ZERO;
}

const halfOf = (cluster: Cluster): Length => Math.floor(cluster.piece.style.fontSize / 2);

function collapses({ piece: { style } }: Cluster): boolean {
  return style.textSpacingTrim !== 'space-all' && style.textSpacingTrim !== 'trim-all';
}

function endTrims(cluster: Cluster, advance: Length, half: Length): readonly Length[] {
  const { textSpacingTrim, hangingPunctuation } = cluster.piece.style;
  const hangs = hangingPunctuation !== 'none' && HANGING.test(cluster.text);
  if (hangs && hangingPunctuation === 'force-end') return [advance];
  const trims = half === ZERO ? [ZERO] : textSpacingTrim === 'trim-both' ? [half] : [ZERO, half];
  return hangs ? [...trims, advance] : trims;
}

/** Half of it stands on either side of a character (CSS Text 4 §8.2), and none at the edges of a line. */
function letterSpacing(before: Cluster, after: Cluster): Length {
  const sum = before.piece.style.letterSpacing + after.piece.style.letterSpacing;
  return sum === 0 || isHardBreak(before.codePoint) || isHardBreak(after.codePoint)
    ? ZERO
    : Math.round(sum / 2);
}

function autospace(before: Cluster, after: Cluster): Length {
  const left = autospaceType(before.codePoint);
  const right = autospaceType(after.codePoint);
  if (left === right || left === 'other' || right === 'other') return ZERO;
  if (left !== 'ideograph' && right !== 'ideograph') return ZERO;
  const ideograph = left === 'ideograph' ? before.piece.style : after.piece.style;
  const wanted =
    before.piece.style.textAutospace === 'normal' && after.piece.style.textAutospace === 'normal';
  return wanted ? scale(ideograph.fontSize, AUTOSPACE) : ZERO;
}
