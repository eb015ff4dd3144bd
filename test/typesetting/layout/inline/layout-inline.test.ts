import { describe, expect, it } from 'vitest';
import type { InlineLine } from '../../../../src/typesetting/layout/inline/inline-line.js';
import { layoutInline } from '../../../../src/typesetting/layout/inline/layout-inline.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { fixedContext, fixedFace } from './fixed-face.js';
import { EM, INITIAL, inline, PLACE, replaced, ruby, styled, text } from './inline-boxes.js';
import { lay, placesOf, runsOf, textOf } from './lay-lines.js';

const problemsOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('lines', () => {
  it('nothing gives no line', () => {
    expect(lay('', 10)).toEqual([]);
    expect(lay([], 10)).toEqual([]);
  });

  it('break where the text says, and a last break adds no line', () => {
    expect(lay('国\n国国\n', 10).map(textOf)).toEqual(['国 ', '国国']);
    expect(lay('国\n\n国', 10).map(textOf)).toEqual(['国 ', ' ', '国']);
  });

  it('have a space beyond their end where the text says to break, so that what is read out is no single word', () => {
    const [broken] = lay('foo\nbar', 10);
    expect(textOf(broken as InlineLine)).toBe('foo ');
    expect(broken?.width).toBe(lay('foo', 10)[0]?.width);
    expect(lay('国\n国', 1, { textAlign: 'end' }).map(placesOf)).toEqual([[0, 1], [0]]);
  });

  it('are as high as the line-height says, with the em box in the middle', () => {
    const [line] = lay('国', 10, { lineHeight: { factor: 2 } });
    expect(line?.height).toBe(2 * EM);
    expect(line?.baseline).toBe(EM / 2 + 0.88 * EM);
    const [fixed] = lay('国', 10, { lineHeight: { length: 1.5 * EM } });
    expect(fixed?.height).toBe(1.5 * EM);
  });

  it('keep their height where a smaller or a fallback face stands in them', () => {
    const small = styled({ fontSize: EM / 2 });
    const style = INITIAL;
    const context = fixedContext(fixedFace('first', '髙'), fixedFace('second'));
    const lines = layoutInline([text('国'), text('小', small), text('髙')], style, 10 * EM, context);
    expect(lines.map(({ height }) => height)).toEqual([1.7 * EM]);
    expect(runsOf(lines[0] as InlineLine).map(({ face, y }) => [face.id, y])).toEqual([
      ['first', lines[0]?.baseline],
      ['first', lines[0]?.baseline],
      ['second', lines[0]?.baseline],
    ]);
  });

  it('take the tallest line-height on them', () => {
    const large = styled({ fontSize: 2 * EM });
    expect(lay([text('国'), text('大', large)], 10)[0]?.height).toBe(3.4 * EM);
  });

  it('are set at the start, in the centre, at the end', () => {
    expect(placesOf(lay('国国', 4)[0] as InlineLine)).toEqual([0, 1]);
    expect(placesOf(lay('国国', 4, { textAlign: 'center' })[0] as InlineLine)).toEqual([1, 2]);
    expect(placesOf(lay('国国', 4, { textAlign: 'end' })[0] as InlineLine)).toEqual([2, 3]);
  });

  it('begin after the indent, the first only', () => {
    const lines = lay('国国国国', 3, { textIndent: EM });
    expect(lines.map(placesOf)).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(lay('国国', 3, { textIndent: -EM }).map(placesOf)).toEqual([[-1, 0]]);
  });

  it('leave a space at their end out of their width', () => {
    const lines = lay('国国 国国', 2.5);
    expect(lines.map(({ width }) => width / EM)).toEqual([2, 2]);
    expect(lay('国　国', 1, { textAlign: 'end' }).map(({ width }) => width / EM)).toEqual([1, 1]);
  });
});

describe('last lines', () => {
  it('hold two characters at least, marks not counted', () => {
    expect(lay('サーバーにメールを残す。', 10).map(textOf)).toEqual(['サーバーにメールを', '残す。']);
    expect(lay('サーバーにメールを残します。', 10).map(textOf)).toEqual(['サーバーにメールを残', 'します。']);
  });

  it('stay short where the line before would be the shorter one, or is ended by the text', () => {
    expect(lay('国国国', 2).map(textOf)).toEqual(['国国', '国']);
    expect(lay('国国国国国\n国', 5).map(textOf)).toEqual(['国国国国国 ', '国']);
  });

  it('after a forced break too', () => {
    expect(lay('国国国国国国\n語語語語語語', 5).map(textOf)).toEqual([
      '国国国国',
      '国国 ',
      '語語語語',
      '語語',
    ]);
  });
});

