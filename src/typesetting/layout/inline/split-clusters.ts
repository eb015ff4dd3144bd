/** Takes a paragraph, gives its grapheme clusters (UAX #29): variation sequences, か゚, surrogates and emoji stay whole. */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import { sure } from '../../../problem.js';
import type { Cluster, Paragraph, Piece } from './paragraph.js';

/** A cluster that reaches over the edge of a box belongs to the box it begins in; objects are never part of one. */
export function splitClusters({ text, pieces }: Paragraph): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const stretch: Piece[] = [];

  const splitStretch = (): void => {
    const first = stretch[0];
    if (first === undefined) return;
    let start = first.start;
    let at = 0;
    for (const cluster of collectGraphemes(text.slice(start, stretch.at(-1)?.end))) {
      while ((stretch[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
      clusters.push({
        text: cluster,
        codePoint: cluster.codePointAt(0) ?? 0,
        start,
        piece: sure(stretch[at], 'piece of a cluster'),
      });
      start += cluster.length;
    }
    stretch.length = 0;
  };

  for (const piece of pieces) {
    if (piece.kind === 'text') {
      stretch.push(piece);
      continue;
    }
    splitStretch();
    const own = text.slice(piece.start, piece.end);
    clusters.push({ text: own, codePoint: own.codePointAt(0) ?? 0, start: piece.start, piece });
  }
  splitStretch();
  return clusters;
}
