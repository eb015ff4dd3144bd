import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../src/problem.js';
import { ARTIFACT, type Item } from '../../../../src/typesetting/layout/block.js';
import type { InlineLine } from '../../../../src/typesetting/layout/inline/inline-line.js';
import { layoutInline } from '../../../../src/typesetting/layout/inline/layout-inline.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { fixedContext, fixedFace } from './fixed-face.js';
import { EM, ruby, styled, text } from './inline-boxes.js';
import { lay, placesOf } from './lay-lines.js';

const DOT = { shape: 'dot', filled: true } as const;
const SHAPES = ['dot', 'circle', 'double-circle', 'triangle', 'sesame'] as const;

const marksOf = (line: InlineLine | undefined): readonly Item[] =>
  line?.items.filter(({ kind }) => kind !== 'glyphs') ?? [];
/** The middle of each mark, in em: from the line's start, and above the baseline. */
const middles = (line: InlineLine | undefined) =>
  marksOf(line).map((item) => {
    const { x, y, width, height } = item as Item & { readonly width: number; readonly height: number };
    return [(x + width / 2) / EM, ((line?.baseline ?? 0) - y - height / 2) / EM].map(
      (part) => Math.round(part * 1000) / 1000,
    );
  });
const emphasised = (content: string, changes: Partial<Style> = {}) =>
  lay(content, 20, { textEmphasisStyle: DOT, ...changes })[0];

describe('emphasis marks', () => {
  it('stand over the middle of each character, half an em box above it', () => {
    expect(middles(emphasised('国A'))).toEqual([
      [0.5, 1.13],
      [1.25, 1.13],
    ]);
  });

  it('stand under it where the style says so', () => {
    expect(middles(emphasised('国', { textEmphasisPosition: 'under' }))).toEqual([[0.5, -0.37]]);
  });

  it('stand at letters, digits, kana and signs, not at punctuation and spaces', () => {
    expect(marksOf(emphasised('国ー々a9％#@'))).toHaveLength(8);
    expect(marksOf(emphasised('、。「」（）・？！… 　-'))).toEqual([]);
  });

  it('stand one to a cluster', () => {
    expect(marksOf(emphasised('葛\u{E0100}か\u309A𠮷'))).toHaveLength(3);
  });

  it('move no character, and follow those that justification moves', () => {
    expect(placesOf(emphasised('国国、国') as InlineLine)).toEqual(
      placesOf(lay('国国、国', 20)[0] as InlineLine),
    );
    const [line] = lay('国国国国国国国国', 5.25, { textAlign: 'justify', textEmphasisStyle: DOT });
    const places = placesOf(line as InlineLine).map((x) => Math.round((x + 0.5) * 1000) / 1000);
    expect(middles(line).map(([x]) => x)).toEqual(places);
  });

  it('are artifacts behind the text of the line', () => {
    const line = emphasised('国、国');
    expect(line?.items.map(({ kind }) => kind)).toEqual(['glyphs', 'outline', 'outline']);
    expect(marksOf(line).every(({ role }) => role === ARTIFACT)).toBe(true);
  });

  it('are set outside of ruby', () => {
    const [line] = lay([ruby([['国', 'くに']], styled({ textEmphasisStyle: DOT }))], 20);
    expect(middles(line)).toEqual([[0.5, 1.63]]);
  });

  it('have the colour of their character unless they have one of their own', () => {
    const colors = (changes: Partial<Style>) =>
      marksOf(emphasised('国', { color: '#112233', ...changes })).map(
        (item) => 'color' in item && item.color,
      );
    expect(colors({})).toEqual(['#112233']);
    expect(colors({ textEmphasisColor: '#cc0000' })).toEqual(['#cc0000']);
  });

  it.each(SHAPES)('%s: has a filled and an open form within half an em', (shape) => {
    for (const filled of [true, false]) {
      const marks = marksOf(emphasised('国', { textEmphasisStyle: { shape, filled } }));
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) {
        const { x, width = 0 } = mark as Item & { readonly width?: number };
        expect(x).toBeGreaterThanOrEqual(EM / 4);
        expect(x + width).toBeLessThanOrEqual(0.75 * EM);
      }
    }
    const forms = [true, false].map((filled) =>
      JSON.stringify(marksOf(emphasised('国', { textEmphasisStyle: { shape, filled } }))),
    );
    expect(forms[0]).not.toBe(forms[1]);
  });
});

describe('an emphasis mark that is a character', () => {
  const written = (content: string, changes: Partial<Style> = {}) =>
    emphasised(content, { textEmphasisStyle: { text: '※' }, ...changes });
  const glyphMarks = (line: InlineLine | undefined) =>
    (line?.items ?? []).flatMap((item) => (item.kind === 'glyphs' && item.role === ARTIFACT ? [item] : []));

  it('is set half as large, where the shapes are drawn, and stands aside from the text', () => {
    const marks = glyphMarks(written('国、A'));
    expect(marks.map(({ cids }) => cids.map((cid) => String.fromCodePoint(cid)).join(''))).toEqual([
      '※',
      '※',
    ]);
    expect(marks.map(({ size, x }) => [size / EM, x / EM])).toEqual([
      [0.5, 0.25],
      [0.5, 2],
    ]);
    const baseline = written('国')?.baseline ?? 0;
    // Its em box lies on that of the character.
    expect(marks.map(({ y }) => Math.round(((baseline - y) / EM) * 1000) / 1000)).toEqual([0.94, 0.94]);
  });

  it('takes as much room between lines as a shape, and its own colour', () => {
    const tight = { lineHeight: { factor: 1 } };
    expect(written('国', tight)?.height).toBe(emphasised('国', tight)?.height);
    expect(glyphMarks(written('国', { textEmphasisColor: '#cc0000' }))[0]?.color).toBe('#cc0000');
  });

  it('that no face has is a Problem of the text that it stands at', () => {
    const style = styled({ textEmphasisStyle: { text: '※' } });
    const set = () =>
      layoutInline([text('国', style)], style, 20 * EM, fixedContext(fixedFace('fixed', '※')));
    expect(set).toThrow(ProblemError);
    expect(set).toThrow('※');
  });
});

describe('a line with emphasis marks', () => {
  const height = (factor: number, changes: Partial<Style> = {}): number =>
    (emphasised('国', { lineHeight: { factor }, ...changes })?.height ?? 0) / EM;

  it('grows only where the space between lines does not hold them', () => {
    expect(height(1.6)).toBe(1.6);
    expect(height(1)).toBe(1.5);
    expect(height(1, { textEmphasisPosition: 'under' })).toBe(1.5);
  });

  it('grows below where they stand below', () => {
    const over = emphasised('国', { lineHeight: { factor: 1 } });
    const under = emphasised('国', { lineHeight: { factor: 1 }, textEmphasisPosition: 'under' });
    expect(((over?.baseline ?? 0) - (under?.baseline ?? 0)) / EM).toBe(0.5);
  });
});