describe('justification', () => {
  it('fills every line but the last, evenly between characters', () => {
    const lines = lay('国国国国国国、国国', 6.5, { textAlign: 'justify', textSpacingTrim: 'trim-both' });
    expect(lines.map(textOf)).toEqual(['国国国国国国、', '国国']);
    expect(lines[0]?.width).toBe(6.5 * EM);
    expect(lines[1]?.width).toBe(2 * EM);
    const wide = lay('国国国国国国国国', 5.25, { textAlign: 'justify' });
    expect(placesOf(wide[0] as InlineLine).map((x) => Math.round(x * 1e4) / 1e4)).toEqual([
      0, 1.0625, 2.125, 3.1875, 4.25,
    ]);
  });

  it('gives the closer at the end its blank half back first', () => {
    const lines = lay('国国国国、国国国', 5, { textAlign: 'justify', textSpacingTrim: 'trim-both' });
    expect(placesOf(lines[0] as InlineLine)).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts neither a hung mark nor a hyphen as room to give back', () => {
    const hung = lay('国国国国国、国国国', 5.2, { textAlign: 'justify', hangingPunctuation: 'force-end' });
    expect(placesOf(hung[0] as InlineLine).map((x) => Math.round(x * 100) / 100)).toEqual([
      0, 1.05, 2.1, 3.15, 4.2, 5.2,
    ]);
    expect(hung[0]?.width).toBe(5.2 * EM);
    const hyphen = lay('国国国inter\u00ADnational', 6.1, { textAlign: 'justify' });
    expect(hyphen[0]?.width).toBe(6.1 * EM);
  });

  it('leaves a line ragged that would have to be torn apart', () => {
    const lines = lay('国国abcdefghijklmn', 7, { textAlign: 'justify' });
    expect(lines.map(textOf)).toEqual(['国国', 'abcdefghijklmn']);
    expect(placesOf(lines[0] as InlineLine)).toEqual([0, 1]);
  });

  it('opens word spaces before anything else', () => {
    const [line] = lay('aa bb 国国国国国', 6.1, { textAlign: 'justify' });
    const places = placesOf(line as InlineLine).map((x) => Math.round(x * 100) / 100);
    expect(places).toEqual([0, 0.5, 1, 1.55, 2.05, 2.55, 3.1, 4.1, 5.1]);
  });
});

describe('total fit', () => {
  it('takes a character over to the next line where that would be torn apart otherwise', () => {
    // First fit would leave ten ideographs for the second line, and open it as far as may be.
    const content = `${'国'.repeat(22)}abcdefghijklmno${'国'.repeat(6)}`;
    const lines = lay(content, 12, { textAlign: 'justify' });
    expect(lines.map(textOf)[0]).toBe('国'.repeat(11));
    expect(lines.slice(0, -1).every(({ width }) => width === 12 * EM)).toBe(true);
  });

  it('keeps a number with its counter where the gaps allow it', () => {
    const content = '国国国国国国国国国国国国国国国国国国12台国国国国国国国国国国国国国国国国国国国国国';
    const lines = lay(content, 19, { textAlign: 'justify' }).map(textOf);
    expect(lines[0]).toBe('国国国国国国国国国国国国国国国国国国');
  });

  it.each([
    ['a katakana word', 'サーバーの', 'サーバー'],
    ['an honorific and its word', 'お客様の', 'お客様の'],
    ['a compound of ideographs', '不便です', '不便です'],
    ['a word and its ending', '走るの', '走るの'],
  ])('ends a line before %s rather than within, where that hardly opens it', (_, word, head) => {
    const before = `${'あかさたなはまやらわ'.repeat(4)}、`;
    // One character of the word would fit.
    const lines = lay(`${before}${word}あかさたなはまや`, before.length + 1.2, { textAlign: 'justify' }).map(
      textOf,
    );
    expect(lines[0]).toBe(before);
    expect(lines[1]?.startsWith(head)).toBe(true);
  });

  it('leaves three characters at least for the last line, where that hardly opens the one before', () => {
    const lines = lay(`${'国'.repeat(40)}ます。`, 40.3, { textAlign: 'justify' }).map(textOf);
    expect(lines.at(-1)).toBe('国ます。');
  });

  it('divides a word where keeping it would open the line to be seen', () => {
    const lines = lay(`国国国国国サーバー国国国国国国`, 8, { textAlign: 'justify' }).map(textOf);
    expect(lines[0]).toBe('国国国国国サー');
  });

  it('closes up before it opens, as far as books do and no further', () => {
    const changes = { textAlign: 'justify', AnnaiSpacing: 'fixed' } as const;
    const content = '国国国国、国国国国、国国国国、国国国国国国';
    expect(lay(content, 14.25, changes).map(textOf)[0]).toBe('国国国国、国国国国、国国国国、');
    const [line] = lay('国国、国国国', 5.75, changes);
    expect(placesOf(line as InlineLine)).toEqual([0, 1, 2, 2.75, 3.75, 4.75]);
    expect(lay('国国、国国国', 5.5, changes)).toHaveLength(2);
    expect(lay('国国、国国国', 5.5, { ...changes, AnnaiReduction: 'table-3' })).toHaveLength(1);
  });
});

