import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBreaks, NO_BREAK } from '../../../../src/typesetting/layout/inline/find-breaks.js';

interface Case {
  readonly line: number;
  readonly text: string;
  readonly offsets: readonly number[];
}

function readCases(): readonly Case[] {
  const file = new URL('../../../vectors/LineBreakTest-17.0.0.txt', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const marks = line.split('#')[0]?.trim() ?? '';
      return marks === '' ? [] : [readCase(marks, index + 1)];
    });
}

function readCase(marks: string, line: number): Case {
  let text = '';
  const offsets: number[] = [];
  for (const mark of marks.split(/\s+/)) {
    if (mark === '÷') offsets.push(text.length);
    else if (mark !== '×') text += String.fromCodePoint(Number.parseInt(mark, 16));
  }
  // The file marks the end of the text too; findBreaks leaves it to the caller.
  return { line, text, offsets: offsets.filter((offset) => offset < text.length) };
}

const offsetsOf = (text: string, strictness: Parameters<typeof findBreaks>[1]): readonly number[] =>
  [...findBreaks(text, strictness)].flatMap((value, offset) => (value === NO_BREAK ? [] : [offset]));

describe('line break opportunities, untailored', () => {
  const cases = readCases();

  it('reads the whole of LineBreakTest-17.0.0.txt', () => {
    expect(cases).toHaveLength(19_338);
  });

  it('passes every case of LineBreakTest-17.0.0.txt', () => {
    const failed = cases.filter(({ text, offsets }) => offsetsOf(text, 'none').join() !== offsets.join());
    expect(
      failed.map(({ line, offsets, text }) => ({ line, wanted: offsets, got: offsetsOf(text, 'none') })),
    ).toEqual([]);
  });
});
