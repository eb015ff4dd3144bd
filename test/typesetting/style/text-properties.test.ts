import { describe, expect, test } from 'vitest';
import { ProblemError, type SourcePlace } from '../../../src/problem.js';
import { parseSection } from '../../../src/typesetting/markup/parse-markup.js';
import type { BlockBox } from '../../../src/typesetting/style/box.js';
import { ElementStyles } from '../../../src/typesetting/style/element-style.js';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';
import type { Style } from '../../../src/typesetting/style/style.js';
import { styleSection } from '../../../src/typesetting/style/style-section.js';

const START: SourcePlace = { kind: 'source', file: 'sheet.html', line: 1, column: 1 };

const sectionOf = (html: string, css: string) =>
  styleSection(
    parseSection({ html, place: START }),
    new ElementStyles(parseStylesheet(css, 'style.css', { families: ['BIZ UDPGothic'] })),
  );
/** Of a paragraph that has these declarations. */
const styleOf = (declarations: string): Style => {
  const [child] = sectionOf('<section><p>字</p></section>', `p { ${declarations} }`).root.children;
  if (child?.kind !== 'block') throw new Error('no block');
  return (child as BlockBox).style;
};
const faultOf = (declarations: string): unknown => {
  try {
    styleOf(declarations);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return undefined;
};

describe('text-emphasis', () => {
  test.each([
    ['filled dot', { shape: 'dot', filled: true }],
    ['open sesame', { shape: 'sesame', filled: false }],
    ['triangle open', { shape: 'triangle', filled: false }],
    ['double-circle', { shape: 'double-circle', filled: true }],
    ['open', { shape: 'circle', filled: false }],
    ['"※"', { text: '※' }],
    ['"か\u309A"', { text: 'か\u309A' }],
    ['none', 'none'],
  ])('%s', (value, mark) => {
    expect(styleOf(`text-emphasis-style: ${value}`).textEmphasisStyle).toEqual(mark);
    expect(styleOf(`text-emphasis: ${value}`).textEmphasisStyle).toEqual(mark);
  });

  test('takes mark and colour in either order, and sets back what it leaves out', () => {
    const mark = { shape: 'dot', filled: true };
    const both = { textEmphasisStyle: mark, textEmphasisColor: '#cc0000' };
    expect(styleOf('text-emphasis: #c00 dot')).toMatchObject(both);
    expect(styleOf('text-emphasis: dot #c00')).toMatchObject(both);
    expect(styleOf('text-emphasis-color: #c00; text-emphasis: dot').textEmphasisColor).toBe('currentcolor');
    expect(styleOf('text-emphasis: #c00').textEmphasisStyle).toBe('none');
    expect(styleOf('text-emphasis: "※" #c00')).toMatchObject({ ...both, textEmphasisStyle: { text: '※' } });
    expect(styleOf('text-emphasis: #c00 "※"').textEmphasisStyle).toEqual({ text: '※' });
  });

  test('stands over or under; the side of vertical lines is read and means nothing', () => {
    expect(styleOf('text-emphasis-position: under right').textEmphasisPosition).toBe('under');
    expect(styleOf('text-emphasis-position: left over').textEmphasisPosition).toBe('over');
  });

  test('refuses what it cannot draw', () => {
    for (const text of ['', ' ', '※※']) {
      expect(faultOf(`text-emphasis-style: "${text}"`)).toEqual(['style/bad-value']);
    }
    expect(faultOf('text-emphasis-style: "※" open')).toEqual(['style/too-many-values']);
    expect(faultOf('text-emphasis-style: star')).toEqual(['style/bad-value']);
    expect(faultOf('text-emphasis-style: dot circle')).toEqual(['style/too-many-values']);
    expect(faultOf('text-emphasis: dot #c00 circle')).toEqual(['style/too-many-values']);
    expect(faultOf('text-emphasis-position: right')).toEqual(['style/missing-value']);
  });

  test('is inherited by everything but ruby', () => {
    const html = '<section><p>字<ruby>字<rt>じ</rt></ruby></p></section>';
    const [block] = sectionOf(html, 'p { text-emphasis: dot }').root.children;
    const [, ruby] = (block as BlockBox).children;
    if (ruby?.kind !== 'ruby') throw new Error('no ruby');
    expect(ruby.style.textEmphasisStyle).toMatchObject({ shape: 'dot' });
    expect(ruby.pairs[0]?.reading.style.textEmphasisStyle).toBe('none');
  });
});

describe('spacing', () => {
  test.each([
    ['text-autospace: ideograph-alpha', { textAutospace: 'ideograph-alpha' }],
    ['text-autospace: ideograph-numeric', { textAutospace: 'ideograph-numeric' }],
    ['text-autospace: ideograph-alpha ideograph-numeric', { textAutospace: 'normal' }],
    ['text-autospace: ideograph-numeric ideograph-alpha insert', { textAutospace: 'normal' }],
    ['text-autospace: normal', { textAutospace: 'normal' }],
    ['text-autospace: no-autospace', { textAutospace: 'no-autospace' }],
    ['-annai-spacing: fixed', { AnnaiSpacing: 'fixed' }],
    ['-annai-autospace: 0.25', { AnnaiAutospace: 0.25 }],
    ['-annai-reduction: table-3', { AnnaiReduction: 'table-3' }],
    ['ruby-merge: auto; ruby-overhang: none', { rubyMerge: 'auto', rubyOverhang: 'none' }],
  ])('%s', (declaration, style) => {
    expect(styleOf(declaration)).toMatchObject(style);
  });

  test('refuses what it does not set', () => {
    expect(faultOf('text-autospace: replace')).toEqual(['style/bad-value']);
    expect(faultOf('text-autospace: punctuation')).toEqual(['style/bad-value']);
    expect(faultOf('text-autospace: normal insert')).toEqual(['style/too-many-values']);
    expect(faultOf('-annai-autospace: 2')).toEqual(['style/bad-value']);
    expect(faultOf('-annai-autospace: 0.25em')).toEqual(['style/bad-value']);
  });
});
