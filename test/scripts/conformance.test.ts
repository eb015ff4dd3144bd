import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'annai-conformance-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A machine with these programs alone, and nothing fetched before. */
function machine(name: string, programs: Readonly<Record<string, string>>) {
  const bin = join(folder, name);
  mkdirSync(bin);
  for (const [program, lines] of Object.entries(programs)) {
    writeFileSync(join(bin, program), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(bin, program), 0o755);
  }
  return (ci: boolean) => {
    const { CI: _, ...environment } = process.env;
    const { status, stdout } = spawnSync(process.execPath, ['scripts/conformance.mjs'], {
      encoding: 'utf8',
      env: {
        ...environment,
        PATH: bin,
        XDG_CACHE_HOME: join(folder, `${name}-cache`),
        ...(ci && { CI: 'true' }),
      },
    });
    return { status, said: stdout.trim() };
  };
}

describe('without the validator, the check of conformance', () => {
  const MISSING = /^skipped: conformance to PDF\/A-2a and PDF\/UA-1 \(.*\)$/;

  test('is skipped by name where Java is missing, and fails in CI', () => {
    const run = machine('no-java', {});
    expect(run(false)).toEqual({
      status: 0,
      said: expect.stringMatching(/^skipped: .*java is not installed/),
    });
    expect(run(true)).toEqual({ status: 1, said: expect.stringMatching(/^FAILED: .*java is not installed/) });
  });

  test('is skipped by name where the registry is out of reach, in CI too', () => {
    const run = machine('no-network', {
      java: 'exit 0',
      mvn: '[ "$1" = -v ] && exit 0\necho "[ERROR] repo.maven.apache.org: Unknown host"\nexit 1',
    });
    for (const ci of [false, true]) {
      const { status, said } = run(ci);
      expect(status).toBe(0);
      expect(said).toMatch(MISSING);
      expect(said).toContain('Unknown host');
    }
  });

  test('fails in CI where the registry answers and has no such validator', () => {
    const run = machine('no-artifact', {
      java: 'exit 0',
      mvn: '[ "$1" = -v ] && exit 0\necho "[ERROR] Could not find artifact org.verapdf.apps"\nexit 1',
    });
    expect(run(true)).toEqual({ status: 1, said: expect.stringContaining('Could not find artifact') });
  });
});
