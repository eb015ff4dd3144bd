/** Folders of an office, made for one test: the shipped profile or template with pieces of text replaced and files added. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { SHIPPED_TEMPLATE } from '../../src/pipeline.js';
import { type Problem, ProblemError } from '../../src/problem.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

export type Change = readonly [file: string, from: string, to: string];

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'annai-office-'));
  made.push(folder);
  return folder;
}

function change(folder: string, changes: readonly Change[]): string {
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return folder;
}

/** A folder with nothing but the shipped profile, changed. */
export function profileFolder(...changes: readonly (readonly [from: string, to: string])[]): string {
  const folder = emptyFolder();
  cpSync(join(SHIPPED_TEMPLATE, 'provider.yaml'), join(folder, 'provider.yaml'));
  return change(
    folder,
    changes.map(([from, to]) => ['provider.yaml', from, to]),
  );
}

/** The shipped template, changed. */
export function templateFolder(...changes: readonly Change[]): string {
  const folder = emptyFolder();
  cpSync(SHIPPED_TEMPLATE, folder, { recursive: true });
  return change(folder, changes);
}

/** What the work refuses; nothing where it does not. */
export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}
