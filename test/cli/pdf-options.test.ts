import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annai, annaiInShell, namesIn, workFolder } from './annai.js';
import { csv, customer } from './customer-file.js';

const row = Object.entries(customer()).flatMap(([field, value]) => ['--set', `${field}=${value}`]);

describe('--pdf-standard', () => {
  test('makes sheets of a batch anew where another is asked for', () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'a.csv'), csv([customer()]));
    const made = (...more: readonly string[]): string => {
      expect(annai(folder, 'batch', 'a.csv', '-o', 'out', ...more).status).toBe(0);
      const [name = ''] = namesIn(join(folder, 'out')).filter((each) => each.endsWith('.pdf'));
      return readFileSync(join(folder, 'out', name), 'latin1');
    };
    expect(made()).toContain('pdfuaid');
    expect(made('--pdf-standard', 'none')).not.toContain('pdfuaid');
  });

  test('says what the file claims', () => {
    const folder = workFolder();
    expect(annai(folder, 'sheet', ...row, '-o', 'both.pdf').status).toBe(0);
    expect(annai(folder, 'sheet', ...row, '-o', 'none.pdf', '--pdf-standard', 'none').status).toBe(0);
    const [both = '', none = ''] = ['both.pdf', 'none.pdf'].map((name) =>
      readFileSync(join(folder, name), 'latin1'),
    );
    expect(both).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(none).not.toContain('pdfaid');
  });
});

describe('--password-file', () => {
  test('locks the file with what stands in it, without showing it', () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'pw.txt'), '\uFEFFKaki-2026\r\n');
    const { status, stdout, stderr } = annai(
      folder,
      ...['sheet', ...row, '-o', 'a.pdf', '--pdf-standard', 'ua-1', '--password-file', 'pw.txt'],
    );
    expect(status).toBe(0);
    expect(stdout + stderr).not.toContain('Kaki-2026');
    expect(readFileSync(join(folder, 'a.pdf'), 'latin1')).toContain('/Encrypt ');
  });

  test('is refused together with PDF/A, with the reason, before anything is made', () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'pw.txt'), 'Kaki-2026');
    const { status, stderr } = annai(folder, 'sheet', ...row, '--password-file', 'pw.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('長期保存の規格（PDF/A）では、PDFにパスワードを付けられません');
    expect(stderr).toContain('--pdf-standard ua-1');
    expect(namesIn(folder)).toEqual(['pw.txt']);
  });

  test("locks each file of a batch anew, because what is locked cannot be compared; they are known as annai's own", () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'pw.txt'), 'Kaki-2026');
    writeFileSync(join(folder, 'a.csv'), csv([customer()]));
    const run = () =>
      annai(folder, ...['batch', 'a.csv', '-o', 'out', '--pdf-standard', 'ua-1', '--password-file', 'pw.txt'])
        .status;
    const read = () =>
      namesIn(join(folder, 'out'))
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => readFileSync(join(folder, 'out', name), 'latin1'));
    expect(run()).toBe(0);
    const [first] = read();
    expect(run()).toBe(0);
    const [second, ...more] = read();
    expect(more).toEqual([]);
    expect(second).not.toBe(first);
    expect(readFileSync(join(folder, 'out', 'annai-manifest.json'), 'utf8')).not.toContain('Kaki');
  });

  test('with two lines is refused: which one did you mean?', () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'pw.txt'), 'one\ntwo\n');
    const { status, stderr } = annai(
      folder,
      ...['sheet', ...row, '--pdf-standard', 'ua-1', '--password-file', 'pw.txt'],
    );
    expect(status).toBe(1);
    expect(stderr).toContain('1行だけ');
    expect(stderr).not.toContain('two');
  });

  test('that is not there is named', () => {
    const { status, stderr } = annai(workFolder(), 'sheet', ...row, '--password-file', 'nowhere.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('nowhere.txt');
    expect(stderr).toContain('パスワードのファイルを読めません');
  });
});

describe('on another machine', () => {
  const MACHINES = [
    'TZ=Asia/Tokyo LANG=ja_JP.UTF-8 LC_ALL=ja_JP.UTF-8',
    'TZ=America/Los_Angeles LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8',
    'TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 LC_ALL=C',
  ];

  test('in another time zone, with another language, every byte is the same', () => {
    const folder = workFolder();
    copyFileSync('examples/customers.csv', join(folder, 'a.csv'));
    const made = MACHINES.map((environment, index) => {
      const { status } = annaiInShell(
        `export ${environment}; exec "$@"`,
        folder,
        ...['batch', 'a.csv', '-o', `${index}`, '--merge', `${index}.pdf`, '--issue-date', '2026-11-23'],
        '--allow-risky',
      );
      expect(status).toBe(0);
      const files = namesIn(join(folder, `${index}`)).filter((name) => name.endsWith('.pdf'));
      const paths = [...files.map((name) => join(folder, `${index}`, name)), join(folder, `${index}.pdf`)];
      return paths.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'));
    });
    const [first = [], ...others] = made;
    expect(new Set(first).size).toBe(first.length);
    expect(first.length).toBeGreaterThan(9);
    for (const other of others) expect(other).toEqual(first);
  });
});
