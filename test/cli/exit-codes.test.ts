import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { annai, namesIn, workFolder } from './annai.js';
import { csv, customer, customers } from './customer-file.js';

/** A folder of an office whose logo has the right header and nothing that can be unpacked behind it. */
function withDamagedLogo(folder: string): readonly string[] {
  annai(folder, 'init', 'わが社');
  const file = join(folder, 'わが社/provider.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('  # logo: logo.png', '  logo: logo.png'));
  const png = PNG.sync.write(new PNG({ width: 40, height: 20 }));
  png.fill(0x55, png.indexOf('IDAT') + 4, png.length - 12);
  writeFileSync(join(folder, 'わが社/logo.png'), png);
  return ['--template', 'わが社', '--provider', 'わが社'];
}

const SHEET = ['sheet', '--customer', '一.json'];

/** Every command that makes something, and how it ends. */
const ENDS: readonly (readonly [string, 0 | 1 | 2, (folder: string) => readonly string[]])[] = [
  ['sheet: made', 0, () => SHEET],
  ['sheet: nobody to make it for', 1, () => ['sheet']],
  ['sheet: no such file', 1, () => ['sheet', '--customer', 'x.json']],
  ['sheet: no such folder', 1, () => [...SHEET, '-o', 'なし/x.pdf']],
  ['sheet: a wrong template', 1, () => [...SHEET, '--template', 'なし']],
  ['sheet: a wrong record', 2, () => [...SHEET, '--set', 'メールアドレス=taro@example.com']],
  ['sheet: a damaged picture', 2, (folder) => [...SHEET, ...withDamagedLogo(folder)]],
  ['batch: all made', 0, () => ['batch', '顧客.csv', '-o', '出力']],
  ['batch: no target', 1, () => ['batch', '顧客.csv']],
  ['batch: no such file', 1, () => ['batch', 'x.csv', '-o', '出力']],
  ['batch: one wrong record', 2, () => ['batch', '誤.csv', '-o', '出力']],
  [
    'batch: a damaged picture',
    2,
    (folder) => ['batch', '顧客.csv', '-o', '出力', ...withDamagedLogo(folder)],
  ],
  ['check: all good', 0, () => ['check', '顧客.csv']],
  ['check: no such file', 1, () => ['check', 'x.csv']],
  ['check: one wrong record', 2, () => ['check', '誤.csv']],
  ['explain: told', 0, () => ['explain', '顧客.csv', '--id', 'K-1']],
  ['explain: nobody of that number', 1, () => ['explain', '顧客.csv', '--id', 'K-9']],
  ['an unknown command', 1, () => ['shet']],
  ['an unknown option', 1, () => ['check', '顧客.csv', '--strikt']],
];

describe('the exit code: 0 where all is made, 1 where nothing could start, 2 where some sheets are not made', () => {
  test.each(ENDS)('%s: %i', (title, code, argsIn) => {
    const folder = workFolder();
    writeFileSync(join(folder, '一.json'), JSON.stringify(customer()));
    writeFileSync(join(folder, '顧客.csv'), csv(customers(3)));
    const [first = {}, ...others] = customers(3);
    writeFileSync(join(folder, '誤.csv'), csv([{ ...first, 接続方法: '' }, ...others]));
    const args = argsIn(folder);
    const { status, stdout, stderr } = annai(folder, ...args);
    expect([status, stdout, stderr]).toEqual([code, expect.anything(), expect.anything()]);
    expect(stderr).not.toMatch(/^\s+at /m);

    const made = namesIn(folder).some((name) => name.endsWith('.pdf'));
    expect(made).toBe(/^(?:sheet: made|batch: (?:all|one))/.test(title));
  });
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written into starts nothing', () => {
  const folder = workFolder();
  writeFileSync(join(folder, '顧客.csv'), csv(customers(1)));
  mkdirSync(join(folder, '出力'));
  chmodSync(join(folder, '出力'), 0o500);
  expect(annai(folder, 'batch', '顧客.csv', '-o', '出力').status).toBe(1);
});
