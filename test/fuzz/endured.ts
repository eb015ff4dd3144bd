/** Takes a kind of input and what reads it, runs it over what is kept in the corpus and over arbitrary cases, and counts them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { problemLines } from '../../src/cli/print-problems.js';
import { ProblemError } from '../../src/problem.js';

/** `ANNAI_FUZZ=10` for ten times as many. */
const SCALE = Number(process.env.ANNAI_FUZZ ?? 1);
/** No case takes a tenth of it on an idle machine. */
const MOST_MS = 20_000;

export interface Endurance<Input> {
  readonly name: string;
  readonly cases: number;
  readonly input: fc.Arbitrary<Input>;
  readonly read: (input: Input) => unknown;
  /** How a file of the corpus is taken. */
  readonly kept: (bytes: Buffer) => Input;
}

export async function endured<Input>({ name, cases, input, read, kept }: Endurance<Input>): Promise<void> {
  const tally = { sound: 0, refused: 0, slowest: 0 };
  const one = async (given: Input): Promise<void> => {
    const begun = performance.now();
    try {
      await read(given);
      tally.sound += 1;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expectReadable(error);
      tally.refused += 1;
    }
    const took = performance.now() - begun;
    tally.slowest = Math.max(tally.slowest, took);
    expect(took).toBeLessThan(MOST_MS);
  };
  const folder = join('test/fuzz/corpus', name);
  const files = readdirSync(folder);
  for (const file of files) await one(kept(readFileSync(join(folder, file))));
  const numRuns = Math.ceil(cases * SCALE);
  await fc.assert(fc.asyncProperty(input, one), { numRuns });
  const { sound, refused, slowest } = tally;
  onTestFinished(() => {
    process.stdout.write(
      `fuzz ${name}: ${numRuns} cases and ${files.length} kept ones, ${sound} sound, ${refused} refused in words, slowest ${slowest.toFixed(0)} ms\n`,
    );
  });
}

/** A Problem is for people: two languages, and nothing that moves the cursor or turns the line around. */
export function expectReadable({ problems }: Pick<ProblemError, 'problems'>): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem.code).toMatch(/^(?:[VL]\d+|[a-z]+\/[a-z0-9-]+)$/);
    for (const language of ['ja', 'en'] as const) {
      expect(problem.message[language]).not.toBe('');
      const lines = problemLines(problem, language, (_, text) => text).join('');
      expect(lines).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  }
}