describe('what cannot be broken', () => {
  it('is refused with the measure and without the text', () => {
    const error = problemsOf(() => lay('himitsu-no-password', 3, { whiteSpace: 'nowrap' }));
    expect(error).toMatchObject({ problems: [{ code: 'layout/too-wide', place: PLACE }] });
    expect(JSON.stringify(error)).not.toContain('himitsu');
    expect(String(error)).toMatch(/33\.5 mm/);
  });

  it('wraps around a nowrap box', () => {
    const nowrap = styled({ whiteSpace: 'nowrap' });
    const lines = lay([text('国国国'), inline([text('国国国', nowrap)], nowrap), text('国')], 4);
    expect(lines.map(textOf)).toEqual(['国国国', '国国国国']);
  });

  it('an identifier longer than the line breaks between characters, without a hyphen', () => {
    const lines = lay('宛先はvery-long-name@mail.example.jpです', 6);
    expect(lines.map(textOf).join('')).toBe('宛先はvery-long-name@mail.example.jpです');
    expect(lines.map(textOf).some((line) => line.endsWith('-'))).toBe(false);
  });
});

describe('an object wider than the line', () => {
  it('is refused with the measure', () => {
    const wide = replaced({ kind: 'image', src: 'a.png' }, styled({ width: 9 * EM, height: EM }));
    expect(problemsOf(() => lay([wide], 5))).toMatchObject({
      problems: [{ code: 'layout/too-wide', place: PLACE }],
    });
  });
});

describe('characters that no face holds', () => {
  it('are all named, with their code points and places', () => {
    const context = fixedContext(fixedFace('fixed', '𠮷☑'));
    const error = problemsOf(() => layoutInline([text('𠮷野☑𠮷')], INITIAL, 10 * EM, context));
    expect(error).toMatchObject({
      problems: [
        { code: 'V04', place: PLACE, message: { ja: expect.stringContaining('「𠮷」（U+20BB7）') } },
        { code: 'V04', place: PLACE, message: { ja: expect.stringContaining('U+2611') } },
      ],
    });
  });
});

describe('ruby', () => {
  it('stands centred on its base, an em box above it', () => {
    const [line] = lay([ruby([['国', 'く']])], 4);
    const [base, reading] = runsOf(line as InlineLine);
    expect(base).toMatchObject({ role: 2, x: 0 });
    expect(reading).toMatchObject({ role: 3, x: EM / 4, size: EM / 2 });
    expect((base?.y ?? 0) - (reading?.y ?? 0)).toBe(Math.round(0.88 * EM) + 0.06 * EM);
  });

  it('widens a base that is shorter than it', () => {
    const [line] = lay([ruby([['国', 'こっこっ']]), text('国')], 9);
    expect(placesOf(line as InlineLine)).toEqual([0.5, 2, 0, 0.5, 1, 1.5]);
  });

  it('reaches over the blank half of a mark beside its base, and not over the mark', () => {
    const [after] = lay([text('国。'), ruby([['心', 'こころ']]), text('国')], 9);
    expect(placesOf(after as InlineLine)).toEqual([0, 1, 2, 3.25, 1.75, 2.25, 2.75]);
    const [before] = lay([text('国'), ruby([['心', 'こころ']]), text('「国')], 9);
    expect(placesOf(before as InlineLine)).toEqual([0, 1.25, 2.25, 3.25, 1, 1.5, 2]);
  });

  it('of a group never parts', () => {
    const lines = lay([text('国国'), ruby([['昨日', 'きのう']])], 3);
    expect(lines.map(({ width }) => width / EM)).toEqual([2, 2]);
  });

  it('lets a tight line grow, and leaves a line of 1.6 and more as it is', () => {
    const height = (factor: number) => {
      const style = styled({ lineHeight: { factor } });
      return lay([ruby([['国', 'く']], style)], 4, style)[0]?.height;
    };
    expect(height(1.6)).toBe(1.6 * EM);
    expect(height(1)).toBe(1.5 * EM);
  });
});

describe('links and backgrounds', () => {
  it('a link has an area on each of its lines', () => {
    const lines = lay(
      [text('国国'), inline([text('国国')], INITIAL, { href: 'https://example.jp/', role: 5 }), text('国')],
      3,
    );
    expect(
      lines.map(({ links }) => links.map(({ x, width, href, role }) => [x / EM, width / EM, href, role])),
    ).toEqual([[[2, 1, 'https://example.jp/', 5]], [[0, 1, 'https://example.jp/', 5]]]);
  });

  it('a background lies behind its text', () => {
    const marked = styled({ backgroundColor: '#ffff00' });
    const [line] = lay([text('国'), inline([text('国', marked)], marked)], 3);
    expect(line?.items[0]).toMatchObject({ kind: 'fill', x: EM, width: EM, height: EM, color: '#ffff00' });
  });
});

