import { spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testWithTools } from '../system-tools.js';
import { annai, examples, main, namesIn, workFolder } from './annai.js';
import { csv, customer } from './customer-file.js';

const set = (row: Readonly<Record<string, string>>) =>
  Object.entries(row).flatMap(([field, value]) => ['--set', `${field}=${value}`]);

describe('annai sheet', () => {
  test('makes one sheet from values given with --set, by heading or by field name', () => {
    const folder = workFolder();
    const { 氏名: name = '', ...others } = customer();
    const { status, stdout } = annai(folder, 'sheet', ...set({ ...others, name }));
    expect(stdout).toContain('K-1.pdf を作りました（IMAP・1台、2ページ');
    expect(status).toBe(0);
    expect(namesIn(folder)).toEqual(['K-1.pdf']);
    expect(statSync(join(folder, 'K-1.pdf')).mode & 0o777).toBe(0o600);
  });

  test('tells what there is to know of the sheet after it is made', () => {
    const folder = workFolder();
    const given = set(customer({ メールアドレス: 'taro0@cvk.ne.jp' }));
    const { status, stdout, stderr } = annai(folder, 'sheet', ...given);
    expect(stdout).toContain('K-1.pdf を作りました');
    expect(stderr).toContain('[V16]');
    expect(status).toBe(0);
    const json = annai(folder, 'sheet', ...given, '--force', '--json');
    expect(JSON.parse(json.stdout).problems).toMatchObject([{ code: 'V16', severity: 'notice' }]);
    expect(json.stderr).toBe('');
  });

  test('makes the same bytes from a file of one customer as from --set', () => {
    const folder = workFolder();
    writeFileSync(join(folder, '山田様.json'), JSON.stringify(customer()));
    annai(folder, 'sheet', ...set(customer()), '-o', 'a.pdf');
    expect(annai(folder, 'sheet', '--customer', '山田様.json', '-o', 'b.pdf').status).toBe(0);
    expect(readFileSync(join(folder, 'b.pdf')).equals(readFileSync(join(folder, 'a.pdf')))).toBe(true);
  });

  test('lets --set take the place of a value in a JSON file, under whichever heading it stands there', () => {
    const folder = workFolder();
    writeFileSync(join(folder, '山田様.json'), JSON.stringify(customer({ 発行日: '2026-04-01' })));
    const from = (...more: readonly string[]) => annai(folder, 'sheet', '--customer', '山田様.json', ...more);
    expect(from('--set', 'connection=POP', '--set', 'コピーを残す=はい', '-o', 'a.pdf').stdout).toContain(
      'POP・1台',
    );
    expect(from('--set', '発行日=2026-04-02', '-o', 'b.pdf').status).toBe(0);
    writeFileSync(join(folder, '顧客.csv'), csv([customer()]));
    const table = annai(folder, 'sheet', '--customer', '顧客.csv', '--set', '台数=2台');
    expect(table.stderr).toContain('cli/set-beside-table');
    expect(table.status).toBe(1);
  });

  test('replaces an existing file only with --force', () => {
    const folder = workFolder();
    annai(folder, 'sheet', ...set(customer()), '--issue-date', '2026-04-01');
    const before = readFileSync(join(folder, 'K-1.pdf'));
    const again = annai(folder, 'sheet', ...set(customer()), '--issue-date', '2026-04-02');
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('files/exists');
    expect(readFileSync(join(folder, 'K-1.pdf')).equals(before)).toBe(true);
    expect(annai(folder, 'sheet', ...set(customer()), '--issue-date', '2026-04-02', '--force').status).toBe(
      0,
    );
    expect(readFileSync(join(folder, 'K-1.pdf')).equals(before)).toBe(false);
  });

  test('says what is wrong with a record, makes nothing and ends with 2', () => {
    const folder = workFolder();
    const { status, stdout, stderr } = annai(
      folder,
      'sheet',
      ...set(customer({ メールアドレス: 'taro@example.com' })),
    );
    expect(stderr).toContain('[V03]');
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(namesIn(folder)).toEqual([]);
  });

  test('without data and without a terminal says what to give, and ends with 1', () => {
    const { status, stderr } = annai(workFolder(), 'sheet');
    expect(stderr).toContain('--customer ファイル名.json か --set 項目=値');
    expect(status).toBe(1);
  });

  test('sends a file of several customers to annai batch', () => {
    const { status, stderr } = annai(workFolder(), 'sheet', '--customer', examples);
    expect(stderr).toContain('annai batch');
    expect(status).toBe(1);
  });

  test('does not put a password into its messages', () => {
    const folder = workFolder();
    const { stdout, stderr } = annai(
      folder,
      'sheet',
      ...set(customer({ 初期パスワード: 'あsecret#1' })),
      '--json',
    );
    expect(stdout + stderr).not.toContain('secret#1');
  });
});

/** A person at a terminal: types each answer when its question shows. */
function answer(
  folder: string,
  dialogue: readonly (readonly [shows: string, keys: string])[],
): Promise<{ code: number | null; screen: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      'script',
      [
        '-qfec',
        `stty cols 100 rows 40; exec '${process.execPath}' '${main}' sheet -o sheet.pdf`,
        '/dev/null',
      ],
      {
        cwd: folder,
        env: { ...process.env, TERM: 'xterm' },
      },
    );
    let screen = '';
    let seen = 0;
    const left = [...dialogue];
    child.stdout.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      const [next] = left;
      if (next === undefined || !screen.slice(seen).includes(next[0])) return;
      left.shift();
      seen = screen.length;
      child.stdin.write(next[1]);
    });
    child.on('close', (code) => resolve({ code, screen }));
  });
}

const ENTER = '\r';
const DOWN = '\u001b[B';

describe('annai sheet on a terminal', () => {
  testWithTools(
    ['script'],
    'asks field by field in Japanese, refuses a wrong answer at once, and makes the sheet',
    async () => {
      const folder = workFolder();
      const { code, screen } = await answer(folder, [
        ['お客様番号', `K 1${ENTER}`],
        ['お客様番号', `${'\u007f'.repeat(3)}K-1${ENTER}`],
        ['氏名', `山田　太郎${ENTER}`],
        ['メールアドレス', `taro@example.com${ENTER}`],
        ['example.com', `${'\u007f'.repeat('example.com'.length)}cvk.ne.jp${ENTER}`],
        ['接続方法', `${DOWN}${ENTER}`],
        ['利用端末', ENTER],
        ['ほかの項目', ENTER],
      ]);
      expect(screen).toContain('IMAP');
      expect(screen).toContain('sheet.pdf を作りました（IMAP・1台');
      expect(code).toBe(0);
      expect(namesIn(folder)).toEqual(['sheet.pdf']);
    },
  );

  testWithTools(['script'], 'makes nothing when the person breaks off', async () => {
    const folder = workFolder();
    const { code, screen } = await answer(folder, [
      ['お客様番号', `K-1${ENTER}`],
      ['氏名', '\u0003'],
    ]);
    expect(screen).toContain('中止しました');
    expect(code).toBe(1);
    expect(namesIn(folder)).toEqual([]);
  });
});
