import { describe, expect, test } from 'vitest';
import type { Block, Frame } from '../../../src/typesetting/layout/block.js';
import { inMm, itemsOf, layOut, layOutPages, problemsOf, textOf } from './lay-out.js';

const READINGS: Readonly<Record<string, string>> = {
  a: 'エー小',
  '0': 'ゼロ',
  W: 'ダブリュー大',
  _: 'アンダーバー',
};
const aid = (text: string) =>
  `<reading-aid>${[...text].map((base) => `<ruby>${base}<rt>${READINGS[base] ?? ''}</rt></ruby>`).join('')}</reading-aid>`;
const CSS = 'reading-aid { font-size: 5mm; margin: 0 } rt { font-size: 2mm; line-height: 1 }';

const framesOf = (block: Block) =>
  itemsOf({ block, x: 0, y: 0, from: 0, to: block.height }).filter(
    (item): item is Frame => item.kind === 'frame',
  );
const places = (text: string, width?: number) =>
  framesOf(layOut(aid(text), CSS, width)).map(({ x, y, width: box, height }) =>
    [x, y, box, height].map(inMm),
  );

describe('a reading aid', () => {
  test('frames each character, in groups of four with a gap', () => {
    // Wide enough for a reading of four characters; the gap is 0.4 of a box.
    expect(places('a0a0a')).toEqual([0, 8.4, 16.8, 25.2, 36.96].map((x) => [x, 0, 8.4, 7]));
  });

  test('sets each reading below its character, as one unit in reading order', () => {
    expect(textOf(layOut(aid('a0_'), CSS).items)).toBe('aエー小0ゼロ_アンダーバー');
  });

  test('centres character and reading in the box', () => {
    const block = layOut(aid('a'), `${CSS} reading-aid, rt { font-family: "BIZ UDGothic" }`);
    const [character, reading] = block.items.flatMap((item) =>
      item.kind === 'glyphs' ? [inMm(item.x)] : [],
    );
    // A half-width letter of 5 mm; three full-width kana of 2 mm.
    expect([character, reading]).toEqual([2.95, 1.2]);
  });

  test('breaks a reading that is wider than its box into two lines', () => {
    const lines = layOut(aid('W'), CSS).items.flatMap((item) => (item.kind === 'glyphs' ? [item.y] : []));
    expect(new Set(lines).size).toBe(3);
  });

  test('goes on in further rows, between groups only', () => {
    const rows = places('a0a0a0a0a0a0a0a0', 80).map(([, y]) => y);
    expect(rows.filter((y) => y === 0)).toHaveLength(8);
    expect(new Set(rows).size).toBe(2);
  });

  test('narrows its boxes a little where that saves a row', () => {
    const frames = places('a0a0a0a0a0a0', 100);
    expect(new Set(frames.map(([, y]) => y))).toEqual(new Set([0]));
    const last = frames.at(-1) ?? [];
    expect((last[0] ?? 0) + (last[2] ?? 0)).toBeCloseTo(100, 0);
  });

  test('is cut at a page only where no page can hold it', () => {
    const html = `<section><p class="a"></p>${aid('a0a0'.repeat(5))}</section>`;
    const pages = layOutPages(html, `${CSS} .a { height: 85mm }`);
    expect(pages.map(({ placed }) => placed.length)).toEqual([1, 1]);
    expect(framesOf(pages[1]?.placed[0]?.block ?? layOut('')).length).toBe(20);
  });

  test('too wide for its place even with its narrowest boxes is refused', () => {
    expect(problemsOf(() => layOut(aid('a0a0'), CSS, 15)).map(({ code }) => code)).toContain(
      'layout/too-wide',
    );
  });
});
