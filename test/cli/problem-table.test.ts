import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { annai, namesIn, workFolder } from './annai.js';
import { csv, customer } from './customer-file.js';

const ROWS = [
  customer(),
  customer({ お客様番号: '00123', メールアドレス: 'b@example.com' }),
  customer({ お客様番号: 'K-3', メールアドレス: 'c@cvk.ne.jp', 氏名: '=HYPERLINK("x")\uE000' }),
  customer({ お客様番号: 'K-4', メールアドレス: 'd@cvk.ne.jp', 郵便番号: '600906' }),
];

function folderWithCustomers(): string {
  const folder = workFolder();
  const headings = [...Object.keys(customer()), '郵便番号'];
  const quoted = ROWS.map((row) => ({ ...row, 氏名: `"${row.氏名?.replaceAll('"', '""')}"` }));
  writeFileSync(join(folder, '顧客.csv'), csv(quoted, headings));
  return folder;
}

const tableIn = (folder: string): readonly Record<string, string>[] =>
  parse(readFileSync(join(folder, '誤り.csv')), { bom: true, columns: true });

describe.each(['check', 'batch'])('the table of problems that annai %s --problems writes', (command) => {
  const run = (folder: string, ...more: readonly string[]) =>
    annai(
      folder,
      command,
      '顧客.csv',
      '--problems',
      '誤り.csv',
      ...(command === 'batch' ? ['-o', '出力'] : []),
      ...more,
    );

  test('opens in Excel as it is meant: byte order mark, CRLF, a row for each problem', () => {
    const folder = folderWithCustomers();
    expect(run(folder).status).toBe(2);
    const bytes = readFileSync(join(folder, '誤り.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = tableIn(folder).filter((row) => row.重さ === '誤り');
    expect(rows.map((row) => [row.annaiの規則, row.行, row.見出し])).toEqual([
      ['V03', '3', 'メールアドレス'],
      ['V05', '4', '氏名'],
      ['V06', '5', '郵便番号'],
    ]);
    expect(rows[0]).toMatchObject({ ファイル: '顧客.csv', 値: 'b@example.com' });
    for (const row of rows) expect(row.対処).not.toBe('');
    expect(statSync(join(folder, '誤り.csv')).mode & 0o777).toBe(0o600);
  });

  test('holds nothing that Excel would calculate or change', () => {
    const folder = folderWithCustomers();
    run(folder);
    const rows = tableIn(folder).filter((row) => row.重さ === '誤り');
    expect(rows.map((row) => row.値)).toEqual(['b@example.com', '\'=HYPERLINK("x")\uE000', '600906']);
    expect(rows[0]?.お客様番号).toBe("'00123");
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('replaces an earlier table, but neither the customers nor another file', () => {
    const folder = folderWithCustomers();
    run(folder);
    expect(run(folder).status).toBe(2);
    writeFileSync(join(folder, '誤り.csv'), '大事な表');
    const refused = run(folder);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('files/foreign');
    expect(readFileSync(join(folder, '誤り.csv'), 'utf8')).toBe('大事な表');
    expect(run(folder, '--force').status).toBe(2);
    const before = readFileSync(join(folder, '顧客.csv'));
    expect(annai(folder, 'check', '顧客.csv', '--problems', '顧客.csv', '--force').status).toBe(1);
    expect(readFileSync(join(folder, '顧客.csv')).equals(before)).toBe(true);
  });

  test('is in English with --lang en', () => {
    const folder = folderWithCustomers();
    run(folder, '--lang', 'en');
    expect(tableIn(folder)[0]).toHaveProperty('what to do');
  });
});

test('annai batch tells before the first sheet how many cannot be made', () => {
  const folder = folderWithCustomers();
  const { stderr } = annai(folder, 'batch', '顧客.csv', '-o', '出力');
  expect(stderr.split('\n')[0]).toContain('作成できない方 3名');
  expect(namesIn(join(folder, '出力'))).toEqual(['K-1.pdf']);
});

test('--strict makes no sheet of a customer with a warning', () => {
  const folder = workFolder();
  const warned = customer({ 接続方法: 'POP', サーバーに残す: 'はい', メールソフト: 'Gmail' });
  const sound = customer({
    お客様番号: 'K-2',
    メールアドレス: 'b@cvk.ne.jp',
    サーバーに残す: '',
    メールソフト: '',
  });
  writeFileSync(join(folder, '顧客.csv'), csv([warned, sound]));
  expect(annai(folder, 'batch', '顧客.csv', '-o', '出力').status).toBe(0);
  const { status, stdout } = annai(folder, 'batch', '顧客.csv', '-o', '厳しく', '--strict');
  expect(status).toBe(2);
  expect(stdout).toContain('[V13]');
  expect(namesIn(join(folder, '厳しく'))).toEqual(['K-2.pdf']);
});
