import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annai, namesIn, workFolder } from './annai.js';
import { csv, customer } from './customer-file.js';

/** A folder with わが社/ set up and 顧客.csv in it. */
function office(): string {
  const folder = workFolder();
  annai(folder, 'init', 'わが社');
  writeFileSync(join(folder, '顧客.csv'), csv([customer()]));
  return folder;
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

const batch = (folder: string) =>
  annai(folder, 'batch', '顧客.csv', '--template', 'わが社', '--provider', 'わが社', '-o', '出力');

describe('annai init', () => {
  test('sets up a folder that makes the sheets of its own example customers', () => {
    const folder = workFolder();
    const { status, stdout } = annai(folder, 'init', 'わが社');
    expect(status).toBe(0);
    const command = /annai (batch わが社\S* .*)/.exec(stdout)?.[1]?.split(' ') ?? [];
    const run = annai(folder, ...command, '--allow-risky');
    expect(run.stdout).toContain('作成できなかった方 0名');
    expect(run.status).toBe(0);
  });

  test('says in the folder, in Japanese, what to edit where', () => {
    const folder = office();
    const guide = readFileSync(join(folder, 'わが社', 'README.md'), 'utf8');
    for (const name of ['provider.yaml', 'sheet.hbs', 'style.css', 'facts.yaml', 'customers.csv']) {
      expect(guide).toContain(`\`${name}\``);
      expect(namesIn(join(folder, 'わが社'))).toContain(name);
    }
  });

  test('leaves an occupied folder alone', () => {
    const folder = workFolder();
    mkdirSync(join(folder, 'わが社'));
    writeFileSync(join(folder, 'わが社', '大事.txt'), '');
    const { status, stderr } = annai(folder, 'init', 'わが社');
    expect(stderr).toContain('files/occupied');
    expect(status).toBe(1);
    expect(namesIn(folder)).toEqual(['わが社', 'わが社/大事.txt']);
  });

  test('is refused in words where the folder cannot be made', () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'file'), '');
    const { status, stderr } = annai(folder, 'init', 'file/わが社');
    expect(stderr).toContain('files/not-a-folder');
    expect(status).toBe(1);
  });
});

describe('a mistake in an edited folder stops every sheet, with file and line, and nothing is written', () => {
  test.each([
    [
      'an unknown CSS property',
      'style.css',
      (text: string) => `${text}\np { colour: red; }\n`,
      /style\.css:\d+:\d+/,
      'colour',
    ],
    [
      'an unclosed block in the template',
      'sheet.hbs',
      (text: string) => `${text}\n{{#if sheet}}\n`,
      /sheet\.hbs:\d+:\d+/,
      '',
    ],
    [
      'a variable that does not exist',
      'sheet.hbs',
      (text: string) => `${text}\n<section><p>{{customer.nmae}}</p></section>\n`,
      /sheet\.hbs:\d+:\d+/,
      'nmae',
    ],
    [
      'unescaped output',
      'sheet.hbs',
      (text: string) => `${text}\n<section><p>{{{customer.name}}}</p></section>\n`,
      /sheet\.hbs:\d+:\d+/,
      '',
    ],
    [
      'an unknown key in the profile',
      'provider.yaml',
      (text: string) => `${text}\ndomian: x\n`,
      /provider\.yaml:\d+:\d+/,
      'domian',
    ],
  ])('%s', (_, file, change, place, word) => {
    const folder = office();
    edit(join(folder, 'わが社', file), change);
    const { status, stdout, stderr } = batch(folder);
    expect(stdout + stderr).toMatch(place);
    expect(stdout + stderr).toContain(word);
    expect(status).not.toBe(0);
    expect(namesIn(folder).filter((name) => name.endsWith('.pdf') || name.includes('.part'))).toEqual([]);
  });

  test('while an edit that is right shows in the sheet', () => {
    const folder = office();
    batch(folder);
    const before = readFileSync(join(folder, '出力', 'K-1.pdf'));
    appendFileSync(join(folder, 'わが社', 'style.css'), '\np { color: #222222; }\n');
    expect(batch(folder).status).toBe(0);
    expect(readFileSync(join(folder, '出力', 'K-1.pdf')).equals(before)).toBe(false);
  });
});
