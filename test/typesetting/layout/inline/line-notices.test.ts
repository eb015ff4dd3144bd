import { describe, expect, it } from 'vitest';
import { PLACE } from './inline-boxes.js';
import { lay, textOf } from './lay-lines.js';

const noticesOf = (lines: ReturnType<typeof lay>) => lines.flatMap(({ notices }) => notices ?? []);

describe('a justified line that would have to be torn apart', () => {
  const lines = lay('国国abcdefghijklmn国国国国国abcdefghijklmn', 7.5, { textAlign: 'justify' });

  it('is left ragged and told of, once a paragraph, with what the worst line lacks', () => {
    expect(lines.map(textOf)).toEqual(['国国', 'abcdefghijklmn', '国国国国国', 'abcdefghijklmn']);
    expect(noticesOf(lines)).toMatchObject([
      {
        code: 'layout/ragged-line',
        severity: 'notice',
        place: PLACE,
        message: { en: expect.stringMatching(/^3 line\(s\).* 19\.4 mm/) },
      },
    ]);
  });

  it('is nothing to speak of where the text is not to be justified', () => {
    expect(noticesOf(lay('国国abcdefghijklmn国国国国国abcdefghijklmn', 7.5))).toEqual([]);
  });

  it('is told of without the text, which may be a password', () => {
    expect(JSON.stringify(noticesOf(lines))).not.toContain('abc');
  });
});

describe('a line that begins with what may not', () => {
  it('is told of', () => {
    const lines = lay('国」」」」」」国', 4);
    expect(lines.map(textOf)).toEqual(['国」」」', '」」」国']);
    expect(noticesOf(lines)).toMatchObject([
      { code: 'layout/forbidden-break', severity: 'notice', place: PLACE },
    ]);
  });

  it('is none where a word is broken for want of room', () => {
    expect(noticesOf(lay('abcdefghijklmn', 3))).toEqual([]);
  });
});

it('an ordinary paragraph has no notices', () => {
  expect(noticesOf(lay('国、国国「国」国国。国国国国国', 8, { textAlign: 'justify' }))).toEqual([]);
});
