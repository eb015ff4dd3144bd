import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annai, annaiInShell, examples, namesIn, startAnnai, workFolder } from './annai.js';
import { csv, customer, customers } from './customer-file.js';

/** A folder with 顧客.csv in it. */
function folderWith(text: string | Uint8Array): string {
  const folder = workFolder();
  writeFileSync(join(folder, '顧客.csv'), text);
  return folder;
}

const startsAsPdf = (file: string) => readFileSync(file).subarray(0, 5).toString() === '%PDF-';

describe('annai batch', () => {
  test('makes one file for each customer, named by customer number, readable by its owner alone', () => {
    const folder = folderWith(csv(customers(3)));
    const { status, stdout } = annai(folder, 'batch', '顧客.csv', '-o', '出力');
    expect(status).toBe(0);
    expect(namesIn(join(folder, '出力'))).toEqual(['K-1.pdf', 'K-2.pdf', 'K-3.pdf']);
    for (const name of namesIn(join(folder, '出力'))) {
      expect(startsAsPdf(join(folder, '出力', name))).toBe(true);
      expect(statSync(join(folder, '出力', name)).mode & 0o777).toBe(0o600);
    }
    expect(stdout).toContain('作成 3名');
  });

  test('makes one print file, alone or beside the separate files', () => {
    const folder = folderWith(csv(customers(3)));
    expect(annai(folder, 'batch', '顧客.csv', '--merge', '印刷.pdf').status).toBe(0);
    expect(namesIn(folder)).toEqual(['印刷.pdf', '顧客.csv']);
    expect(startsAsPdf(join(folder, '印刷.pdf'))).toBe(true);
    expect(annai(folder, 'batch', '顧客.csv', '--merge', '印刷.pdf', '-o', '出力').status).toBe(0);
    expect(namesIn(join(folder, '出力'))).toHaveLength(3);
  });

  test('makes the same bytes from the same input', () => {
    const folder = workFolder();
    for (const out of ['a', 'b'])
      annai(folder, 'batch', examples, '-o', out, '--merge', `${out}.pdf`, '--allow-risky');
    expect(namesIn(join(folder, 'a')).length).toBeGreaterThan(8);
    for (const name of namesIn(join(folder, 'a'))) {
      expect(readFileSync(join(folder, 'a', name)).equals(readFileSync(join(folder, 'b', name))), name).toBe(
        true,
      );
    }
    expect(readFileSync(join(folder, 'a.pdf')).equals(readFileSync(join(folder, 'b.pdf')))).toBe(true);
  });

  test('lists what was not made, where and why, makes the rest, and ends with 2', () => {
    const [first, second, third] = customers(3);
    const folder = folderWith(csv([first ?? {}, { ...second, 接続方法: '' }, third ?? {}]));
    const { status, stdout } = annai(folder, 'batch', '顧客.csv', '-o', '出力', '--merge', '印刷.pdf');
    expect(status).toBe(2);
    expect(namesIn(join(folder, '出力'))).toEqual(['K-1.pdf', 'K-3.pdf']);
    expect(startsAsPdf(join(folder, '印刷.pdf'))).toBe(true);
    expect(stdout).toContain('作成 2名');
    expect(stdout).toContain('顧客.csv 3行目「接続方法」（お客様番号 K-2）');
    expect(stdout).toContain('[V01]');
    expect(stdout).toContain('→ 「POP」「IMAP」「未定」のどれか');
  });

  test('shows with --stats what of earlier sheets was used again, beside the result', () => {
    const folder = folderWith(csv(customers(4)));
    const plain = annai(folder, 'batch', '顧客.csv', '-o', '出力', '--stats');
    expect(plain.stdout).not.toContain('MB');
    expect(plain.stderr).toMatch(/1秒あたり [\d.]+名、メモリーは多いときで \d+ MB/);
    expect(plain.stderr).toMatch(/同じ文章の区分: [1-9]\d*\/\d+/);
    const english = annai(folder, 'batch', '顧客.csv', '--merge', '印刷.pdf', '--stats', '--lang', 'en');
    expect(english.stderr).toMatch(/[\d.]+ sheets a second, \d+ MB of memory at most/);
    const { stats, made } = JSON.parse(
      annai(folder, 'batch', '顧客.csv', '-o', 'もう一度', '--stats', '--json').stdout,
    );
    expect(made).toBe(4);
    expect(stats.recall.sections.recalled).toBeGreaterThan(0);
    for (const { asked, recalled } of Object.values<{ asked: number; recalled: number }>(stats.recall))
      expect(asked).toBeGreaterThanOrEqual(recalled);
  });

  test('accounts for every record in the file’s order with --json', () => {
    const [first, second, third] = customers(3);
    const folder = folderWith(csv([first ?? {}, { ...second, 氏名: '' }, third ?? {}]));
    const { status, stdout } = annai(folder, 'batch', '顧客.csv', '-o', '出力', '--json');
    expect(status).toBe(2);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ made: 2, notMade: 1, problems: [] });
    expect(result.records).toMatchObject([
      { status: 'made', row: 2, customerId: 'K-1', kind: 'IS', file: join('出力', 'K-1.pdf'), pages: 2 },
      {
        status: 'not-made',
        row: 3,
        customerId: 'K-2',
        problems: [{ code: 'V01', place: { field: 'name', row: 3 } }],
      },
      { status: 'made', row: 4, customerId: 'K-3' },
    ]);
  });

  test('says on standard error how far it is, a line for each customer', () => {
    const folder = folderWith(csv(customers(2)));
    const { stderr } = annai(folder, 'batch', '顧客.csv', '-o', '出力');
    expect(stderr.trim().split('\n')).toEqual([
      `1 K-1 作成 ${join('出力', 'K-1.pdf')}`,
      `2 K-2 作成 ${join('出力', 'K-2.pdf')}`,
    ]);
  });

  test('speaks English with --lang en', () => {
    const folder = folderWith(
      csv([customer(), customer({ お客様番号: 'K-2', メールアドレス: 'b@cvk.ne.jp', 接続方法: '' })]),
    );
    const { stdout } = annai(folder, 'batch', '顧客.csv', '-o', 'out', '--lang', 'en');
    expect(stdout).toContain('1 made');
    expect(stdout).toContain('row 3');
    expect(stdout).not.toMatch(/作成|行目/);
  });

  test('replaces the sheets of an earlier run', () => {
    const folder = folderWith(csv(customers(2)));
    annai(folder, 'batch', '顧客.csv', '-o', '出力', '--issue-date', '2026-04-01');
    const before = readFileSync(join(folder, '出力', 'K-1.pdf'));
    expect(annai(folder, 'batch', '顧客.csv', '-o', '出力', '--issue-date', '2026-04-02').status).toBe(0);
    expect(readFileSync(join(folder, '出力', 'K-1.pdf')).equals(before)).toBe(false);
    expect(namesIn(join(folder, '出力'))).toEqual(['K-1.pdf', 'K-2.pdf']);
  });
});

