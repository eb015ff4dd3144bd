import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest } from '../../../src/office/yaml/closest.js';

const KEYS = ['allowPlain', 'domains', 'id', 'imap', 'pop', 'quotaMB', 'quotaWarning', 'smtp'];

describe('the word that was probably meant', () => {
  test.each([
    ['alowPlain', 'allowPlain'],
    ['allowplain', 'allowPlain'],
    ['domain', 'domains'],
    ['quotMB', 'quotaMB'],
    ['pop3', 'pop'],
    ['stmp', 'smtp'],
    ['contact', undefined],
    ['x', undefined],
  ])('by %s is %s', (word, meant) => {
    expect(nearest(word, KEYS)).toBe(meant);
  });

  test('is the word itself where it is known', () => {
    fc.assert(fc.property(fc.constantFrom(...KEYS), (word) => nearest(word, KEYS) === word));
  });

  test('is nothing where nothing is known', () => {
    expect(nearest('pop', [])).toBeUndefined();
  });
});
