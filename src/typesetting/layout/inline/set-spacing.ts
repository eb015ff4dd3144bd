/**
 * Takes measured clusters, gives the spacing between them and at the edges of lines: full-width marks that are trimmed
 * (CSS Text 4 §8), or half-em bodies with the glue of JLREQ Table 1, as the style says.
 */

import { sure } from '../../../problem.js';
import { type Length, ZERO } from '../../../units.js';
import { type EdgeTrims, noTrims, trimEdges } from './edge-trims.js';
import { spaceApart, spaceByJlreq, spaceByTrims } from './gap-spacing.js';
import { type Glue, noGlue } from './glue.js';
import type { JlreqClass } from './jlreq-class.js';
import { type Cluster, roomOfEdges } from './paragraph.js';
import { type Spaced, spacedOf } from './spaced.js';

export interface Spacing extends EdgeTrims {
  readonly gaps: Length[];
  readonly leads: Length[];
  readonly advances: Length[];
  readonly types: readonly JlreqClass[];
  readonly glue: Glue;
}

export function setSpacing(clusters: readonly Cluster[], widths: readonly Length[]): Spacing {
  const count = clusters.length;
  const advances = [...widths];
  const gaps = new Array<Length>(count).fill(ZERO);
  const leads = new Array<Length>(count).fill(ZERO);
  const types: JlreqClass[] = [];
  const glue = noGlue(count);
  const edges = noTrims(count);
  let before: Spaced | undefined;
  for (let i = 0; i < count; i++) {
    const cluster = sure(clusters[i], 'cluster');
    const after = spacedOf(cluster, widths[i] ?? ZERO);
    types.push(after.type);
    advances[i] = after.advance;
    if (after.advance < (widths[i] ?? ZERO)) leads[i] = -after.blank.before;
    trimEdges(edges, i, after);
    if (before !== undefined) {
      gaps[i] =
        spaceApart(before, after) +
        (parted(before.cluster, cluster) ? ZERO : spaceBetween(before, after, glue, i));
      if (before.type === 'western-space') glue.words[i] = before.advance;
    }
    before = after;
  }
  return { gaps, leads, advances, types, glue, ...edges };
}

function spaceBetween(before: Spaced, after: Spaced, glue: Glue, i: number): Length {
  const { style } = after.cluster.piece;
  return style.AnnaiSpacing === 'fixed' && before.cluster.piece.style.AnnaiSpacing === 'fixed'
    ? spaceByJlreq(before, after, glue, i)
    : spaceByTrims(before, after, glue, i);
}

/** Spacing works across the edges of inline boxes, but not across room that they bring along. */
function parted(before: Cluster, after: Cluster): boolean {
  if (before.piece === after.piece) return false;
  return roomOfEdges(before.piece.closing) !== ZERO || roomOfEdges(after.piece.opening) !== ZERO;
}