describe('what annai batch never does', () => {
  test.each(['../x', '/etc/x', '..', 'a/b', 'a\\b'])('leave the folder for the customer number %s', (id) => {
    const folder = folderWith(
      csv([customer({ お客様番号: id }), customer({ お客様番号: 'K-2', メールアドレス: 'b@cvk.ne.jp' })]),
    );
    const { status, stdout } = annai(folder, 'batch', '顧客.csv', '-o', '出力');
    expect(status).toBe(2);
    expect(stdout).toContain('2行目「お客様番号」');
    expect(namesIn(folder)).toEqual(['出力', '出力/K-2.pdf', '顧客.csv']);
  });

  test('take a device name of Windows for a file', () => {
    const folder = folderWith(csv([customer({ お客様番号: 'CON' })]));
    const { status, stdout } = annai(folder, 'batch', '顧客.csv', '-o', '出力');
    expect(status).toBe(2);
    expect(stdout).toContain('files/unsafe-name');
    expect(namesIn(join(folder, '出力'))).toEqual([]);
  });

  test('replace the customer file by a slip in --merge', () => {
    const folder = folderWith(csv(customers(1)));
    const { status, stderr } = annai(folder, 'batch', '顧客.csv', '--merge', '顧客.csv');
    expect(status).toBe(1);
    expect(stderr).toContain('cli/same-file');
    expect(readFileSync(join(folder, '顧客.csv'), 'utf8')).toBe(csv(customers(1)));
  });

  test('keep a print file when no sheet was made', () => {
    const folder = folderWith(csv([customer({ 氏名: '' })]));
    const { status, stdout } = annai(folder, 'batch', '顧客.csv', '--merge', '印刷.pdf');
    expect(status).toBe(2);
    expect(stdout).toContain('印刷用 印刷.pdf は作成していません');
    expect(namesIn(folder)).toEqual(['顧客.csv']);
  });
});

