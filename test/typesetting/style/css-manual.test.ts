import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROPERTY_NAMES } from '../../../src/typesetting/style/read-declaration.js';

const MANUAL = readFileSync(new URL('../../../docs/css.md', import.meta.url), 'utf8');

describe('docs/css.md', () => {
  const rows = MANUAL.split('\n').filter((line) => line.startsWith('| `') && !line.startsWith('| `layout/'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

  test('names every property that a style sheet may use, each once', () => {
    expect(named.toSorted()).toEqual([...PROPERTY_NAMES].toSorted());
  });

  test('names every notice of composition', () => {
    const source = readFileSync(
      new URL('../../../src/typesetting/layout/inline/line-notices.ts', import.meta.url),
      'utf8',
    );
    const codes = [...source.matchAll(/code: '([^']+)'/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(MANUAL).toContain(`| \`${code}\` |`);
  });
});
