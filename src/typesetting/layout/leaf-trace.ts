/**
 * What layout asks of boxes that hold lines and nothing else, and of reading aids (leaves), so that the same can be asked again
 * where they hold other words.
 */

import type { InlineLevelBox, ReadingAidBox } from '../style/box.js';
import type { Flow, Part, Stack } from './fragment.js';
import type { InlineMeasure } from './inline/inline-line.js';

type Characters = ReadingAidBox['characters'];

/** `ask` gave `answer` for what the leaf holds. */
interface Asked<Kind extends string, Held, Answer> {
  readonly kind: Kind;
  readonly held: Held;
  readonly ask: (held: Held) => Answer;
  readonly answer: Answer;
}

export type Question =
  | Asked<'lines', readonly InlineLevelBox[], Stack>
  | Asked<'announced', readonly InlineLevelBox[], readonly Part[]>
  | Asked<'measure', readonly InlineLevelBox[], InlineMeasure>
  | Asked<'aid', Characters, Flow>
  | Asked<'measure-aid', Characters, InlineMeasure>;

export interface LeafTrace {
  readonly questions: Question[];
  /** A text is told of more than one leaf: the string of a box that holds blocks, of a row. */
  beyondLeaves: boolean;
}
