import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { namesIn, workFolder } from './annai.js';

/** What annai puts before what V8 writes; a sum comes last. */
const HEAD = 80;

const OFFICE = ['--provider', resolve('examples/provider-with-barcode')];

/** A package as it is installed, whose dist/ is its own. */
function installed(folder: string): string {
  const root = join(folder, 'annai');
  mkdirSync(root);
  cpSync(resolve('dist'), join(root, 'dist'), { recursive: true });
  for (const name of ['fonts', 'templates', 'postal-codes', 'examples', 'package.json']) {
    symlinkSync(resolve(name), join(root, name));
  }
  return join(root, 'dist/cli');
}

function bytesOfSheet(folder: string, cli: string, ...more: readonly string[]): Buffer {
  const run = spawnSync(
    process.execPath,
    [
      join(cli, 'main.cjs'),
      ...['sheet', '--customer', join(cli, '../../examples/customer.json'), '-o', 'sheet.pdf', '--force'],
      ...more,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  // What is said of the example's record, and nothing of the cache.
  expect(run.stderr).toMatch(/^・ [^\n]+\[V12\]\n(?: {4}[^\n]+\n)+$/);
  expect(run.status).toBe(0);
  return readFileSync(join(folder, 'sheet.pdf'));
}

/** `change` spoils one of the files that the build put beside the command. */
function sameSheetWithout(name: string, change: (file: string) => void): void {
  const folder = workFolder();
  const cli = installed(folder);
  const asBuilt = bytesOfSheet(folder, cli);
  change(join(cli, name));
  expect(bytesOfSheet(folder, cli).equals(asBuilt)).toBe(true);
  expect(namesIn(folder).filter((left) => left.endsWith('.part'))).toEqual([]);
}

/** How many functions by these names the command calls for a sheet, by V8's own count. */
function calledForSheet(names: RegExp, folder: string, cli: string, ...more: readonly string[]): number {
  const counts = join(folder, 'counts');
  vi.stubEnv('NODE_V8_COVERAGE', counts);
  onTestFinished(() => void vi.unstubAllEnvs());
  bytesOfSheet(folder, cli, ...more);
  const called = namesIn(counts)
    .flatMap((name) => (JSON.parse(readFileSync(join(counts, name), 'utf8')) as Coverage).result)
    .filter(({ url }) => url.endsWith('/command.cjs'))
    .flatMap(({ functions }) => functions)
    .filter(({ functionName, ranges }) => names.test(functionName) && ranges.some(({ count }) => count > 0));
  rmSync(counts, { recursive: true });
  return called.length;
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

describe('what V8 compiled of the command', () => {
  test('is taken up by the next start', () => {
    const ask = `
      const { compiledCommand } = await import(process.argv[1] + '/compiled-command.js');
      console.log(compiledCommand(process.argv[1]).script.cachedDataRejected);`;
    const args = ['--input-type=module', '-e', ask, resolve('dist/cli')];
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe('false\n');
  });

  test.each([
    ['missing', (cache: string) => rmSync(cache)],
    ['empty', (cache: string) => writeFileSync(cache, '')],
    ['of something else', (cache: string) => writeFileSync(cache, 'not what V8 writes')],
    [
      'of another version of Node',
      (cache: string) => {
        const bytes = readFileSync(cache);
        const data = bytes.subarray(HEAD);
        data.writeUInt32LE(data.readUInt32LE(4) + 1, 4);
        bytes.writeUInt32LE(crc32(data), HEAD - 4);
        writeFileSync(cache, bytes);
      },
    ],
    [
      'damaged',
      (cache: string) => {
        const bytes = readFileSync(cache);
        bytes.fill(0, HEAD + 100_000, HEAD + 200_000);
        writeFileSync(cache, bytes);
      },
    ],
    [
      'of other code that is as long',
      (cache: string) => {
        const command = join(cache, '../command.cjs');
        const code = readFileSync(command, 'utf8');
        const other = code
          .replace(/annai-code:[0-9a-f]{8}/, 'annai-code:00000000')
          .replace(/^'use strict';|^"use strict";/, (strict) => ' '.repeat(strict.length));
        expect(other).toHaveLength(code.length);
        // Everything stands one character further on than it did for V8.
        writeFileSync(command, ` ${other.trimEnd()}`.padEnd(code.length, ' '));
      },
    ],
  ])('%s: the command makes the same sheet without it', (_, change) =>
    sameSheetWithout('command.cache', change),
  );
});

describe('what was prepared for the command', () => {
  test('is for its code', () => {
    const file = readFileSync(resolve('dist/cli/prepared.bin'));
    const { code } = JSON.parse(file.toString('utf8', 4, 4 + file.readUInt32LE(0)));
    expect(code).toMatch(/^annai-code:(?!0{64})[0-9a-f]{64}$/);
    expect(readFileSync(resolve('dist/cli/command.cjs'), 'utf8')).toContain(code);
  });

  test.each([
    ['missing', (file: string) => rmSync(file)],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['of something else', (file: string) => writeFileSync(file, 'something that has another index or none')],
    ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    [
      'of other code',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.write('f00d', bytes.indexOf('annai-code:') + 30, 'latin1');
        // Damaged, too: nothing of it must come into the sheet.
        bytes.fill(1, bytes.readUInt32LE(0) + 4);
        writeFileSync(file, bytes);
      },
    ],
    [
      'damaged',
      (file: string) => {
        const bytes = readFileSync(file);
        for (let at = bytes.readUInt32LE(0) + 4; at < bytes.length; at += 4096) bytes.writeUInt8(7, at);
        writeFileSync(file, bytes);
      },
    ],
  ])('%s: the command makes the same sheet without it', (_, change) =>
    sameSheetWithout('prepared.bin', change),
  );

  test("serves an office's own profile, and changes no byte of its sheets", () => {
    const folder = workFolder();
    const cli = installed(folder);
    const served = bytesOfSheet(folder, cli, ...OFFICE);
    expect(served.equals(bytesOfSheet(folder, cli))).toBe(false);
    rmSync(join(cli, 'prepared.bin'));
    expect(bytesOfSheet(folder, cli, ...OFFICE).equals(served)).toBe(true);
  });

  test.each([
    ['CSS, for the shipped template', /^(?:createParser|readSheet)(?:\$\d+)?$/, []],
    ["CSS, for an office's own profile", /^(?:createParser|readSheet)(?:\$\d+)?$/, OFFICE],
    ['templates', /^(?:parseWithoutProcessing|checkSource)(?:\$\d+)?$/, []],
    ['facts', /^parseFacts(?:\$\d+)?$/, []],
  ])('reading %s, is not even made ready', (_, reading, office) => {
    const folder = workFolder();
    const cli = installed(folder);
    expect(calledForSheet(reading, folder, cli, ...office)).toBe(0);
    rmSync(join(cli, 'prepared.bin'));
    expect(calledForSheet(reading, folder, cli, ...office)).toBeGreaterThan(0);
  });
});

test('a sheet loads nothing of Node that only questions and the threads of a batch need', () => {
  const folder = workFolder();
  const list = join(folder, 'list.cjs');
  const loaded = join(folder, 'loaded.json');
  writeFileSync(
    list,
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(loaded)}, JSON.stringify(process.moduleLoadList)));`,
  );
  vi.stubEnv('NODE_OPTIONS', `--require ${list}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  bytesOfSheet(folder, resolve('dist/cli'));
  const names: readonly string[] = JSON.parse(readFileSync(loaded, 'utf8'));
  expect(names).toContain('NativeModule zlib');
  expect(names).not.toContain('NativeModule readline');
  expect(names).not.toContain('NativeModule worker_threads');
});
