import { expect, test } from 'vitest';
import { ProblemError } from '../src/problem.js';
import { withinTime } from '../src/time-limit.js';
import { problemsOf } from './pipeline/office-folder.js';

test('work that never ends is ended, in a loop as in a regular expression', () => {
  const seen = new Map<number, number>();
  const forever = () => {
    for (let at = 0; ; at += 1) seen.set(at % 100, at);
  };
  const backtracking = () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`);
  for (const work of [forever, backtracking])
    expect(problemsOf(() => withinTime(200, work))).toMatchObject([
      { code: 'template/too-slow', message: { ja: expect.stringContaining('0.2秒') } },
    ]);
});

test('what it gives, and what it throws, comes through as it is', () => {
  const thrown = new ProblemError([]);
  const refuse = () => {
    throw thrown;
  };
  for (const limit of [0, 60_000]) {
    expect(withinTime(limit, () => 42)).toBe(42);
    expect(() => withinTime(limit, refuse)).toThrow(thrown);
  }
});

test('limits stand in one another, and one that has passed leaves nothing behind', () => {
  expect(withinTime(60_000, () => withinTime(60_000, () => 1) + withinTime(60_000, () => 2))).toBe(3);
  expect(
    problemsOf(() =>
      withinTime(60_000, () =>
        withinTime(100, () => {
          for (;;);
        }),
      ),
    ),
  ).toHaveLength(1);
  expect(withinTime(60_000, () => 3)).toBe(3);
});
