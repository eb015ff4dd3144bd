/** Takes a measured cluster, gives what spacing asks of it: its class, its blank parts, the room it takes (JLREQ 3.1.2). */

import { type Length, scale } from '../../../units.js';
import { type Blank, blankOf, spacingClass } from './blank.js';
import type { JlreqClass } from './jlreq-class.js';
import type { Cluster } from './paragraph.js';

/** The word space of JLREQ (3.2.2), where it is not the face's. */
const WORD_SPACE = 1 / 3;

export interface Spaced {
  readonly cluster: Cluster;
  readonly type: JlreqClass;
  readonly blank: Blank;
  /** Drawn an em wide or more: only then is there a blank half to trim. Proportional faces draw brackets half an em wide. */
  readonly full: boolean;
  /** What it takes on a line. */
  readonly advance: Length;
}

export function spacedOf(cluster: Cluster, width: Length): Spaced {
  const { fontSize, AnnaiSpacing, textSpacingTrim } = cluster.piece.style;
  const type = spacingClass(cluster.codePoint);
  const blank = blankOf(type, width, fontSize);
  const full = width >= fontSize;
  let advance = width;
  if (AnnaiSpacing === 'fixed') {
    if (type === 'western-space') advance = scale(fontSize, WORD_SPACE);
  } else if (textSpacingTrim === 'trim-all' && full) {
    advance -= blank.before + blank.after;
  }
  return { cluster, type, blank, full, advance };
}
