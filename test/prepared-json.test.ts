import { expect, test } from 'vitest';
import { fromJson, jsonWithout } from '../src/prepared-json.js';

const data = { file: '/a "b"\\c/style.css', parts: ['/a "b"\\c', 'x', 0.1, true, null] };

test('data come back, with the path of the machine where they are read', () => {
  const json = jsonWithout('/a "b"\\c', data);
  expect(json.toString()).not.toContain('/a');
  expect(fromJson(json, '/a "b"\\c')).toEqual(data);
  expect(fromJson(json, 'C:\\ä$&"')).toEqual({
    file: 'C:\\ä$&"/style.css',
    parts: ['C:\\ä$&"', 'x', 0.1, true, null],
  });
});

test.each([
  ['what is no number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['minus zero', -0],
  ['a map', new Map([[1, 2]])],
  ['a set', new Set([1])],
  ['a function', () => 1],
  ['the character that stands for the path', 'a\0b'],
])('%s is refused, since it would come back as something else', (_, value) => {
  expect(() => jsonWithout('/a', { deep: [{ value }] })).toThrow('annai: internal error');
});
