/**
 * Takes measured clusters, gives the spacing between them and at the edges of lines: full-width marks that are trimmed
 * (CSS Text 4 §8), or half-em bodies with the glue of JLREQ Table 1, as the style says.
 */

import { type Length, scale, ZERO } from '../../../units.js';
import { type Blank, blankOf, spacingClass } from './blank.js';
import { type EdgeTrims, edgeTrims } from './edge-trims.js';
import { spaceApart, spaceByJlreq, spaceByTrims } from './gap-spacing.js';
import { type Glue, noGlue } from './glue.js';
import type { JlreqClass } from './jlreq-class.js';
import { type Cluster, roomOfEdges } from './paragraph.js';

/** The word space of JLREQ (3.2.2), where it is not the face's. */
const WORD_SPACE = 1 / 3;

export interface Spacing extends EdgeTrims {
  readonly gaps: Length[];
  readonly leads: Length[];
  readonly advances: Length[];
  readonly types: readonly JlreqClass[];
  readonly glue: Glue;
}

/** A cluster with what spacing asks of it. */
export interface Spaced {
  readonly cluster: Cluster;
  readonly type: JlreqClass;
  readonly blank: Blank;
  /** Drawn an em wide or more: only then is there a blank half to trim. Proportional faces draw brackets half an em wide. */
  readonly full: boolean;
}

export function setSpacing(clusters: readonly Cluster[], widths: readonly Length[]): Spacing {
  const advances = [...widths];
  const gaps = new Array<Length>(clusters.length).fill(ZERO);
  const leads = new Array<Length>(clusters.length).fill(ZERO);
  const glue = noGlue(clusters.length);
  const spaced = clusters.map((cluster, i): Spaced => {
    const { fontSize, AnnaiSpacing, textSpacingTrim } = cluster.piece.style;
    const width = widths[i] ?? ZERO;
    const type = spacingClass(cluster.codePoint);
    const blank = blankOf(type, width, fontSize);
    const full = width >= fontSize;
    if (AnnaiSpacing === 'jlreq') {
      if (type === 'western-space') advances[i] = scale(fontSize, WORD_SPACE);
    } else if (textSpacingTrim === 'trim-all' && full && blank.before + blank.after > 0) {
      advances[i] = width - blank.before - blank.after;
      leads[i] = -blank.before;
    }
    return { cluster, type, blank, full };
  });
  for (const [i, after] of spaced.entries()) {
    const before = spaced[i - 1];
    if (before === undefined) continue;
    gaps[i] = spaceApart(before, after);
    if (before.type === 'western-space') glue.words[i] = advances[i - 1] ?? ZERO;
    if (parted(before.cluster, after.cluster)) continue;
    const jlreq =
      before.cluster.piece.style.AnnaiSpacing === 'jlreq' &&
      after.cluster.piece.style.AnnaiSpacing === 'jlreq';
    gaps[i] = (gaps[i] ?? ZERO) + (jlreq ? spaceByJlreq : spaceByTrims)(before, after, glue, i);
  }
  const types = spaced.map(({ type }) => type);
  return { gaps, leads, advances, types, glue, ...edgeTrims(spaced, advances) };
}

/** Spacing works across the edges of inline boxes, but not across room that they bring along. */
function parted(before: Cluster, after: Cluster): boolean {
  if (before.piece === after.piece) return false;
  return roomOfEdges(before.piece.closing) !== ZERO || roomOfEdges(after.piece.opening) !== ZERO;
}
