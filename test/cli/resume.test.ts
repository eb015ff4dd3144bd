import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annai, namesIn, startAnnai, workFolder } from './annai.js';
import { csv, customer, customers, type Row } from './customer-file.js';

const DATE = ['--issue-date', '2026-11-23'] as const;

function folderWith(rows: readonly Row[]): string {
  const folder = workFolder();
  writeFileSync(join(folder, '顧客.csv'), csv(rows));
  return folder;
}

const batch = (folder: string, ...more: readonly string[]) =>
  annai(folder, 'batch', '顧客.csv', '-o', '出力', ...DATE, ...more);

/** Every byte in the folder, by name. */
const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  );

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, '出力', 'annai-manifest.json'), 'utf8'));

const changed = (folder: string, name: string): number => statSync(join(folder, '出力', name)).mtimeMs;

describe('the same command again', () => {
  test('keeps what is whole, and makes again what is damaged or gone', () => {
    const folder = folderWith(customers(3));
    batch(folder);
    const [first, whole] = [contents(join(folder, '出力')), changed(folder, 'K-1.pdf')];
    writeFileSync(join(folder, '出力', 'K-2.pdf'), '');
    spawnSync('rm', [join(folder, '出力', 'K-3.pdf')]);
    expect(batch(folder).status).toBe(0);
    expect(contents(join(folder, '出力'))).toEqual(first);
    expect(changed(folder, 'K-1.pdf')).toBe(whole);
  });

  test('refuses to put a sheet where a folder has its name by now, and makes the others', () => {
    const folder = folderWith(customers(2));
    batch(folder);
    rmSync(join(folder, '出力', 'K-1.pdf'));
    mkdirSync(join(folder, '出力', 'K-1.pdf'));
    const { status, stdout } = batch(folder);
    expect(status).toBe(2);
    expect(stdout).toContain('files/is-a-folder');
    expect(manifestOf(folder).records).toMatchObject([{ status: 'not-made' }, { status: 'made' }]);
  });

  test('follows no link that stands where its account would', () => {
    const folder = folderWith(customers(1));
    mkdirSync(join(folder, '出力'));
    writeFileSync(join(folder, '大切.txt'), '');
    symlinkSync(join(folder, '大切.txt'), join(folder, '出力', '.annai-journal'));
    expect(batch(folder).status).toBe(2);
    expect(readFileSync(join(folder, '大切.txt'), 'utf8')).toBe('');
  });

  test('makes again the sheets of records that changed, and all of them where the date or the profile did', () => {
    const folder = folderWith(customers(3));
    batch(folder);
    const before = ['K-1.pdf', 'K-2.pdf'].map((name) => readFileSync(join(folder, '出力', name)));
    const [first = {}, second = {}, third = {}] = customers(3);
    writeFileSync(join(folder, '顧客.csv'), csv([first, { ...second, 氏名: '山田　花子' }, third]));
    batch(folder);
    const after = ['K-1.pdf', 'K-2.pdf'].map((name) => readFileSync(join(folder, '出力', name)));
    expect(after.map((bytes, at) => before[at]?.equals(bytes))).toEqual([true, false]);
    annai(folder, 'init', 'わが社');
    const profile = join(folder, 'わが社', 'provider.yaml');
    writeFileSync(profile, readFileSync(profile, 'utf8').replaceAll('055-283-8383', '055-000-0000'));
    batch(folder, '--provider', 'わが社');
    expect(readFileSync(join(folder, '出力', 'K-1.pdf')).equals(before[0] ?? Buffer.alloc(0))).toBe(false);
  });

  test('leaves somebody else’s PDF of the same name alone, and makes the others', () => {
    const folder = folderWith(customers(2));
    batch(folder);
    writeFileSync(join(folder, '出力', 'K-1.pdf'), '%PDF-1.7 of a scanner\n%%EOF\n');
    const { status, stdout } = batch(folder);
    expect(status).toBe(2);
    expect(stdout).toContain('files/foreign');
    expect(readFileSync(join(folder, '出力', 'K-1.pdf'), 'utf8')).toContain('scanner');
    expect(batch(folder, '--force').status).toBe(0);
  });

  test('with --only-failed makes what failed and touches nothing else', () => {
    const [first = {}, second = {}, third = {}] = customers(3);
    const folder = folderWith([first, { ...second, 接続方法: '' }, third]);
    expect(batch(folder, '--only-failed').stderr).toContain('batch/nothing-before');
    expect(batch(folder, '--only-failed', '--merge', '印刷.pdf').stderr).toContain('cli/only-failed-alone');
    batch(folder);
    const untouched = changed(folder, 'K-1.pdf');
    writeFileSync(join(folder, '顧客.csv'), csv([{ ...first, 氏名: '別　人' }, second, third]));
    expect(batch(folder, '--only-failed').status).toBe(0);
    expect(namesIn(join(folder, '出力'))).toEqual(['K-1.pdf', 'K-2.pdf', 'K-3.pdf']);
    expect(changed(folder, 'K-1.pdf')).toBe(untouched);
  });
});

