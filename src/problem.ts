/**
 * The one shape of every complaint: what is wrong, where, what to do. Japanese first, English beside it, so that
 * a rule and its two sentences stand in one place and `--lang en` needs no catalogue.
 *
 * A message never holds a secret (password), and personal data only as far as the place needs it.
 */

export interface Wording {
  readonly ja: string;
  readonly en: string;
}

/** error: this sheet is not made. warning: made and listed. notice: worth knowing. */
export type Severity = 'error' | 'warning' | 'notice';

/** A row of a customer file, numbered as Excel shows it (the heading is row 1). `column` is the heading as typed there. */
export interface RecordPlace {
  readonly kind: 'record';
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  /** Field name of records.md §1, e.g. `mailAddress`. */
  readonly field?: string;
  readonly customerId?: string;
  /** What stands in the cell, as typed; never that of a secret field. */
  readonly value?: string;
}

/** A spot in a text that somebody edits: template, CSS, YAML. Line and column count from 1. */
export interface SourcePlace {
  readonly kind: 'source';
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A file as a whole, or a folder. */
export interface FilePlace {
  readonly kind: 'file';
  readonly file: string;
}

export type Place = RecordPlace | SourcePlace | FilePlace;

export interface Problem {
  /** `V04` and `L1` are the rules of the record and of the profile; others are `area/what`, e.g. `style/unknown-property`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Wording;
  /** What to do about it. */
  readonly hint?: Wording;
  readonly place?: Place;
}

/** Thrown where a stage cannot go on: all the problems it found, at least one an error. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem) => `${problem.code}: ${problem.message.ja}`).join('\n'), options);
    this.problems = problems;
  }
}

/** What `work` was refused for, and nothing where it was done; any other error is thrown on. */
export function refusalsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

/** Throws one error-level problem. */
export function refuse(problem: Omit<Problem, 'severity'>, cause?: unknown): never {
  throw new ProblemError([{ severity: 'error', ...problem }], cause === undefined ? undefined : { cause });
}

/**
 * A value that annai's own logic guarantees. Throws a plain Error where it is missing: that is annai's fault, never
 * the user's, and must not be dressed up as a Problem.
 */
export function sure<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`annai: internal error: no ${what}`);
  return value;
}
