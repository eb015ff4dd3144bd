import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../src/nearest.js';

const KEYS = ['allowPlain', 'domains', 'id', 'imap', 'pop', 'quotaMB', 'quotaWarning', 'smtp'];

describe('the word that was probably meant', () => {
  test.each([
    ['colour', ['border', 'color', 'columns'], 'color'],
    ['stong', ['small', 'strong'], 'strong'],
    ['hieght', ['width', 'height'], 'height'],
    ['H1', ['h1', 'h2'], 'h1'],
    ['x', ['a', 'b'], 'a'],
    ['div', ['p', 'li'], undefined],
    ['メールアドレ', ['お客様番号', 'メールアドレス'], 'メールアドレス'],
    ['alowPlain', KEYS, 'allowPlain'],
    ['quotMB', KEYS, 'quotaMB'],
    ['pop3', KEYS, 'pop'],
    ['contact', KEYS, undefined],
    ['', [], undefined],
  ])('by %j among %j is %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  test('is the word itself where it is known', () => {
    fc.assert(fc.property(fc.constantFrom(...KEYS), (word) => nearest(word, KEYS) === word));
  });
});
