/** Takes the value of `text-emphasis-style` or `-position`, gives the mark and its side (CSS Text Decoration 4 §3.1, §3.4). */

import { fixed, readWord, unexpectedValue } from './read-value.js';
import type { Specified } from './specified.js';
import type { EmphasisMark } from './value.js';
import type { Value } from './value-tokens.js';

const FILLS = ['filled', 'open'] as const;
const SHAPES = ['dot', 'circle', 'double-circle', 'triangle', 'sesame'] as const;
const WORDS = ['none', ...FILLS, ...SHAPES] as const;

/** Shape and fill in either order; left out, the shape is a circle and the fill filled. */
export function readEmphasisMark(value: Value): EmphasisMark | 'none' {
  if (value.word('none') !== undefined) return 'none';
  const before = value.word(...FILLS);
  const shape = value.word(...SHAPES);
  const fill = before ?? value.word(...FILLS);
  if (fill === undefined && shape === undefined) throw unexpectedValue(value.next(), WORDS);
  return { shape: shape ?? 'circle', filled: fill !== 'open' };
}

export function beginsEmphasisMark(value: Value): boolean {
  const token = value.peek();
  return token?.kind === 'word' && WORDS.some((word) => word === token.text.toLowerCase());
}

/** Which side of vertical lines it is, `right` or `left`, may be said: annai sets none. */
export function readEmphasisPosition(value: Value): Specified<'over' | 'under'> {
  value.word('right', 'left');
  const position = readWord(value, ['over', 'under']);
  if (!value.done) readWord(value, ['right', 'left']);
  return fixed(position);
}
