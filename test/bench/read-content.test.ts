import { describe, expect, test } from 'vitest';
import { readContent } from '../../bench/prepare/read-content.mjs';
import { createTypesetter } from '../../src/typesetting/typesetter.js';

const CSS = `
@page { size: A4; margin: 20mm; @bottom-left { content: "電話"; font-size: 8pt } }
section { font-family: "BIZ UDPGothic"; font-size: 10pt; color: #0f4c81 }
strong { font-weight: bold }
.ruled { border-top: 0.5mm solid #8aa0b4; background-color: #e8eff6 }
`;

const read = (html: string) => {
  const [page] = createTypesetter({ css: CSS }).compose(html).pages;
  if (page === undefined) throw new Error('no page');
  return readContent(page);
};

describe('what is read off a composed page', () => {
  test('is its text in pieces of one face, size and colour, at their places', () => {
    const { pieces } = read('<section><p>名前は<strong>髙橋</strong>です</p></section>');
    const flow = pieces.filter(({ text }) => text !== '電話');
    expect(flow.map(({ text, face }) => [text, face])).toEqual([
      ['名前は', 'regular'],
      ['髙橋', 'bold'],
      ['です', 'regular'],
    ]);
    expect(flow.every(({ color, size }) => color === '#0f4c81' && size === 10)).toBe(true);
    expect(flow.map(({ x }) => x)).toEqual(flow.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  test('counts the characters of the flow, not those of the margins', () => {
    const { pieces, flowCharacters } = read('<section><p>いろは にほへと</p></section>');
    expect(pieces.map(({ text }) => text)).toContain('電話');
    expect(flowCharacters).toBe(7);
  });

  test('has the fills and rules with their colours', () => {
    const { paths } = read('<section><p class="ruled">罫線</p></section>');
    expect(paths.map(({ paint, color }) => [paint, color])).toContainEqual(['f', '#e8eff6']);
    expect(paths.some(({ color }) => color === '#8aa0b4')).toBe(true);
  });
});
