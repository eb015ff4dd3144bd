/** What layout is given besides boxes: faces to measure with, and pictures by the path that the markup names. */

import type { SourcePlace } from '../../problem.js';
import type { FontLibrary } from '../fonts/face.js';
import type { MarginBox } from '../style/page-style.js';
import type { Image } from './block.js';
import type { ParagraphMemory } from './inline/paragraph-memory.js';
import type { LaidMarginBox } from './laid-margin-box.js';
import type { LeafTrace } from './leaf-trace.js';

export interface LayoutContext {
  readonly fonts: FontLibrary;
  /** Throws a ProblemError at `place` where the picture is missing or unreadable. */
  image(src: string, place: SourcePlace): Image;
  /** Absent: every paragraph is set anew. */
  readonly paragraphs?: ParagraphMemory;
  /** What `compute` once gave for the box with this text. Absent: every margin box is laid out anew. */
  readonly marginBoxes?: (box: MarginBox, text: string, compute: () => LaidMarginBox) => LaidMarginBox;
  /** Hears every question. */
  readonly trace?: LeafTrace;
}
