import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item } from '../../../../src/typesetting/layout/block.js';
import { layOut } from '../lay-out.js';

const CSS = 'p { text-align: justify; text-spacing-trim: trim-both; hanging-punctuation: allow-end }';

/** The glyphs of the last paragraph, from its own left edge and the baseline of its first line. */
function lastParagraph(items: readonly Item[], characters: number) {
  const glyphs = items.flatMap((item) =>
    item.kind === 'glyphs' ? item.cids.map((cid, i) => [cid, item.x + (item.offsets[i] ?? 0), item.y]) : [],
  );
  const own = glyphs.slice(-characters);
  const top = own[0]?.[2] ?? 0;
  return own.map(([cid, x, y = 0]) => [cid, x, y - top]);
}

it('the same text has the same lines at any place of a document', () => {
  const texts = fc
    .array(fc.constantFrom(...'国語文字あいうっー、。「」（）・？', 'mail', '12', '055-283-8383'), {
      minLength: 20,
      maxLength: 80,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.array(texts, { maxLength: 3 }), (content, others) => {
      const alone = layOut(`<p>${content}</p>`, CSS, 60);
      const before = others.map((other) => `<p>${other}</p>`).join('');
      const after = layOut(`${before}<p>${content}</p>`, CSS, 60);
      const count = [...content].length;
      expect(lastParagraph(after.items, count)).toEqual(lastParagraph(alone.items, count));
    }),
  );
});
