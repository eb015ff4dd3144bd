import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAdjustments } from '../../../../src/typesetting/layout/inline/adjustments.js';
import { breakOptimally } from '../../../../src/typesetting/layout/inline/break-optimally.js';
import { FORCED } from '../../../../src/typesetting/layout/inline/find-opportunities.js';
import type { InlineLine } from '../../../../src/typesetting/layout/inline/inline-line.js';
import { justifyLine } from '../../../../src/typesetting/layout/inline/justify-line.js';
import { layoutInline } from '../../../../src/typesetting/layout/inline/layout-inline.js';
import { measureInline } from '../../../../src/typesetting/layout/inline/measure-inline.js';
import { setParagraph } from '../../../../src/typesetting/layout/inline/set-paragraph.js';
import type { InlineLevelBox } from '../../../../src/typesetting/style/box.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { fixedContext, fixedFace } from './fixed-face.js';
import { EM, inline, ruby, styled, text } from './inline-boxes.js';
import { lay, placesOf, runsOf, textOf } from './lay-lines.js';

const FORBIDDEN_AT_START =
  /^[」』）】〕〉》’”〜～゠‐–！？‼⁇⁈⁉・：；。．、，…‥ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const FORBIDDEN_AT_END = /[「『（【〔〈《“‘￥＄￡№]$/u;
const SAMPLES = [
  ...'国語文字本あいうえおきっょんアイッー、。「」『』（）・：？！…０９々￥％〜',
  'か\u309A',
  '葛\u{E0100}',
  '𠮷',
  'ABC',
  'mail',
  '12',
  '3.5kg',
  ' ',
  '　',
  'a@example.jp',
  '03-1234-5678',
] as const;
const japanese = fc.array(fc.constantFrom(...SAMPLES), { maxLength: 60 }).map((parts) => parts.join(''));
const styles = fc.record({
  textAlign: fc.constantFrom('start', 'center', 'end', 'justify' as const),
  textSpacingTrim: fc.constantFrom(
    ...(['normal', 'space-all', 'space-first', 'trim-start', 'trim-both', 'trim-all'] as const),
  ),
  textAutospace: fc.constantFrom('normal', 'no-autospace', 'ideograph-alpha' as const),
  letterSpacing: fc.constantFrom(0, EM / 20),
  textIndent: fc.constantFrom(0, EM, -EM),
  hangingPunctuation: fc.constantFrom('none', 'allow-end', 'force-end' as const),
  wordBreak: fc.constantFrom('normal', 'auto-phrase' as const),
  textWrap: fc.constantFrom('wrap', 'balance' as const),
  AnnaiSpacing: fc.constantFrom('native', 'fixed' as const),
  AnnaiReduction: fc.constantFrom('table-5', 'table-3' as const),
}) as fc.Arbitrary<Partial<Style>>;
const widths = fc.integer({ min: 8, max: 30 });
const narrow = fc.integer({ min: 5, max: 30 });

const codesOf = (lines: readonly InlineLine[]) =>
  lines.flatMap(({ notices = [] }) => notices.map(({ code }) => code));

describe('every character', () => {
  it('is drawn once and in order', () => {
    fc.assert(
      fc.property(japanese, widths, styles, (content, em, changes) => {
        expect(lay(content, em, changes).map(textOf).join('')).toBe(content);
      }),
    );
  });

  it('is drawn once and in order in ruby and boxes too, and so is every reading', () => {
    const pair = fc.tuple(
      fc.constantFrom('国', '語', '京都', '明後日'),
      fc.constantFrom('く', 'きょう', 'みょうご'),
    );
    const box = fc.oneof(
      japanese.map((content) => ({
        content,
        readings: '',
        box: (style: Style): InlineLevelBox => text(content, style),
      })),
      japanese.map((content) => ({
        content,
        readings: '',
        box: (style: Style): InlineLevelBox =>
          inline([text(content, style)], styled({ ...style, paddingLeft: EM / 4 })),
      })),
      fc
        .tuple(
          fc.array(pair, { minLength: 1, maxLength: 4 }),
          fc.constantFrom('separate', 'merge', 'auto' as const),
        )
        .map(([pairs, rubyMerge]) => ({
          content: pairs.map(([base]) => base).join(''),
          readings: pairs.map(([, reading]) => reading).join(''),
          box: (style: Style): InlineLevelBox => ruby(pairs, styled({ ...style, rubyMerge })),
        })),
    );
    fc.assert(
      fc.property(
        fc.array(box, { maxLength: 6 }),
        fc.integer({ min: 14, max: 30 }),
        styles,
        (parts, em, changes) => {
          const style = styled(changes);
          const lines = lay(
            parts.filter(({ content }) => content !== '').map((part) => part.box(style)),
            em,
            changes,
          );
          const drawn = (small: boolean) =>
            lines
              .flatMap(runsOf)
              .filter(({ size }) => size < EM === small)
              .flatMap(({ cids }) => cids.map((cid) => String.fromCodePoint(cid)))
              .join('');
          expect(drawn(false)).toBe(parts.map(({ content }) => content).join(''));
          expect(drawn(true)).toBe(parts.map(({ readings }) => readings).join(''));
        },
      ),
    );
  });

  it('of any Unicode at all is drawn, breaks and invisible controls aside', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(anything, widths, styles, (content, em, changes) => {
        const drawn = content.replaceAll(/[\n\r\v\f\u0085\u2028\u2029\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');
        const text = lay(content, em, changes).map(textOf).join('');
        expect(text.replaceAll(/[\u200C\u200D]/g, '')).toBe(drawn);
      }),
    );
  });
});

describe('lines', () => {
  it('begin and end with no character that may not stand there, unless that is told of', () => {
    fc.assert(
      fc.property(japanese, narrow, styles, (content, em, changes) => {
        const set = lay(content, em, changes);
        const lines = set.map(textOf);
        const wrong =
          lines.slice(1).some((line) => FORBIDDEN_AT_START.test(line)) ||
          lines.slice(0, -1).some((line) => FORBIDDEN_AT_END.test(line.replace(/ +$/, '')));
        expect(codesOf(set).includes('layout/forbidden-break')).toBe(wrong);
      }),
    );
  });

  it('are no wider than their measure, but for a mark that hangs', () => {
    fc.assert(
      fc.property(japanese, widths, styles, (content, em, changes) => {
        for (const line of lay(content, em, changes)) {
          expect(line.width).toBeLessThanOrEqual(em * EM);
          const drawn = textOf(line).trimEnd();
          const right = Math.max(...placesOf(line).slice(0, [...drawn].length)) * EM;
          const hangs = changes.hangingPunctuation !== 'none' && /[、。]$/.test(drawn);
          // The origin of the last glyph; its ink may begin within its blank half.
          if (drawn !== '') expect(right).toBeLessThanOrEqual((em + (hangs ? 0.5 : 0)) * EM);
        }
      }),
    );
  });

  it('that are justified are exactly as wide as their measure, unless they are told of', () => {
    fc.assert(
      fc.property(japanese, widths, styles, (content, em, changes) => {
        const justified = lay(content, em, { ...changes, textAlign: 'justify', textWrap: 'wrap' });
        if (codesOf(justified).includes('layout/ragged-line')) return;
        for (const line of justified.slice(0, -1)) {
          const short = em * EM - line.width;
          // A closer at the end may take back its blank half, and then fills the line with that.
          expect(short).toBeLessThanOrEqual(/[、。」』）]$/.test(textOf(line).trimEnd()) ? EM / 2 : 0);
        }
      }),
    );
  });

  it('as they are chosen for the whole paragraph are no more ragged than they are wide', () => {
    fc.assert(
      fc.property(japanese, widths, (content, em) => {
        const greedy = lay(content, em, { textAlign: 'start' });
        const optimal = lay(content, em, { textAlign: 'justify' });
        expect(optimal.length).toBeLessThanOrEqual(greedy.length + 1);
      }),
    );
  });

  it('are as many at the min-content width as there are pieces, and one at the max-content width', () => {
    fc.assert(
      fc.property(japanese, styles, (content, changes) => {
        const style = styled(changes);
        const boxes = [text(content, style)];
        const { min, max } = measureInline(boxes, style, fixedContext());
        expect(min).toBeLessThanOrEqual(max);
        expect(layoutInline(boxes, style, max, fixedContext()).length).toBeLessThanOrEqual(1);
        for (const line of layoutInline(boxes, style, min, fixedContext()))
          expect(line.width).toBeLessThanOrEqual(min);
      }),
    );
  });

  it('are the same for spans without a style of their own', () => {
    fc.assert(
      fc.property(japanese, widths, styles, fc.nat(60), (content, em, changes, at) => {
        const style = styled(changes);
        const characters = [...new Intl.Segmenter('ja').segment(content)].map(({ segment }) => segment);
        const halves = [characters.slice(0, at).join(''), characters.slice(at).join('')];
        const parts = halves.map((half) => inline([text(half, style)], style));
        const whole = layoutInline([text(content, style)], style, em * EM, fixedContext());
        const split = layoutInline(parts, style, em * EM, fixedContext());
        expect(split.map(placesOf)).toEqual(whole.map(placesOf));
      }),
    );
  });
});

describe('positions', () => {
  it('are integers, and sums of advances and gaps to the unit', () => {
    const face = fixedFace();
    fc.assert(
      fc.property(japanese, widths, styles, (content, em, changes) => {
        const plain = { ...changes, textSpacingTrim: 'space-all', AnnaiSpacing: 'native' } as const;
        for (const line of lay(content, em, { ...plain, textAlign: 'start', hangingPunctuation: 'none' })) {
          for (const { x, y, cids, offsets } of runsOf(line)) {
            expect([x, y, ...offsets].every(Number.isInteger)).toBe(true);
            expect(offsets[0]).toBe(0);
            for (let i = 1; i < offsets.length; i++) {
              const advance = (face.advance(cids[i - 1] ?? 0) * EM) / face.unitsPerEm;
              const gap = (offsets[i] ?? 0) - (offsets[i - 1] ?? 0) - advance;
              // Room between scripts, letter-spacing, or both.
              expect([0, EM / 8, EM / 20, EM / 8 + EM / 20]).toContain(gap);
            }
          }
        }
      }),
    );
  });

  it('of a justified line hold all that it gains or loses, to the unit', () => {
    fc.assert(
      fc.property(japanese, narrow, styles, (content, em, changes) => {
        const style = styled({ ...changes, textAlign: 'justify' });
        const setting = setParagraph([text(content, style)], style, fixedContext(), em * EM);
        const adjustments = findAdjustments(setting, style.AnnaiReduction);
        for (const line of breakOptimally(setting, adjustments, () => em * EM)) {
          const { added, width } = justifyLine(setting, adjustments, line, em * EM, line.ending !== FORCED);
          expect(added.every(Number.isInteger)).toBe(true);
          const sum = added.reduce((total, each) => total + each, 0);
          // What a middle dot gives up behind itself stands before no character.
          const behind = adjustments.dotAtEnd(line.end - 1) / 2;
          expect([line.width + sum, line.width + sum - behind]).toContain(width);
        }
      }),
    );
  });
});
