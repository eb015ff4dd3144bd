import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annai, examples, namesIn, workFolder } from './annai.js';
import { csv, customer } from './customer-file.js';

describe('annai check', () => {
  test('finds nothing wrong with the shipped examples, discouraged combinations allowed', () => {
    const { status, stdout } = annai(workFolder(), 'check', examples, '--allow-risky');
    expect(stdout).toContain('直す必要のある方 0名');
    expect(status).toBe(0);
  });

  test('shows what batch would not make, for every record, writes nothing and ends with 2', () => {
    const folder = workFolder();
    writeFileSync(
      join(folder, '顧客.csv'),
      csv([
        customer(),
        customer({ お客様番号: 'K-2', メールアドレス: 'b@example.com' }),
        customer({ お客様番号: 'K-3', メールアドレス: 'c@cvk.ne.jp', 氏名: '山田　\uE000' }),
        customer({ お客様番号: 'CON', メールアドレス: 'd@cvk.ne.jp' }),
        customer({ お客様番号: 'K-1', メールアドレス: 'e@cvk.ne.jp' }),
      ]),
    );
    const { status, stdout } = annai(folder, 'check', '顧客.csv');
    expect(stdout).toMatch(/3行目「メールアドレス」.*\[V03\]/);
    expect(stdout).toMatch(/4行目「氏名」.*\[V05\]/);
    expect(stdout).toContain('U+E000');
    expect(stdout).toMatch(/5行目.*\[files\/unsafe-name\]/);
    for (const row of [2, 6]) expect(stdout).toMatch(new RegExp(`${row}行目「お客様番号」.*\\[V02\\]`));
    expect(stdout).toContain('5名を調べました。作成できる方 0名、直す必要のある方 5名。');
    expect(status).toBe(2);
    expect(namesIn(folder)).toEqual(['顧客.csv']);
  });

  test('says which column holds too much for its place on the sheet, and what would fit', () => {
    const folder = workFolder();
    const { 氏名: name = '', ...rest } = customer({ 交付方法: '郵送', 郵便番号: '4000031' });
    const lines = { 住所1: '町'.repeat(40), 住所2: '字'.repeat(40), 建物名: '荘'.repeat(30) };
    writeFileSync(join(folder, '顧客.csv'), csv([{ ...rest, お名前: name, ...lines }]));
    const { status, stdout } = annai(folder, 'check', '顧客.csv');
    expect(stdout).toMatch(/2行目「住所1」（お客様番号 K-1） \[V08\]/);
    expect(stdout).toMatch(/枠の高さ 45\.0 mm に対して中身が \d+\.\d mm/);
    expect(stdout).toMatch(/「建物名」「荘{30}」（30文字）。先頭から\d+文字までなら入ります/);
    expect(status).toBe(2);
  });

  test('finds the same problems as batch', () => {
    const folder = workFolder();
    writeFileSync(
      join(folder, '顧客.csv'),
      csv([customer({ 接続方法: '' }), customer({ お客様番号: 'K-2', 台数: '多い' })]),
    );
    const checked = JSON.parse(annai(folder, 'check', '顧客.csv', '--json').stdout);
    const made = JSON.parse(annai(folder, 'batch', '顧客.csv', '-o', '出力', '--json').stdout);
    expect(checked.records).toEqual(made.records);
    expect(checked).toMatchObject({ sound: 0, unsound: 2 });
  });
});
