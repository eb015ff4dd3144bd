import { describe, expect, test } from 'vitest';
import { parseFacts } from '../../../src/office/sheet/facts.js';
import { ProblemError, sure } from '../../../src/problem.js';
import { FACTS, FACTS_TEXT } from './facts-for-tests.js';

const LINES = FACTS_TEXT.split('\n');

/** The complaints about the shipped file with one piece changed, each with the line of the file that it points at. */
function complaints(from: string, to: string): readonly string[] {
  if (!FACTS_TEXT.includes(from)) throw new Error(`facts.yaml does not hold: ${from}`);
  const text = FACTS_TEXT.replace(from, to);
  try {
    parseFacts(text, 'facts.yaml');
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, place, hint }) => {
      const line = place?.kind === 'source' ? text.split('\n')[place.line - 1]?.trim() : '';
      return `${code} | ${line} | ${hint?.en}`;
    });
  }
  return [];
}

describe('facts.yaml', () => {
  test('names the lines of the handout for its 102 facts and for none of our own', () => {
    for (const fact of FACTS.list) {
      expect(fact.handout.length > 0).toBe(fact.origin === 'handout');
      for (const line of fact.handout) expect(line).toMatch(/^L\d{1,3}[a-d]?$/);
      expect(fact.id).toMatch(fact.origin === 'handout' ? /^F\d{2,3}$/ : /^A\d{2}$/);
    }
  });

  test('holds no value of a provider: those come from the profile', () => {
    expect(FACTS_TEXT).not.toMatch(/cvk\.ne\.jp|055-283|\b(995|993|587|110|143|100)\b(?! 項目)/);
  });

  test('places each fact at its line', () => {
    for (const fact of FACTS.list) expect(LINES[fact.place.line - 1]).toBe(`  - id: ${fact.id}`);
  });

  test('has a use for each of its rules', () => {
    const head = sure(FACTS_TEXT.split('\nfacts:\n')[0], 'rules');
    const defined = [...head.matchAll(/^ {2}([\w-]+):$/gm)].map(([, id]) => id);
    const used = new Set(FACTS.list.flatMap((fact) => fact.rules.map((rule) => rule.id)));
    expect(defined.sort()).toEqual([...used].sort());
  });

  test.each([
    [
      'an id twice',
      'id: F02',
      'id: F01',
      'facts/duplicate-id | - id: F01 | Change the id of one of them or remove it.',
    ],
    [
      'an unknown rule',
      'rules: [C12]',
      'rules: [C13]',
      'facts/unknown-rule | rules: [C13] | Did you mean "C1"?',
    ],
    [
      'an unknown key',
      'effect: mixed',
      'efect: mixed',
      'facts/unknown-key | efect: mixed-settings-fail | Did you mean "effect"?',
    ],
    [
      'an unknown row',
      'row: capacity',
      'row: capasity',
      'facts/wrong-value | row: capasity | Did you mean "capacity"?',
    ],
    [
      'an unknown word in a condition',
      'devices: multiple',
      'devices: multi',
      'facts/wrong-value | when: { connection: POP, devices: multi } | undefined',
    ],
    [
      'an unknown condition',
      'when: { connection: POP }',
      'when: { conection: POP }',
      'facts/unknown-key | when: { conection: POP } | Did you mean "connection"?',
    ],
    [
      'an unknown feature of the profile',
      'profile: allowPlain',
      'profile: allowPlane',
      'facts/wrong-value | profile: allowPlane | Did you mean "allowPlain"?',
    ],
  ])('with %s is refused', (_what, from, to, complaint) => {
    expect(complaints(from, to)).toEqual([complaint]);
  });
});
