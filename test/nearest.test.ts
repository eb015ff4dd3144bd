import { expect, test } from 'vitest';
import { nearest } from '../src/nearest.js';

test.each([
  ['colour', ['border', 'color', 'columns'], 'color'],
  ['stong', ['small', 'strong'], 'strong'],
  ['hieght', ['width', 'height'], 'height'],
  ['H1', ['h1', 'h2'], 'h1'],
  ['x', ['a', 'b'], 'a'],
  ['div', ['p', 'li'], undefined],
  ['メールアドレ', ['お客様番号', 'メールアドレス'], 'メールアドレス'],
  ['', [], undefined],
])('%j among %j means %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
