/** What may be kept of laying boxes out, by the box: a box that is still the same object, with the same room, comes out the same. */

import type { BlockLevelBox } from '../style/box.js';
import type { Container } from './container.js';
import type { Flow, Part, Stack } from './fragment.js';
import type { InlineMeasure } from './inline/inline-line.js';

/** What `compute` gave for the object and the room; the room is told by a text. */
export type Recall<Box extends object, Result> = (box: Box, room: string, compute: () => Result) => Result;

export interface LayoutMemory {
  readonly flows: Recall<BlockLevelBox, Flow>;
  readonly stacks: Recall<Container, Stack>;
  readonly absolutes: Recall<BlockLevelBox, readonly Part[]>;
  readonly widths: Recall<Container | BlockLevelBox, InlineMeasure>;
}

/** Computes every time. */
export const NO_MEMORY: LayoutMemory = {
  flows: (_box, _room, compute) => compute(),
  stacks: (_box, _room, compute) => compute(),
  absolutes: (_box, _room, compute) => compute(),
  widths: (_box, _room, compute) => compute(),
};
