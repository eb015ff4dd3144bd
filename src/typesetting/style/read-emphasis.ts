/** Takes the value of `text-emphasis-style` or `-position`, gives the mark and its side (CSS Text Decoration 4 §3.1, §3.4). */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import { CssFault } from './css-fault.js';
import { fixed, readWord, unexpectedValue } from './read-value.js';
import type { Specified } from './specified.js';
import type { EmphasisMark } from './value.js';
import type { Value } from './value-tokens.js';

const FILLS = ['filled', 'open'] as const;
const SHAPES = ['dot', 'circle', 'double-circle', 'triangle', 'sesame'] as const;
const WORDS = ['none', ...FILLS, ...SHAPES] as const;

/** A string, or shape and fill in either order; left out, the shape is a circle and the fill filled. */
export function readEmphasisMark(value: Value): EmphasisMark | 'none' {
  if (value.word('none') !== undefined) return 'none';
  const token = value.peek();
  if (token?.kind === 'string') {
    value.next();
    return { text: oneCluster(token.value, token.offset) };
  }
  const before = value.word(...FILLS);
  const shape = value.word(...SHAPES);
  const fill = before ?? value.word(...FILLS);
  if (fill === undefined && shape === undefined) throw unexpectedValue(value.next(), WORDS);
  return { shape: shape ?? 'circle', filled: fill !== 'open' };
}

/** §3.1 lets longer strings be cut off; here nothing is cut off silently. */
function oneCluster(text: string, offset: number): string {
  if (collectGraphemes(text).length === 1 && text.trim() !== '') return text;
  throw new CssFault(
    'bad-value',
    {
      ja: '圏点にできるのは、一文字だけです。',
      en: 'An emphasis mark is one character.',
    },
    { ja: 'text-emphasis-style: "●" のように書いてください。', en: 'Write text-emphasis-style: "●".' },
    offset,
  );
}

export function beginsEmphasisMark(value: Value): boolean {
  const token = value.peek();
  if (token?.kind === 'string') return true;
  return token?.kind === 'word' && WORDS.some((word) => word === token.text.toLowerCase());
}

/** Which side of vertical lines it is, `right` or `left`, may be said: annai sets none. */
export function readEmphasisPosition(value: Value): Specified<'over' | 'under'> {
  value.word('right', 'left');
  const position = readWord(value, ['over', 'under']);
  if (!value.done) readWord(value, ['right', 'left']);
  return fixed(position);
}
