import { describe, expect, it } from 'vitest';
import type { InlineLevelBox } from '../../../../src/typesetting/style/box.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { EM, inline, ruby, styled, text } from './inline-boxes.js';
import { lay, placesOf, textOf } from './lay-lines.js';

/** A span of text; `changes` are those of its style. */
const span = (content: string, changes: Partial<Style> = {}): InlineLevelBox => {
  const style = styled(changes);
  return inline([text(content, style)], style);
};
const placesIn = (boxes: readonly InlineLevelBox[], em = 20, changes: Partial<Style> = {}) =>
  lay(boxes, em, changes).map((line) => placesOf(line).map((place) => Math.round(place * 1e4) / 1e4));

describe('room between ideographs and letters', () => {
  const spaced = { textAutospace: 'normal' } as const;
  const large = { ...spaced, fontSize: 2 * EM };

  it('is the same at the edge of an inline box, however deep', () => {
    const flat = placesIn([text('国A国5か\u309A', styled(spaced))]);
    expect(flat).toEqual([[0, 1.125, 1.75, 2.875, 3.5, 4.5]]);
    const parts = [...'国A国5', 'か\u309A'].map((each) => span(each, spaced));
    expect(placesIn(parts)).toEqual(flat);
    expect(
      placesIn([inline([inline([span('国A', spaced)]), span('国', spaced)]), span('5か\u309A', spaced)]),
    ).toEqual(flat);
  });

  it('is an eighth of the ideograph’s size, whichever side it is on', () => {
    expect(placesIn([span('国', spaced), span('A', large), span('国', spaced)])).toEqual([[0, 1.125, 2.25]]);
    expect(placesIn([span('A', spaced), span('国', large), span('A', spaced)])).toEqual([[0, 0.75, 3]]);
  });

  it('is a quarter of it with fixed bodies', () => {
    const fixed = { ...spaced, AnnaiSpacing: 'fixed' } as const;
    expect(placesIn([span('国', fixed), span('A', { ...fixed, fontSize: 2 * EM })])).toEqual([[0, 1.25]]);
  });

  it('stands between a base with ruby and what follows', () => {
    const places = placesIn([ruby([['国', 'く']], styled(spaced)), span('A', spaced)]);
    expect(places[0]).toContain(1.125);
  });

  it('is none where a line breaks between the two', () => {
    const [first, second] = lay([span('国国', spaced), span('A国', spaced)], 2);
    expect(first?.width).toBe(2 * EM);
    expect(second && placesOf(second)).toEqual([0, 0.625]);
  });
});

describe('adjoining full-width marks', () => {
  const trimmed = { textSpacingTrim: 'normal' } as const;
  const large = { ...trimmed, fontSize: 2 * EM };

  it('lose a blank half at the edge of an inline box, too', () => {
    const flat = placesIn([text('国」「国、」国', styled(trimmed))]);
    expect(flat).toEqual([[0, 1, 1.5, 2.5, 3.5, 4, 5]]);
    expect(placesIn([...'国」「国、」国'].map((each) => span(each, trimmed)))).toEqual(flat);
  });

  it('lose half of their own size', () => {
    expect(placesIn([span('国」', trimmed), span('「国', large)])).toEqual([[0, 1, 1, 3]]);
    expect(placesIn([span('国」', large), span('「国', trimmed)])).toEqual([[0, 2, 3.5, 4.5]]);
  });

  it('keep it where one of their boxes says so', () => {
    expect(placesIn([span('国」', trimmed), span('「国', { textSpacingTrim: 'space-all' })])).toEqual([
      [0, 1, 2, 3],
    ]);
  });

  it('stand at the edges of lines as their own boxes say', () => {
    const both = { textSpacingTrim: 'trim-both' } as const;
    const [line] = lay([span('「国', both), span('国」', trimmed), span('国')], 4, both);
    expect(line && [textOf(line), line.width / EM, placesOf(line)]).toEqual([
      '「国国」',
      3.5,
      [-0.5, 0.5, 1.5, 2.5],
    ]);
  });
});

describe('hanging punctuation in justified lines', () => {
  const hanging = { textAlign: 'justify', hangingPunctuation: 'allow-end' } as const;
  const placesOfFirst = (content: string, em: number, changes: Partial<Style> = {}) =>
    placesIn([text(content, styled({ ...hanging, ...changes }))], em, { ...hanging, ...changes })[0];

  it('stands beyond the measure, which the rest of the line fills as it is', () => {
    expect(placesOfFirst('国国国国国、国国国国国', 5)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('leaves the rest of the line to be opened up to the measure', () => {
    expect(placesOfFirst('国国国国、国国国国', 4.6)).toEqual([0, 1.2, 2.4, 3.6, 4.6]);
  });

  it('loses its blank half rather than hang, where that is enough', () => {
    expect(placesOfFirst('国国国国、国国国国', 4.5, { textSpacingTrim: 'normal' })).toEqual([0, 1, 2, 3, 4]);
  });

  it('hangs in any case where it is forced to', () => {
    const forced = { hangingPunctuation: 'force-end' } as const;
    expect(placesOfFirst('国国国国、国国国国', 5, forced)).toEqual([0, 1.3333, 2.6667, 4, 5]);
  });

  it('hangs in an inline box of its own', () => {
    const style = styled(hanging);
    const boxes = [text('国国国国国', style), inline([text('。', style)], style), text('国国国', style)];
    expect(placesIn(boxes, 5, hanging)[0]).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
