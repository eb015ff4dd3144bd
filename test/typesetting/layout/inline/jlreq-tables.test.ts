import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findAdjustments } from '../../../../src/typesetting/layout/inline/adjustments.js';
import { ALLOWED } from '../../../../src/typesetting/layout/inline/find-opportunities.js';
import type { JlreqClass } from '../../../../src/typesetting/layout/inline/jlreq-class.js';
import { jlreqGlue } from '../../../../src/typesetting/layout/inline/jlreq-glue.js';
import { setParagraph } from '../../../../src/typesetting/layout/inline/set-paragraph.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { fixedContext } from './fixed-face.js';
import { EM, styled, text } from './inline-boxes.js';

type Table = { readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>> };
const TABLES: Readonly<Record<string, Table>> = JSON.parse(
  readFileSync(new URL('../../../vectors/jlreq-tables.json', import.meta.url), 'utf8'),
);

/** A character of each class that has one of its own in horizontal setting. */
const SAMPLES: readonly (readonly [string, JlreqClass, string])[] = [
  ['cl-01', 'opening-bracket', '（'],
  ['cl-02', 'closing-bracket', '」'],
  ['cl-03', 'hyphen', '〜'],
  ['cl-04', 'dividing-punctuation', '？'],
  ['cl-05', 'middle-dot', '・'],
  ['cl-06', 'full-stop', '。'],
  ['cl-07', 'comma', '、'],
  ['cl-08', 'inseparable', '…'],
  ['cl-09', 'iteration-mark', '々'],
  ['cl-10', 'prolonged-sound-mark', 'ー'],
  ['cl-11', 'small-kana', 'っ'],
  ['cl-12', 'prefixed-abbreviation', '￥'],
  ['cl-13', 'postfixed-abbreviation', '％'],
  ['cl-14', 'ideographic-space', '　'],
  ['cl-15', 'hiragana', 'の'],
  ['cl-16', 'katakana', 'カ'],
  ['cl-19', 'ideograph', '国'],
  ['cl-24', 'numeral', '5'],
  ['cl-26', 'western-space', ' '],
  ['cl-27', 'western', 'A'],
];
const PAIRS = SAMPLES.flatMap((left) => SAMPLES.map((right) => ({ left, right })));

const cell = (table: string, left: string, right: string): string =>
  TABLES[table]?.cells[left]?.[right] ?? '';
const part = (fraction: string): number => {
  const [over = '0', under = '1'] = fraction.split('/');
  return Number(over) / Number(under);
};

/** Cells that say "n. 3" and the like: the note, in words of the other cells. */
const NOTES: Readonly<Record<string, readonly [number, number]>> = {
  'cl-05 cl-05': [1 / 4, 1 / 4],
  'cl-06 cl-05': [1 / 2, 1 / 4],
  'cl-07 cl-05': [1 / 2, 1 / 4],
};

function wantedGlue(left: string, right: string): readonly [number, number] {
  const note = NOTES[`${left} ${right}`];
  if (note !== undefined) return note;
  const [amount = '', side = ''] = cell('table1_spacing', left, right).split(' ');
  return side === 'be' ? [part(amount), 0] : side === 'af' ? [0, part(amount)] : [0, 0];
}

const settingOf = (content: string) => {
  const changes: Partial<Style> = { AnnaiSpacing: 'fixed', textAutospace: 'normal' };
  const style = styled(changes);
  return setParagraph([text(content, style)], style, fixedContext(), 1000 * EM);
};

describe('JLREQ Table 1, the glue between two characters', () => {
  it.each(PAIRS)('$left.2$right.2', ({ left, right }) => {
    const { before, after } = jlreqGlue(left[1], right[1]);
    expect([before, after]).toEqual(wantedGlue(left[0], right[0]));
  });
});

describe('JLREQ Table 2, where no line ends', () => {
  it('holds at every pair, whatever UAX #14 allows', () => {
    const forbidden = PAIRS.filter(({ left, right }) => cell('table2_break', left[0], right[0]) === 'not');
    expect(forbidden.length).toBeGreaterThan(200);
    const broken = forbidden.filter(({ left, right }) => {
      // In a word before and after: at the edges of a text nothing breaks anyhow.
      const { clusters, opportunities } = settingOf(`国${left[2]}${right[2]}国`);
      return clusters.length === 4 && (opportunities[2] ?? 0) >= ALLOWED;
    });
    expect(broken.map(({ left, right }) => left[2] + right[2])).toEqual([]);
  });
});

describe('how far glue closes up', () => {
  /** What cells write as "1/2-1/4". Middle dots have notes of their own, word spaces are no cells. */
  const plain = PAIRS.filter(
    ({ left, right }) =>
      !`${left[0]} ${right[0]}`.includes('cl-26') && NOTES[`${left[0]} ${right[0]}`] === undefined,
  );
  it.each([
    ['table-3', 'table3_reduce_jlreq'],
    ['table-5', 'table5_reduce_books'],
  ] as const)('is that of %s', (reduction, table) => {
    const wrong = plain.flatMap(({ left, right }) => {
      const [most = '', least] = cell(table, left[0], right[0]).split('-');
      const wanted = least === undefined ? 0 : part(most) - part(least);
      const { reductions } = findAdjustments(settingOf(left[2] + right[2]), reduction);
      const given = reductions.reduce((sum, { limits }) => sum + (limits[1] ?? 0), 0) / EM;
      return given === wanted ? [] : [`${left[2]}${right[2]}: ${given}, not ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('JLREQ Table 6, how far gaps open', () => {
  it('in the second stage and the third', () => {
    const wrong = PAIRS.flatMap(({ left, right }) => {
      if (left[0] === 'cl-26' || right[0] === 'cl-26') return [];
      const written = cell('table6_expand', left[0], right[0]);
      const [amount = '', most] = written.startsWith('n.') ? [] : written.split('-');
      const wanted = most === undefined ? part(amount === '' ? '0' : amount) : part(most) - part(amount);
      const { expansions } = findAdjustments(settingOf(left[2] + right[2]), 'table-5');
      const given = ((expansions[1]?.limits[1] ?? 0) + (expansions[2]?.limits[1] ?? 0)) / EM;
      return given === wanted ? [] : [`${left[2]}${right[2]}: ${given}, not ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });
});
