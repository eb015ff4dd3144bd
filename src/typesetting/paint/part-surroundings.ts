/** What of the page tells how a part of it is painted. */

import type { Length } from '../../units.js';

export interface PartSurroundings {
  readonly pageHeight: Length;
  /** The MCID of the part's first mark; undefined for furniture, which is all artifact. */
  readonly firstMark: number | undefined;
}
