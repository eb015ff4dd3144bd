import { expect, test } from 'vitest';
import { printableSource } from '../../../src/office/template/printable-source.js';

test('what a template may print is its words and what stands in braces, no comment', () => {
  const source = printableSource(
    [
      '<p>甲{{!-- 注 }} 釈 --}}乙</p>{{! 控え }}',
      '{{> box title="題"}}<b>{{#if x}}丙{{else}}丁{{/if}}</b>{{{生}}}',
    ],
    '/* 説明 */ p::before { content: "印" }',
  );
  for (const printed of '甲乙丙丁題印') expect(source).toContain(printed);
  for (const comment of ['注', '釈', '控', '説明']) expect(source).not.toContain(comment);
  expect(source).toContain('<p>甲乙</p>');
  expect(source.indexOf('題')).toBeLessThan(source.indexOf('<p>'));
});
