import { describe, expect, it } from 'vitest';
import { vendoredFonts } from '../../../../src/typesetting/fonts/vendored-fonts.js';
import type { GlyphRun } from '../../../../src/typesetting/layout/block.js';
import { layoutInline } from '../../../../src/typesetting/layout/inline/layout-inline.js';
import type { LayoutContext } from '../../../../src/typesetting/layout/layout-context.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { EM, styled, text } from './inline-boxes.js';

const context: LayoutContext = {
  fonts: vendoredFonts(),
  image: () => {
    throw new Error('no pictures here');
  },
};

const lay = (content: string, fontFamily: string, em: number, changes: Partial<Style> = {}) => {
  const style = styled({
    fontFamily: [fontFamily, 'Noto Sans JP', 'HanaMinA'],
    textSpacingTrim: 'trim-both',
    ...changes,
  });
  return layoutInline([text(content, style)], style, em * EM, context);
};
const runs = (lines: ReturnType<typeof lay>): readonly GlyphRun[] =>
  lines.flatMap(({ items }) => items.filter((item) => item.kind === 'glyphs'));
/** Where each glyph begins, in hundredths of an em. */
const places = (lines: ReturnType<typeof lay>): readonly number[] =>
  runs(lines).flatMap(({ x, offsets }) => offsets.map((offset) => Math.round(((x + offset) * 100) / EM)));

describe('BIZ UDGothic, whose brackets are an em wide', () => {
  it('loses the blank halves of adjoining marks and of those at the edges of lines', () => {
    expect(places(lay('「（国）」、国', 'BIZ UDGothic', 20))).toEqual([-50, 0, 100, 200, 250, 300, 400]);
    expect(lay('国国国」', 'BIZ UDGothic', 3.5)[0]?.width).toBe(3.5 * EM);
  });
});

describe('BIZ UDPGothic, whose brackets are half an em wide', () => {
  it('stands as the face draws it: nothing is trimmed twice', () => {
    expect(places(lay('「（国）」', 'BIZ UDPGothic', 20))).toEqual([0, 50, 100, 200, 250]);
  });

  it('opens beside its marks as beside kana when it is justified, since they have no blank half', () => {
    const before = places(lay('国国国、国国国国国国', 'BIZ UDPGothic', 7.8, { textAlign: 'start' }));
    const after = places(lay('国国国、国国国国国国', 'BIZ UDPGothic', 7.8, { textAlign: 'justify' }));
    expect((after[4] ?? 0) - (before[4] ?? 0)).toBeGreaterThan((after[3] ?? 0) - (before[3] ?? 0));
  });

  it('keeps its own word space', () => {
    const [line] = runs(lay('a b', 'BIZ UDPGothic', 20));
    const [, second = 0, third = 0] = line?.offsets ?? [];
    expect((third - second) / EM).toBeCloseTo(0.3335, 3);
  });
});

describe('fixed bodies (JLREQ), whatever the face draws', () => {
  const fixed = { AnnaiSpacing: 'fixed', textAutospace: 'normal' } as const;

  it('give BIZ UDPGothic the glue that its narrow marks lack', () => {
    expect(places(lay('国、国「国」国・国', 'BIZ UDPGothic', 20, fixed))).toEqual([
      0, 100, 200, 350, 400, 500, 600, 725, 800,
    ]);
  });

  it('take from BIZ UDGothic the blank that its wide marks bring', () => {
    expect(places(lay('国、「国」、国・国', 'BIZ UDGothic', 20, fixed))).toEqual([
      0, 100, 150, 250, 350, 400, 500, 600, 700,
    ]);
  });

  it('place both faces’ ideographs alike', () => {
    const content = '国、国「国」。国・国（国）国';
    const ideographs = (family: string) =>
      places(lay(content, family, 20, fixed)).filter((_, i) => content[i] === '国');
    expect(ideographs('BIZ UDPGothic')).toEqual(ideographs('BIZ UDGothic'));
  });

  it('set a bracket at a line’s head to the edge, and a stop at its end half or not at all', () => {
    expect(places(lay('「国', 'BIZ UDGothic', 20, fixed))).toEqual([-50, 50]);
    const lines = lay('国国国。国', 'BIZ UDPGothic', 3.5, fixed);
    expect(lines.map(({ width }) => width / EM)).toEqual([3.5, 1]);
  });
});

describe('a name over several faces', () => {
  const name = '髙橋　𠮷﨑葛\u{E0100}';

  it('comes from the faces that have its characters, on one baseline, selector and space included', () => {
    const drawn = runs(lay(name, 'BIZ UDPGothic', 20));
    expect(drawn.map(({ face, cids }) => cids.map((cid) => face.text(cid)).join('')).join('')).toBe(name);
    expect(new Set(drawn.map(({ face }) => face.family)).size).toBeGreaterThan(1);
    expect(new Set(drawn.map(({ y }) => y)).size).toBe(1);
  });

  it('is as high as a line of one face', () => {
    const [line] = lay(name, 'BIZ UDPGothic', 20, { lineHeight: { factor: 1.6 } });
    expect(line?.height).toBe(1.6 * EM);
  });
});
