import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileAside, openAside } from '../../src/batch/file-aside.js';
import type { Replacing } from '../../src/batch/may-replace.js';
import { prepareFolder } from '../../src/batch/prepare-folder.js';
import { writeAside } from '../../src/batch/written-aside.js';
import { ProblemError } from '../../src/problem.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annai-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pdf = Buffer.from('%PDF-1.7 stand-in');
const own = (what: string) =>
  Buffer.from(`%PDF-1.7 ${what} <pdf:Producer>annai (PDFKit)</pdf:Producer>\n%%EOF\n`);

async function codesOf(act: () => unknown): Promise<readonly string[]> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

type Aside = Pick<FileAside, 'keep' | 'discard'>;

describe.each([
  {
    way: 'at once',
    write(target: string, bytes: Uint8Array, replacing?: Replacing): Aside {
      const file = openAside(target, replacing);
      file.write(bytes);
      return file;
    },
  },
  { way: 'in the background', write: writeAside },
])('a file that is written $way', ({ write }) => {
  const writeAndKeep = async (target: string, bytes: Uint8Array, replacing?: Replacing): Promise<void> =>
    (await write(target, bytes, replacing)).keep();

  test('appears under its name only when it is whole', async () => {
    const target = join(folder, 'a.pdf');
    const file = await write(target, pdf);
    expect(readdirSync(folder)).not.toContain('a.pdf');
    expect(readdirSync(folder).every((name) => name.startsWith('.'))).toBe(true);
    file.keep();
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(target)).toEqual(pdf);
  });

  test('leaves nothing behind when it is discarded', async () => {
    const file = await write(join(folder, 'a.pdf'), pdf);
    file.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes the place of what a process of the same number left', async () => {
    const before = openAside(join(folder, 'a.pdf'));
    const [left = ''] = readdirSync(folder);
    before.discard();
    const next = left.replace(/\d+(?=\.part$)/, (number) => `${Number(number) + 1}`);
    writeFileSync(join(folder, next), 'cut off');
    await writeAndKeep(join(folder, 'a.pdf'), pdf);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'))).toEqual(pdf);
  });

  test('stays when it is discarded after it was kept', async () => {
    const file = await write(join(folder, 'a.pdf'), pdf);
    file.keep();
    file.discard();
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  test('leaves nothing behind where it cannot have its name', async () => {
    const file = await write(join(folder, 'a.pdf'), pdf);
    mkdirSync(join(folder, 'a.pdf'));
    expect(await codesOf(() => file.keep())).toEqual(['files/is-a-folder']);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  test('can be read by its owner alone', async () => {
    await writeAndKeep(join(folder, 'a.pdf'), pdf);
    expect(statSync(join(folder, 'a.pdf')).mode & 0o777).toBe(0o600);
  });

  test('replaces an older one of annai’s', async () => {
    await writeAndKeep(join(folder, 'a.pdf'), own('of yesterday, and longer'));
    await writeAndKeep(join(folder, 'a.pdf'), pdf);
    expect(readFileSync(join(folder, 'a.pdf'))).toEqual(pdf);
  });

  test.each([
    ['made by another program', Buffer.from('%PDF-1.7 of a scanner\n%%EOF\n')],
    ['that somebody wrote notes into', Buffer.concat([own('of yesterday'), Buffer.from('notes\n%%EOF\n')])],
  ])('replaces a PDF %s only where it is told to', async (_, foreign) => {
    const target = join(folder, 'a.pdf');
    writeFileSync(target, foreign);
    expect(await codesOf(() => write(target, pdf))).toEqual(['files/foreign']);
    expect(readFileSync(target)).toEqual(foreign);
    await writeAndKeep(target, pdf, { force: true });
    expect(readFileSync(target)).toEqual(pdf);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  test('never replaces what is no PDF', async () => {
    const customers = join(folder, 'customers.csv');
    writeFileSync(customers, 'お客様番号,氏名\n');
    expect(await codesOf(() => write(customers, pdf))).toEqual(['files/not-a-pdf']);
    expect(readFileSync(customers, 'utf8')).toBe('お客様番号,氏名\n');
    expect(readdirSync(folder)).toEqual(['customers.csv']);
  });

  test('never replaces a folder', async () => {
    mkdirSync(join(folder, 'a.pdf'));
    expect(await codesOf(() => write(join(folder, 'a.pdf'), pdf))).toEqual(['files/is-a-folder']);
  });

  test.each([
    ['a missing folder', 'nowhere/a.pdf', 'files/no-folder'],
    ['a file in place of a folder', 'file/a.pdf', 'files/not-a-folder'],
    ['a name that is too long', `${'あ'.repeat(100)}.pdf`, 'files/name-too-long'],
  ])('is refused in words for %s', async (_, name, code) => {
    writeFileSync(join(folder, 'file'), '');
    expect(await codesOf(() => writeAndKeep(join(folder, name), pdf))).toEqual([code]);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('a folder for the sheets', () => {
  test('is made where it is missing, and left empty', () => {
    prepareFolder(join(folder, 'a/b'));
    expect(readdirSync(join(folder, 'a/b'))).toEqual([]);
  });

  test('is refused where a file has its name', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await codesOf(() => prepareFolder(join(folder, 'file')))).toEqual(['files/not-a-folder']);
    expect(await codesOf(() => prepareFolder(join(folder, 'file/b')))).toEqual(['files/not-a-folder']);
  });
});