describe('the manifest', () => {
  test('names file, pages, control number and digest of each sheet, and what failed', () => {
    const [first = {}, second = {}] = customers(2);
    const folder = folderWith([first, { ...second, 接続方法: '' }]);
    batch(folder);
    expect(manifestOf(folder).records).toMatchObject(
      [
        { row: 2, customerId: 'K-1', status: 'made', file: 'K-1.pdf', pages: 2, sha256: /^[0-9a-f]{64}$/ },
        { row: 3, customerId: 'K-2', status: 'not-made', problems: ['V01'] },
      ].map(({ sha256, ...rest }) => (sha256 ? { ...rest, sha256: expect.stringMatching(sha256) } : rest)),
    );
    const table = readFileSync(join(folder, '出力', 'annai-manifest.csv'), 'utf8');
    expect(table).toMatch(/^\uFEFF"annaiの記録","行","お客様番号"/);
    expect(table.split('\r\n')).toHaveLength(4);
  });

  test('holds no name, address or password, and is readable by its owner alone', () => {
    const folder = folderWith([
      customer({ 氏名: '秘密　太郎', 住所1: '山梨県秘密市', 初期パスワード: 'canary-Zx81' }),
    ]);
    annai(folder, 'init', 'わが社');
    const profile = join(folder, 'わが社', 'provider.yaml');
    writeFileSync(
      profile,
      readFileSync(profile, 'utf8').replace('passwordPolicy: refer', 'passwordPolicy: print'),
    );
    const run = batch(folder, '--provider', 'わが社');
    expect(run.status).toBe(0);
    for (const name of ['annai-manifest.json', 'annai-manifest.csv']) {
      const file = join(folder, '出力', name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).not.toMatch(/秘密|canary|taro@/);
    }
    expect(run.stdout + run.stderr).not.toContain('canary');
    expect(manifestOf(folder).records[0]).not.toHaveProperty('source');
  });
});

describe('a folder in which another annai is at work', () => {
  test('is left to it, and the second is told who that is', async () => {
    const folder = folderWith(customers(400));
    const child = startAnnai(folder, 'batch', '顧客.csv', '-o', '出力', ...DATE);
    child.stdout.resume();
    await once(child.stderr, 'data');
    const { status, stderr } = batch(folder);
    expect(status).toBe(1);
    expect(stderr).toContain('batch/at-work');
    expect(stderr).toContain(`プロセス ${child.pid}`);
    child.kill('SIGINT');
    child.stderr.resume();
    await once(child, 'close');
    expect(namesIn(join(folder, '出力')).filter((name) => !name.endsWith('.pdf'))).toEqual([]);
    expect(manifestOf(folder).records.length).toBeGreaterThan(0);
  });
});