describe('room around inline boxes', () => {
  it('margins, borders and paddings part the text, and backgrounds reach to the border', () => {
    const badge = styled({
      backgroundColor: '#eeeeee',
      marginLeft: EM / 2,
      paddingLeft: EM / 4,
      paddingRight: EM / 4,
    });
    const [line] = lay([text('国'), inline([text('国国', styled())], badge), text('国')], 9);
    expect(placesOf(line as InlineLine)).toEqual([0, 1.75, 2.75, 4]);
    expect(line?.items[0]).toMatchObject({ kind: 'fill', x: 1.5 * EM, width: 2.5 * EM, height: EM });
    expect(line?.width).toBe(5 * EM);
  });

  it('is kept where the box is broken over lines: the left at its beginning, the right at its end', () => {
    const badge = styled({ backgroundColor: '#eeeeee', paddingLeft: EM, paddingRight: EM });
    const lines = lay([inline([text('国国国国国', styled())], badge)], 4);
    expect(lines.map(placesOf)).toEqual([
      [1, 2, 3],
      [0, 1],
    ]);
    expect(lines.map(({ items }) => items[0])).toMatchObject([
      { x: 0, width: 4 * EM },
      { x: 0, width: 3 * EM },
    ]);
  });

  it('stops the spacing between its inside and its outside', () => {
    const spaced = styled({ textAutospace: 'normal' });
    const boxed = styled({ textAutospace: 'normal', paddingLeft: EM });
    const places = (box: Style) =>
      placesOf(lay([text('国', spaced), inline([text('A', spaced)], box)], 9, spaced)[0] as InlineLine);
    expect(places(spaced)).toEqual([0, 1.125]);
    expect(places(boxed)).toEqual([0, 2]);
  });
});

describe('objects in lines', () => {
  it('a tick box stands like an ideograph', () => {
    const [line] = lay([replaced({ kind: 'tick' }), text('国')], 9);
    const frame = line?.items.find(({ kind }) => kind === 'frame');
    const baseline = line?.baseline ?? 0;
    expect(line?.height).toBe(1.7 * EM);
    expect(frame?.y).toBeGreaterThan(baseline - 0.88 * EM);
    expect((frame?.y ?? 0) + (frame?.kind === 'frame' ? frame.height : 0)).toBeLessThan(baseline + 0.12 * EM);
    expect(placesOf(line as InlineLine)).toEqual([1]);
  });

  it('a picture stands on the baseline, or in the middle, and the line makes room', () => {
    const picture = (verticalAlign: Style['verticalAlign']) =>
      lay(
        [replaced({ kind: 'image', src: 'a.png' }, styled({ width: 3 * EM, height: 3 * EM, verticalAlign }))],
        9,
      )[0];
    const standing = picture('baseline');
    expect(standing?.items).toMatchObject([{ kind: 'image', x: 0, y: 0, role: 4 }]);
    expect(standing?.baseline).toBe(3 * EM);
    const middle = picture('middle');
    expect(middle?.height).toBe(3 * EM);
    expect(picture('top')?.height).toBe(3 * EM);
    expect(picture('bottom')?.items).toMatchObject([{ y: 0 }]);
  });

  it('no closer follows one at a line’s head', () => {
    expect(
      lay([text('国国'), replaced({ kind: 'tick' }), text('」国')], 3).map(({ width }) => width / EM),
    ).toEqual([2, 3]);
  });
});

describe('headings', () => {
  it('break at phrases, evenly', () => {
    const lines = lay('メールソフトの設定を変更する手順', 12, {
      wordBreak: 'auto-phrase',
      textWrap: 'balance',
    });
    expect(lines.map(textOf)).toEqual(['メールソフトの', '設定を変更する手順']);
  });
});

describe('phrases', () => {
  it.each([
    ['「国語」を読む', 6, ['「国語」を', '読む']],
    // とき is a word of its own, to be kept from no bracket.
    ['「サーバーに残す」ときの扱い', 10, ['「サーバーに残す」', 'ときの扱い']],
  ] as const)(
    '%s: a particle holds to the bracket before it, a word that begins like one does not',
    (content, em, lines) => {
      expect(lay(content, em, { wordBreak: 'auto-phrase' }).map(textOf)).toEqual(lines);
    },
  );
});

describe('soft hyphens', () => {
  it('show only where they end a line', () => {
    expect(lay('inter\u00ADnational', 5).map(textOf)).toEqual(['inter-', 'national']);
    expect(lay('inter\u00ADnational', 20).map(textOf)).toEqual(['international']);
  });
});
