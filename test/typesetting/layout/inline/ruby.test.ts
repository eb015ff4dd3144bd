import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../../../src/typesetting/layout/block.js';
import type { InlineLine } from '../../../../src/typesetting/layout/inline/inline-line.js';
import type { InlineLevelBox } from '../../../../src/typesetting/style/box.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { EM, ruby, styled, text } from './inline-boxes.js';
import { lay, runsOf } from './lay-lines.js';

const placesIn = (runs: readonly GlyphRun[]): readonly number[] =>
  runs
    .flatMap(({ x, offsets }) => offsets.map((offset) => Math.round(((x + offset) / EM) * 1000) / 1000))
    .toSorted((a, b) => a - b);
/** Where bases and their ruby begin, in em. */
const both = (line: InlineLine | undefined) => {
  const runs = line === undefined ? [] : runsOf(line);
  const half = (run: GlyphRun): boolean => run.size < EM;
  return { bases: placesIn(runs.filter((run) => !half(run))), rubies: placesIn(runs.filter(half)) };
};
const lines = (boxes: readonly InlineLevelBox[], em: number, changes: Partial<Style> = {}) =>
  lay(boxes, em, changes).map(both);
const word = (pairs: readonly (readonly [string, string])[], rubyMerge: Style['rubyMerge']) =>
  ruby(pairs, styled({ rubyMerge }));

describe('mono ruby', () => {
  it('widens every base that is narrower than its own ruby', () => {
    expect(
      lines(
        [
          word(
            [
              ['国', 'くにん'],
              ['語', 'ご'],
            ] as const,
            'separate',
          ),
        ],
        9,
      ),
    ).toEqual([{ bases: [0.25, 1.5], rubies: [0, 0.5, 1, 1.75] }]);
  });
});

describe('group ruby (ruby-merge: merge)', () => {
  it('is spread over all its bases', () => {
    expect(
      lines(
        [
          word(
            [
              ['明', 'あ'],
              ['後', 'さ'],
              ['日', 'て'],
            ] as const,
            'merge',
          ),
        ],
        9,
      ),
    ).toEqual([{ bases: [0, 1, 2], rubies: [0.25, 1.25, 2.25] }]);
  });

  it('never parts', () => {
    const boxes = [
      text('国国'),
      word(
        [
          ['昨', 'き'],
          ['日', 'のう'],
        ] as const,
        'merge',
      ),
    ];
    expect(lines(boxes, 3).map(({ bases }) => bases.length)).toEqual([2, 2]);
  });
});

describe('jukugo ruby (ruby-merge: auto)', () => {
  it('is mono where each base has room for its own', () => {
    const pairs = [
      ['国', 'こく'],
      ['語', 'ご'],
    ] as const;
    expect(lines([word(pairs, 'auto')], 9)).toEqual(lines([word(pairs, 'separate')], 9));
  });

  it('goes over the whole word where a base lacks room and the word has it', () => {
    // 2 em of kana over 2 em of ideographs: nothing is widened.
    expect(
      lines(
        [
          word(
            [
              ['京', 'きょう'],
              ['都', 'と'],
            ] as const,
            'auto',
          ),
        ],
        9,
      ),
    ).toEqual([{ bases: [0, 1], rubies: [0, 0.5, 1, 1.5] }]);
  });

  it('opens the word where its ruby is longer, one part at the edges to two between', () => {
    expect(
      lines(
        [
          word(
            [
              ['承', 'うけたまわ'],
              ['る', 'る'],
            ] as const,
            'auto',
          ),
        ],
        9,
      ),
    ).toEqual([{ bases: [0.25, 1.75], rubies: [0, 0.5, 1, 1.5, 2, 2.5] }]);
  });

  it('parts between its bases, and each part is set as a word of its own', () => {
    const pairs = [
      ['京', 'きょう'],
      ['都', 'と'],
    ] as const;
    expect(lines([text('国'), word(pairs, 'auto'), text('国')], 2.5)).toEqual([
      { bases: [0, 1.25], rubies: [1, 1.5, 2] },
      { bases: [0, 1], rubies: [0.25] },
    ]);
    // The part before would be wider than the line.
    expect(
      lines([text('国'), word(pairs, 'auto'), text('国')], 2.25).map(({ bases }) => bases.length),
    ).toEqual([1, 2, 1]);
  });

  it('fills a justified line with the part that stands on it', () => {
    const pairs = [
      ['京', 'きょう'],
      ['都', 'と'],
    ] as const;
    const [line] = lay([text('国国国国国'), word(pairs, 'auto'), text('国国国国国')], 6.75, {
      textAlign: 'justify',
    });
    expect(line?.width).toBe(6.75 * EM);
    const { bases, rubies } = both(line);
    expect(bases).toHaveLength(6);
    expect((bases[5] ?? 0) - (rubies[0] ?? 0)).toBeCloseTo(0.25, 3);
    expect((rubies[2] ?? 0) + 0.5).toBeCloseTo(6.75, 3);
  });
});

describe('ruby-overhang', () => {
  const around = (rubyOverhang: Style['rubyOverhang']) =>
    lines([text('の'), ruby([['心', 'こころ']], styled({ rubyOverhang })), text('が')], 9);

  it('auto: reaches over the kana beside the base', () => {
    expect(around('auto')).toEqual([{ bases: [0, 1, 2], rubies: [0.75, 1.25, 1.75] }]);
  });

  it('none: the base takes the room', () => {
    expect(around('none')).toEqual([{ bases: [0, 1.25, 2.5], rubies: [1, 1.5, 2] }]);
  });

  it('never out of the line', () => {
    expect(lines([ruby([['心', 'こころ']])], 9)).toEqual([{ bases: [0.25], rubies: [0, 0.5, 1] }]);
  });
});
