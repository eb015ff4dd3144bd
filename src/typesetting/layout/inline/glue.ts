/** What the room between two characters is made of: the parts that a line may take from when it closes up. */

import type { Length } from '../../../units.js';

/** Element i is the part of what stands before cluster i that belongs to … */
export interface Glue {
  /** … brackets and commas. */
  readonly marks: Length[];
  /** … middle dots. */
  readonly dots: Length[];
  /** … a change between Japanese and Western characters. */
  readonly scripts: Length[];
  /** … a word space. */
  readonly words: Length[];
}

export function noGlue(count: number): Glue {
  const none = (): Length[] => new Array<Length>(count).fill(0);
  return { marks: none(), dots: none(), scripts: none(), words: none() };
}
