/** Takes what columns ask for and the width to fill, gives their widths (CSS Tables 3 §3.9.3: distribution algorithm). */

import { type Length, scale } from '../../../units.js';
import type { ColumnMeasure } from './measure-columns.js';
import { share } from './share.js';

type Guess = readonly Length[];

/** `available` is at least the sum of the minima; the widths add up to it exactly. */
export function columnWidths(columns: readonly ColumnMeasure[], available: Length): readonly Length[] {
  const guesses = guessWidths(columns, available);
  for (const [index, guess] of guesses.entries()) {
    if (total(guess) < available) continue;
    const smaller = guesses[index - 1];
    return smaller === undefined ? guess : between(smaller, guess, available);
  }
  return widen(columns, guesses.at(-1) ?? [], available);
}

/** The least the columns can take, and what they would like to take. */
export function tableMeasure(columns: readonly ColumnMeasure[]): {
  readonly min: Length;
  readonly max: Length;
} {
  const max = total(columns.map((column) => column.max));
  // A column that asks for a share of the whole asks for a whole of which its content is that share.
  const wholes = columns.map(({ max: own, percent }) => (percent > 0 ? Math.ceil((own * 100) / percent) : 0));
  return { min: total(columns.map((column) => column.min)), max: Math.max(max, ...wholes) };
}

/** From the narrowest to the widest: minima; percentages; stated lengths; what the content would like. */
function guessWidths(columns: readonly ColumnMeasure[], available: Length): readonly Guess[] {
  const ofWhole = ({ percent, min }: ColumnMeasure) => Math.max(scale(available, percent / 100), min);
  const pick = (isFull: (column: ColumnMeasure) => boolean): Guess =>
    columns.map((column) =>
      column.percent > 0 ? ofWhole(column) : isFull(column) ? column.max : column.min,
    );
  return [
    columns.map(({ min }) => min),
    pick(() => false),
    pick(({ constrained }) => constrained),
    pick(() => true),
  ];
}

/** A mixture of two guesses, as far towards the wider one as the width allows. */
function between(narrow: Guess, wide: Guess, available: Length): Guess {
  const missing = share(
    available - total(narrow),
    wide.map((width, index) => width - (narrow[index] ?? 0)),
  );
  return narrow.map((width, index) => width + (missing[index] ?? 0));
}

/** What is left goes to the columns that state nothing, else to those of stated length, else to percentages. */
function widen(columns: readonly ColumnMeasure[], widths: Guess, available: Length): Guess {
  const ask = [
    columns.map(({ max, constrained, percent }) => (constrained || percent > 0 ? 0 : max)),
    columns.map(({ constrained, percent }) => (constrained || percent > 0 ? 0 : 1)),
    columns.map(({ max, constrained, percent }) => (constrained && percent === 0 ? max : 0)),
    columns.map(({ percent }) => percent),
  ].find((weights) => total(weights) > 0);
  const rest = share(available - total(widths), ask ?? widths);
  return widths.map((width, index) => width + (rest[index] ?? 0));
}

export const total = (lengths: readonly Length[]): Length => lengths.reduce((sum, length) => sum + length, 0);
