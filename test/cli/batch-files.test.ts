import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { annai, annaiInShell, namesIn, startAnnai, workFolder } from './annai.js';
import { csv, customers } from './customer-file.js';
import { finished } from './finished.js';

/** A file system in a namespace of one's own: Linux alone has it, and not every container allows it. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

function folderWith(count: number): string {
  const folder = workFolder();
  writeFileSync(join(folder, '顧客.csv'), csv(customers(count)));
  return folder;
}

const batch = (folder: string, ...more: readonly string[]) =>
  annai(folder, 'batch', '顧客.csv', '--issue-date', '2026-11-23', ...more);

describe('one file for two purposes is refused before anything is written', () => {
  test.each([
    ['the print file and the table of problems', ['--merge', 'a.pdf', '--problems', 'a.pdf']],
    ['written with other capitals', ['--merge', 'a.pdf', '--problems', './A.PDF']],
    ['the customers and the print file', ['--merge', '顧客.csv', '--force']],
    ['the ledger and the table of problems', ['-o', '出力', '--ledger', 'a', '--problems', 'a']],
    ['the key of the ledger and the table', ['-o', '出力', '--ledger', 'a', '--problems', 'a.key']],
    ['the manifest and the table', ['-o', '出力', '--problems', '出力/annai-manifest.csv']],
    [
      'the manifest of the print file and the table',
      ['--merge', 'a.pdf', '--problems', 'a.annai-manifest.csv'],
    ],
    ['the password and the print file', ['--merge', 'a.pdf', '--password-file', 'a.pdf']],
  ])('%s', (_, args) => {
    const folder = folderWith(1);
    const { status, stderr } = batch(folder, ...args);
    expect(stderr).toContain('cli/same-file');
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['顧客.csv']);
  });

  test.each([
    ['the print file', ['--merge', '出力/k-2.pdf']],
    ['the table of problems', ['--problems', '出力/K-2.pdf']],
    ['the ledger', ['--ledger', '出力/K-2.pdf']],
  ])('a customer’s own sheet and %s', (_, args) => {
    const folder = folderWith(3);
    const { status, stderr } = batch(folder, '-o', '出力', ...args);
    expect(stderr).toContain('cli/same-file');
    expect(status).toBe(1);
    expect(namesIn(folder).filter((name) => name.startsWith('出力/'))).toEqual([]);
  });

  test.each(['sheet.hbs', 'style.css', 'provider.yaml', 'partials/new.hbs'])(
    'the table of problems and %s of the template, even with --force',
    (name) => {
      const folder = folderWith(1);
      annai(folder, 'init', 'わが社');
      const office = ['--template', 'わが社', '--provider', 'わが社'];
      const kept = namesIn(folder).map((each) => [each, statSync(join(folder, each)).mtimeMs]);
      for (const command of [['check'], ['batch', '-o', '出力']]) {
        const problems = ['--problems', join('わが社', name), '--force'];
        const { status, stderr } = annai(folder, ...command, '顧客.csv', ...office, ...problems);
        expect(stderr).toContain('cli/same-file');
        expect(status).toBe(1);
      }
      expect(namesIn(folder).map((each) => [each, statSync(join(folder, each)).mtimeMs])).toEqual(kept);
    },
  );

  test('a sheet that an earlier run made and the print file', () => {
    const folder = folderWith(2);
    expect(batch(folder, '-o', '出力').status).toBe(0);
    const sheet = readFileSync(join(folder, '出力/K-1.pdf'));
    const { status, stderr } = batch(folder, '--merge', '出力/K-1.pdf');
    expect(stderr).toContain('files/is-a-sheet');
    expect(status).toBe(1);
    expect(readFileSync(join(folder, '出力/K-1.pdf'))).toEqual(sheet);
  });

  test('the same folder by another name', () => {
    const folder = folderWith(1);
    mkdirSync(join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    const { status, stderr } = batch(folder, '--merge', 'a/x.pdf', '--problems', 'b/x.pdf');
    expect(stderr).toContain('cli/same-file');
    expect(status).toBe(1);
  });
});

describe('a file of another origin in the place of a manifest', () => {
  test.each([
    ['in the folder', ['-o', '出力'], '出力/annai-manifest.csv'],
    ['in the folder, JSON', ['-o', '出力'], '出力/annai-manifest.json'],
    ['beside the print file', ['--merge', '印刷.pdf'], '印刷.annai-manifest.csv'],
    ['beside the print file, JSON', ['--merge', '印刷.pdf'], '印刷.annai-manifest.json'],
  ])('%s is found before the first sheet, and replaced only with --force', (_, args, file) => {
    const folder = folderWith(1);
    mkdirSync(join(folder, '出力'));
    writeFileSync(join(folder, file), '大事な表');
    const { status, stderr } = batch(folder, ...args);
    expect(stderr).toContain('files/foreign');
    expect(status).toBe(1);
    expect(readFileSync(join(folder, file), 'utf8')).toBe('大事な表');
    expect(namesIn(folder).filter((name) => name.endsWith('.pdf'))).toEqual([]);
    expect(batch(folder, ...args, '--force').status).toBe(0);
    expect(readFileSync(join(folder, file), 'utf8')).toContain('annai');
  });
});

describe('the manifest of a print file', () => {
  const folder = () => {
    const [first = {}, second = {}, third = {}] = customers(3);
    const made = workFolder();
    writeFileSync(join(made, '顧客.csv'), csv([first, { ...second, 接続方法: '' }, third]));
    expect(batch(made, '--merge', '印刷.pdf').status).toBe(2);
    return made;
  };

  test('says who is on which page, and the digest of the file', () => {
    const made = folder();
    const manifest = JSON.parse(readFileSync(join(made, '印刷.annai-manifest.json'), 'utf8'));
    const sha256 = createHash('sha256')
      .update(readFileSync(join(made, '印刷.pdf')))
      .digest('hex');
    expect(manifest).toMatchObject({
      annai: 'print-manifest',
      file: '印刷.pdf',
      sha256,
      pages: 4,
      records: [
        { row: 2, customerId: 'K-1', status: 'made', pages: 2, firstPage: 1, lastPage: 2 },
        { row: 3, customerId: 'K-2', status: 'not-made', problems: ['V01'] },
        { row: 4, customerId: 'K-3', status: 'made', pages: 2, firstPage: 3, lastPage: 4 },
      ],
    });
    const rows = parse(readFileSync(join(made, '印刷.annai-manifest.csv')), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(
      rows.map((row) => [
        row.お客様番号,
        row.結果,
        row.始まりのページ,
        row.終わりのページ,
        row['印刷用PDFのSHA-256'],
      ]),
    ).toEqual([
      ['K-1', '作成', '1', '2', ''],
      ['K-2', '作成できず', '', '', ''],
      ['K-3', '作成', '3', '4', ''],
      ['', '', '1', '4', sha256],
    ]);
    expect(rows[0]?.管理番号).toBe(manifest.records[0].controlNumber);
  });

  test('holds no name or address, and is readable by its owner alone', () => {
    const made = folder();
    for (const ending of ['json', 'csv']) {
      const file = join(made, `印刷.annai-manifest.${ending}`);
      expect(readFileSync(file, 'utf8')).not.toMatch(/山田|taro/);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });
});

describe('the table of problems', () => {
  const tableIn = (folder: string, name = '誤り.csv') =>
    parse(readFileSync(join(folder, name)), { bom: true, columns: true }) as Record<string, string>[];

  test('may stand in the folder of the sheets, which is made for it', () => {
    const folder = folderWith(1);
    expect(batch(folder, '-o', '出力', '--problems', '出力/誤り.csv').status).toBe(0);
    expect(existsSync(join(folder, '出力', '誤り.csv'))).toBe(true);
  });

  test.each(['check', 'batch'])('of annai %s lists what kept the run from starting', (command) => {
    const folder = workFolder();
    writeFileSync(join(folder, '顧客.csv'), 'お客様番号,氏名\r\nK-1,山田\r\n');
    const out = command === 'batch' ? ['-o', '出力'] : [];
    const { status, stderr } = annai(folder, command, '顧客.csv', '--problems', '誤り.csv', ...out);
    expect(status).toBe(1);
    expect(stderr).toContain('customers/missing-column');
    expect(tableIn(folder).map((row) => [row.annaiの規則, row.行, row.見出し])).toContainEqual([
      'customers/missing-column',
      '1',
      'メールアドレス',
    ]);
  });

  test('is not written to a device', () => {
    const folder = folderWith(1);
    const { status, stderr } = annai(folder, 'check', '顧客.csv', '--problems', '/dev/full');
    expect(stderr).toContain('files/not-a-file');
    expect(status).toBe(1);
  });

  test.skipIf(!canMount)('that could not be written costs no sheet and no account of the run', () => {
    const folder = workFolder();
    const rows = customers(60).map((row, at) => (at === 0 ? row : { ...row, 接続方法: '' }));
    writeFileSync(join(folder, '顧客.csv'), csv(rows));
    mkdirSync(join(folder, '小'));
    const script = 'mount -t tmpfs -o size=8k tmpfs 小; exec "$@"';
    const said = annaiInShell(
      `exec unshare -rm sh -c '${script}' sh "$@"`,
      folder,
      'batch',
      '顧客.csv',
      '-o',
      '出力',
      '--problems',
      '小/誤り.csv',
    );
    expect(said.stdout).toContain('作成 1名');
    expect(said.stdout).toContain('files/disk-full');
    expect(said.status).toBe(2);
  });
});

describe('a run that is interrupted says where it stands', () => {
  test.each([
    ['separate files', ['-o', '出力', '--workers', '1'], 'できているものはそのままに'],
    ['a print file', ['--merge', '印刷.pdf'], 'はじめから作ります'],
  ])('%s', async (_, args, hint) => {
    const folder = folderWith(400);
    const child = startAnnai(folder, 'batch', '顧客.csv', '--issue-date', '2026-11-23', ...args);
    const end = finished(child);
    child.stderr.once('data', () => child.kill('SIGINT'));
    const { code, stdout } = await end;
    expect(code).toBe(2);
    const far = Number(/名簿の400名のうち、(\d+)名まで/.exec(stdout)?.[1]);
    expect(far).toBeGreaterThan(0);
    expect(far).toBeLessThan(400);
    expect(stdout).toContain(hint);
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.annai/.test(name)),
    ).toEqual([]);
  });
});

describe('what is no regular file is refused, not waited for', () => {
  const pipe = (path: string) => spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
  const device = (path: string) => symlinkSync('/dev/zero', path);

  test.each([
    ['the customer file', '顧客.csv', ['check', '顧客.csv'], 'customers/not-a-file'],
    ['a template', 'わが社/style.css', ['check', 'a.csv', '--template', 'わが社'], 'template/missing-file'],
    ['a profile', 'わが社/provider.yaml', ['check', 'a.csv', '--provider', 'わが社'], 'profile/not-found'],
    ['a table of problems', '誤り.csv', ['check', 'a.csv', '--problems', '誤り.csv'], 'files/not-a-file'],
    ['a print file', 'p.pdf', ['batch', 'a.csv', '--merge', 'p.pdf', '--force'], 'files/not-a-pdf'],
    ['a password', 'p', ['batch', 'a.csv', '-o', 'o', '--password-file', 'p'], 'cli/password-file'],
    ['a ledger', 'l', ['batch', 'a.csv', '-o', 'o', '--ledger', 'l'], 'ledger/not-a-ledger'],
    ['a ledger’s key', 'l.key', ['batch', 'a.csv', '-o', 'o', '--ledger', 'l'], 'files/not-a-file'],
    ['a manifest', 'o/annai-manifest.json', ['batch', 'a.csv', '-o', 'o'], 'files/not-a-file'],
    ['a journal', 'o/.annai-journal', ['batch', 'a.csv', '-o', 'o'], 'files/not-a-file'],
    ['a customer’s sheet', 'o/K-1.pdf', ['batch', 'a.csv', '-o', 'o'], 'files/not-a-pdf'],
    ['one customer', 'c.json', ['sheet', '--customer', 'c.json'], 'customers/not-a-file'],
  ])('%s', (_, name, args, code) => {
    for (const put of [pipe, device]) {
      const folder = workFolder();
      writeFileSync(join(folder, 'a.csv'), csv(customers(1)));
      annai(folder, 'init', 'わが社');
      mkdirSync(join(folder, 'o'));
      rmSync(join(folder, name), { force: true });
      put(join(folder, name));
      const { status, stdout, stderr } = annai(folder, ...args);
      expect(stdout + stderr).toContain(code);
      expect(status).not.toBe(0);
      expect(status).not.toBe(null);
    }
  });
});
