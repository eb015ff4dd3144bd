import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openPdf } from '../typesetting/pdf/read-pdf.js';

/** A folder of somebody who has installed annai. */
const home = mkdtempSync(join(tmpdir(), 'annai-library-'));
afterAll(() => rmSync(home, { recursive: true }));
mkdirSync(join(home, 'node_modules'));
symlinkSync(resolve('.'), join(home, 'node_modules', 'annai'));
symlinkSync(resolve('node_modules/@types'), join(home, 'node_modules', '@types'));
symlinkSync(resolve('examples'), join(home, 'examples'));
writeFileSync(join(home, 'package.json'), '{ "type": "module" }');

const BLOCKS = [...readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, code = '']) => code,
);

/** The code is written without type annotations, so that it is JavaScript, too. */
function run(code: string): { readonly status: number | null; readonly said: string } {
  writeFileSync(join(home, 'pasted.js'), code);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['pasted.js'], {
    cwd: home,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const pagesOf = async (file: string): Promise<number> =>
  (await openPdf(readFileSync(join(home, file)))).numPages;

describe('the code of the README', () => {
  test('is three pieces', () => {
    expect(BLOCKS).toHaveLength(3);
  });

  test('makes the sheets of a customer file, and says why one of them is not made', async () => {
    const { status, said } = run(BLOCKS[0] ?? '');
    expect(status).toBe(0);
    expect(said.match(/^\S+/gm)).toEqual(['V11', 'V12']);
    const sheets = readdirSync(home).filter((name) => name.endsWith('.pdf'));
    expect(sheets).toHaveLength(9);
    expect(await pagesOf(sheets[0] ?? '')).toBe(2);
  });

  test('makes the sheet of one customer from values', async () => {
    expect(run(BLOCKS[1] ?? '')).toEqual({ status: 0, said: '' });
    expect(await pagesOf('taro.pdf')).toBe(2);
  });

  test('sets a page without any customer', async () => {
    expect(run(BLOCKS[2] ?? '')).toEqual({ status: 0, said: '' });
    expect(await pagesOf('page.pdf')).toBe(1);
  });

  test('has the types that it is written for', () => {
    for (const [index, code] of BLOCKS.entries()) writeFileSync(join(home, `block-${index}.ts`), code);
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const files = BLOCKS.map((_, index) => `block-${index}.ts`);
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const { stdout } = spawnSync(process.execPath, [tsc, ...flags, ...files], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });
});

describe('the library', () => {
  test('has types that need no others than its packages bring: who installs it has none of those made for building it', () => {
    const seen = new Set<string>();
    const others = new Set<string>();
    const read = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)) {
        if (from.startsWith('.')) read(join(dirname(file), from.replace(/\.js$/, '.d.ts')));
        else others.add(from);
      }
    };
    read('dist/annai.d.ts');
    read('dist/typesetting/typesetter.d.ts');
    expect(seen.size).toBeGreaterThan(20);
    expect([...others]).toEqual(['valibot']);
    expect(JSON.parse(readFileSync('node_modules/valibot/package.json', 'utf8'))).toHaveProperty('types');
  });

  test('says with one and the same ProblemError what is wrong in a record, a sheet and a page', () => {
    const code = `
      import { createPipeline, customerFromFields, ProblemError } from 'annai';
      import * as typesetting from 'annai/typesetting';
      if (typesetting.ProblemError !== ProblemError) throw new Error('two classes');
      const { customer, problems } = customerFromFields({ 氏名: '見本' });
      console.log(customer, problems.map(({ code }) => code).join());
      try { createPipeline({ issueDate: '2026-11-23', template: 'nowhere' }); }
      catch (error) { console.log(error instanceof ProblemError, error.problems[0].code); }
    `;
    expect(run(code)).toEqual({ status: 0, said: 'undefined V01,V01,V01,V01\ntrue template/unknown\n' });
  });

  test('shows nothing but what is meant for the public', () => {
    const code = `
      console.log(Object.keys(await import('annai')).join());
      console.log(Object.keys(await import('annai/typesetting')).join());
    `;
    expect(run(code).said).toBe(
      'ProblemError,createPipeline,customerFromFields,readCustomers\nProblemError,createTypesetter,typeset\n',
    );
  });
});
