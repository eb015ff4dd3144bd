import { describe, expect, test } from 'vitest';
import { annai, workFolder } from './annai.js';

const COMMANDS = ['sheet', 'batch', 'check', 'explain', 'init'];

describe('annai --help', () => {
  test('is in Japanese, names every command and shows how to begin', () => {
    const { status, stdout, stderr } = annai(workFolder(), '--help');
    expect(status).toBe(0);
    expect(stderr).toBe('');
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('使い方: annai <コマンド>');
    expect(stdout).toContain('$ annai batch 顧客.csv -o 出力');
    expect(stdout).not.toMatch(/Options|Usage|display help/);
  });

  test('is in English with --lang en', () => {
    const { stdout } = annai(workFolder(), '--lang', 'en', '--help');
    expect(stdout).toContain('Usage: annai <command>');
    expect(stdout).not.toMatch(/使い方|オプション/);
  });

  test.each(COMMANDS)('of %s shows an example', (command) => {
    const { status, stdout } = annai(workFolder(), command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`使い方: annai ${command}`);
    expect(stdout).toContain(`$ annai ${command}`);
    expect(stdout).not.toMatch(/\[options\]|default:|choices:/);
  });

  test('fits a terminal of 80 columns, counting full-width characters as two', () => {
    for (const command of COMMANDS) {
      const { stdout } = annai(workFolder(), command, '--help');
      const [options = ''] = stdout.split('例:');
      for (const line of options.split('\n')) {
        const columns = [...line].reduce((sum, character) => sum + (character < '\u2000' ? 1 : 2), 0);
        expect(columns, line).toBeLessThanOrEqual(80);
      }
    }
  });
});

describe('bad usage ends with 1, says what is wrong and writes nothing', () => {
  test.each([
    ['an unknown command', ['bach'], '「bach」というコマンドはありません'],
    ['a slip in a command', ['bacth'], 'batch ではありませんか'],
    ['an unknown option', ['check', 'a.csv', '--foo'], '「--foo」というオプションはありません'],
    ['a missing file name', ['check'], '「FILE」を指定してください'],
    ['an option without its value', ['batch', 'a.csv', '-o'], '値が必要です'],
    ['an unquoted name with a space', ['check', '顧客', '名簿.csv'], '引数が多すぎます'],
    ['an unknown edition', ['check', 'a.csv', '--edition', 'big'], '使える値は normal, large です'],
    ['a date that is not in the calendar', ['check', 'a.csv', '--issue-date', '2026-02-30'], '暦にない日付'],
    ['an assignment without =', ['sheet', '--set', '氏名'], '「項目=値」の形'],
    ['a batch without a target', ['batch', 'a.csv'], '-o フォルダー名'],
    ['a customer number that is not given', ['explain', 'a.csv'], '「--id <ID>」を指定してください'],
  ])('%s', (_, args, words) => {
    const { status, stdout, stderr } = annai(workFolder(), ...args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  test('with --json as JSON on standard output', () => {
    const { status, stdout } = annai(workFolder(), 'check', 'nowhere.csv', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [
        { code: 'customers/missing-file', severity: 'error', place: { kind: 'file', file: 'nowhere.csv' } },
      ],
    });
  });
});
