import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annai, namesIn, startAnnai, workFolder } from './annai.js';
import { csv, customer, customers } from './customer-file.js';

const DATE = ['--issue-date', '2026-11-23'];

/** Enough for two threads; one record among them is refused, and one has a name beyond the base fonts. */
function list(folder: string): string {
  const file = join(folder, 'customers.csv');
  const rows = customers(102).map((row, index) => {
    if (index === 60) return { ...row, メールアドレス: 'nowhere' };
    return index === 7 ? { ...row, 氏名: '髙橋　𠮷﨑葛\u{E0100}' } : row;
  });
  writeFileSync(file, csv(rows, Object.keys(customer())));
  return file;
}

const digest = (...path: readonly string[]): string =>
  createHash('sha256')
    .update(readFileSync(join(...path)))
    .digest('hex');

describe('annai batch --workers', () => {
  test('makes the same files and the same account, whatever the number', () => {
    const folder = workFolder();
    const file = list(folder);
    const [one, two] = ['1', '2'].map((count) => {
      const run = annai(folder, 'batch', file, '-o', count, '--workers', count, '--json', ...DATE);
      expect(run.status).toBe(2);
      const { seconds: _, ...told } = JSON.parse(run.stdout.replaceAll(`"${count}/`, '"'));
      const files = namesIn(join(folder, count));
      const digests = [...files, 'annai-manifest.json'].map((name) => digest(folder, count, name));
      return { told, files, digests };
    });
    expect(one?.files).toHaveLength(101);
    expect(two).toEqual(one);
  });

  test('stops at Ctrl-C and leaves whole files alone, and the same command goes on from there', async () => {
    const folder = workFolder();
    const file = list(folder);
    const args = ['batch', file, '-o', 'out', '--workers', '2', ...DATE];
    const child = startAnnai(folder, ...args);
    const poll = setInterval(() => {
      if (namesIn(folder).length > 12) child.kill('SIGINT');
    }, 20);
    const [status] = await once(child, 'close');
    clearInterval(poll);
    expect(status).not.toBe(0);
    const begun = namesIn(join(folder, 'out'));
    expect(begun.length).toBeLessThan(101);
    expect(begun.filter((name) => !/^K-\d+\.pdf$/.test(name))).toEqual([]);
    expect(annai(folder, ...args).status).toBe(2);
    expect(annai(folder, 'batch', file, '-o', 'undisturbed', '--workers', '1', ...DATE).status).toBe(2);
    const contents = (name: string) => namesIn(join(folder, name)).map((each) => digest(folder, name, each));
    expect(contents('out')).toEqual(contents('undisturbed'));
  });

  test.each(['0', '65', 'two', '1.5', '-1'])('refuses %s', (count) => {
    const folder = workFolder();
    const run = annai(folder, 'batch', list(folder), '-o', 'out', `--workers=${count}`);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('1から64までの整数');
    expect(namesIn(folder)).toEqual(['customers.csv']);
  });
});
