import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { score, type Vector } from './vectors.js';

const read = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`../../../vectors/${name}`, import.meta.url), 'utf8'));

const VECTORS = read<Vector>('typography.json');
/** Vectors that contradict the specification that they cite, each with the reason. */
const CONTRADICTIONS = read<{ readonly id: string; readonly reason: string }>('contradictions.json');

describe('by-hand.json', () => {
  for (const [kind, { failures }] of score(read<Vector>('by-hand.json'))) {
    it(`${kind}: every vector`, () => {
      expect(failures).toEqual([]);
    });
  }
});

describe('typography.json', () => {
  const scores = score(VECTORS);
  const contradicted = new Set(CONTRADICTIONS.map(({ id }) => id));

  for (const [kind, { failures }] of scores) {
    it(`${kind}: every vector`, () => {
      expect(failures.filter(({ id }) => !contradicted.has(id))).toEqual([]);
    });
  }

  it('every contradiction is one still, and has its reason', () => {
    const failed = [...scores.values()].flatMap(({ failures }) => failures.map(({ id }) => id));
    expect([...contradicted].toSorted()).toEqual(failed.toSorted());
    expect(CONTRADICTIONS.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });

  it('phrases: seven in ten of Chromium’s older model agree', () => {
    const { pass = 0, total = 0 } = scores.get('phrase-breaks/chromium') ?? {};
    expect(pass / total).toBeGreaterThanOrEqual(0.7);
  });

  it('a vector of a kind that is not known fails', () => {
    const [first] = score([{ id: 'a', kind: 'b', source: '', mode: 'strict', text: 'c' }]).values();
    expect(first).toMatchObject({ pass: 0, total: 1 });
  });
});
