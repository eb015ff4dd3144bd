import { readFileSync } from 'node:fs';
import { parseProvider } from '../../../src/office/provider/load-provider.js';
import { type Problem, ProblemError } from '../../../src/problem.js';

export const FULL = readFileSync(new URL('full.yaml', import.meta.url), 'utf8');

/** The full profile with pieces of its text replaced; each piece must be there. */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the profile does not hold: ${from}`);
    return text.replace(from, to);
  }, FULL);
}

/** Every complaint about a profile, whether it was refused or not. */
export function problemsOf(yaml: string): readonly Problem[] {
  try {
    return parseProvider(yaml, 'provider.yaml').notices;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

/** `L1 error: none`: the rule, how grave, and the word of the file that its place points at. */
export function brief(yaml: string): readonly string[] {
  return problemsOf(yaml).map(({ code, severity, place }) => {
    if (place?.kind !== 'source') return `${code} ${severity}`;
    const rest = yaml.split('\n')[place.line - 1]?.slice(place.column - 1) ?? '';
    return `${code} ${severity}: ${/^[^ ,}\]]*/.exec(rest)?.[0]}`;
  });
}