describe('what stops a batch before it starts ends with 1 and writes nothing', () => {
  const sound = csv(customers(1));
  test.each([
    ['an empty file', '', 'customers/empty-file'],
    [
      'headings alone',
      csv([], ['お客様番号', '氏名', 'メールアドレス', '接続方法', '台数']),
      'customers/header-only',
    ],
    [
      'a missing required column',
      csv(customers(1), ['お客様番号', '氏名', 'メールアドレス', '台数']),
      '接続方法',
    ],
    [
      'bytes in no known encoding',
      Buffer.concat([Buffer.from(sound), Buffer.from([0x81, 0xff, 0xfe, 0x0a])]),
      '顧客.csv',
    ],
  ])('%s', (_, text, words) => {
    const folder = folderWith(text);
    const { status, stdout, stderr } = annai(folder, 'batch', '顧客.csv', '-o', '出力');
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(namesIn(folder).filter((name) => name.endsWith('.pdf') || name.includes('.part'))).toEqual([]);
  });

  test('a missing file', () => {
    const folder = workFolder();
    const { status, stderr } = annai(folder, 'batch', '顧客.csv', '-o', '出力');
    expect(stderr).toContain('ファイルが見つかりません');
    expect(status).toBe(1);
  });

  test.each([
    ['a file where the folder should be', ['-o', '顧客.csv'], 'files/not-a-folder'],
    ['a file on the way to the folder', ['-o', '顧客.csv/出力'], 'files/not-a-folder'],
    ['a folder that cannot be made', ['-o', '/dev/null/出力'], 'files/not-a-folder'],
    ['a print file in a missing folder', ['--merge', 'どこか/印刷.pdf'], 'files/no-folder'],
    ['a print file that is a folder', ['--merge', '.'], 'files/is-a-folder'],
    ['an unknown template', ['-o', '出力', '--template', 'どこか'], 'どこか'],
    ['an unknown profile', ['-o', '出力', '--provider', 'どこか'], 'どこか'],
  ])('%s', (_, args, words) => {
    const folder = folderWith(sound);
    const { status, stderr } = annai(folder, 'batch', '顧客.csv', ...args);
    expect(stderr).toContain(words);
    expect(stderr).toContain('→');
    expect(status).toBe(1);
    expect(namesIn(folder).filter((name) => name.endsWith('.pdf') || name.includes('.part'))).toEqual([]);
  });
});

test.runIf(process.platform === 'linux')(
  'a folder that cannot be written, even by root, is refused in words',
  () => {
    const folder = folderWith(csv(customers(1)));
    const { status, stderr } = annai(folder, 'batch', '顧客.csv', '-o', '/proc/annai');
    expect(stderr).toContain('/proc/annai [files/no');
    expect(status).toBe(1);
  },
);

describe('a disk that fills up', () => {
  const args = ['batch', '顧客.csv', '-o', '出力', '--merge', '出力/印刷.pdf'];

  test('is told from a file that grows too large', () => {
    const folder = folderWith(csv(customers(5)));
    const { status, stdout } = annaiInShell(`trap '' XFSZ; ulimit -f 8; exec "$@"`, folder, ...args);
    expect(stdout).toContain('files/too-large');
    expect(status).toBe(2);
    expect(namesIn(join(folder, '出力'))).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  test.each([1, 7, 25])(
    'after %i sheets keeps them, and leaves neither a part of a file nor a short print file',
    async (sheets) => {
      const folder = folderWith(csv(customers(400)));
      const child = startAnnai(folder, 'batch', '顧客.csv', '-o', '出力', '--merge', '印刷.pdf');
      let said = '';
      let told = '';
      let interrupted = false;
      child.stderr.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        if (!interrupted && told.split('\n').length > sheets) interrupted = child.kill('SIGINT');
      });
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      const [code] = await once(child, 'close');
      expect(code).toBe(2);
      expect(said).toContain('batch/interrupted');
      const made = namesIn(join(folder, '出力'));
      expect(made.length).toBeGreaterThanOrEqual(sheets);
      expect(made.length).toBeLessThan(400);
      expect(said).toContain(`作成 ${made.length}名`);
      for (const name of made) expect(name).toMatch(/^K-\d+\.pdf$/);
      expect(existsSync(join(folder, '印刷.pdf'))).toBe(false);
      expect(namesIn(folder).filter((name) => name.includes('.part'))).toEqual([]);
    },
  );
});
