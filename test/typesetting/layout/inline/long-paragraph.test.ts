import { describe, expect, it } from 'vitest';
import type { InlineLine } from '../../../../src/typesetting/layout/inline/inline-line.js';
import { EM } from './inline-boxes.js';
import { LONG_TEXT, layOutLongParagraph, MEASURE } from './long-paragraph.js';

const textOf = ({ items }: InlineLine): string =>
  items
    .flatMap((item) => (item.kind === 'glyphs' ? item.cids.map((cid) => String.fromCodePoint(cid)) : []))
    .join('');

describe('a paragraph of 10,000 characters', () => {
  it.each(['start', 'justify'] as const)('%s: is set whole', (textAlign) => {
    expect(layOutLongParagraph(textAlign).map(textOf).join('')).toBe(LONG_TEXT);
  });

  it('is justified to the last line but one', () => {
    const lines = layOutLongParagraph('justify').slice(0, -1);
    expect(lines.length).toBeGreaterThan(200);
    const ragged = lines.filter((line) => {
      // A stop at the end may fill the line with its blank half.
      const blank = /[、。）]$/.test(textOf(line)) ? EM / 2 : 0;
      return line.width > MEASURE || line.width < MEASURE - blank;
    });
    expect(ragged).toEqual([]);
  });
});
