/** Takes arguments, runs the compiled command as a user does, in a folder of its own. */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const main = resolve('dist/cli/main.cjs');
export const examples = resolve('examples/customers.csv');

/** What the tests say must not depend on where they run. */
const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

/** A new empty folder, removed after the test. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'annai-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function annai(cwd: string, ...args: readonly string[]): Run {
  return spawnSync(process.execPath, [main, ...args], { cwd, encoding: 'utf8', env, timeout: 60_000 });
}

/** As `annai`, by way of a shell that sets limits first; `"$@"` stands for the command. */
export function annaiInShell(script: string, cwd: string, ...args: readonly string[]): Run {
  return spawnSync('sh', ['-c', script, 'sh', process.execPath, main, ...args], {
    cwd,
    encoding: 'utf8',
    env,
  });
}

export function startAnnai(cwd: string, ...args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [main, ...args], { cwd, env });
}

/** Every name in the folder and below it, hidden ones too, but for the manifests that a batch leaves beside its sheets. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/annai-manifest\.(?:json|csv)$/.test(name))
    .sort();
}
