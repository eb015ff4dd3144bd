import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHIPPED_TEMPLATE } from '../../src/pipeline.js';
import { annai, examples, workFolder } from './annai.js';

describe('annai explain', () => {
  test('names every fact of the handout, printed or left out, and what decided it', () => {
    const { status, stdout } = annai(workFolder(), 'explain', examples, '--id', 'KS-100234', '--json');
    expect(status).toBe(0);
    const { kind, facts } = JSON.parse(stdout);
    expect(kind).toBe('PSK');
    const handout = facts.filter(({ origin }: { origin: string }) => origin === 'handout');
    expect(handout).toHaveLength(102);
    for (const { because } of facts) {
      expect(because.ja).not.toBe('');
      expect(because.en).not.toBe('');
    }
  });

  test('can be read by people', () => {
    const { stdout } = annai(workFolder(), 'explain', examples, '--id', 'KS-100360');
    expect(stdout).toContain('IMAP・1台（IS）');
    expect(stdout).toMatch(/^ {2}✓ F01 {2}メールソフト設定のご案内/m);
    expect(stdout).toMatch(/^ {2}– F22 .+\n +接続方法が POP のときだけの項目です/m);
  });

  test('says what the customer barcode holds, or why there is none', () => {
    const folder = workFolder();
    const profile = readFileSync(join(SHIPPED_TEMPLATE, 'provider.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'provider.yaml'),
      profile.replace('customerBarcode: false', 'customerBarcode: true'),
    );
    const explain = (...more: readonly string[]) =>
      annai(folder, 'explain', examples, '--provider', '.', '--id', 'KS-100347', ...more);
    expect(explain().stdout).toContain('カスタマバーコード　郵便番号 4000851、住所の番号 0-0-0-205');
    expect(explain('--lang', 'en').stdout).toContain('postal code 4000851, address number 0-0-0-205');
    expect(JSON.parse(explain('--json').stdout).barcode.number).toBe('0-0-0-205');

    const atCounter = annai(folder, 'explain', examples, '--provider', '.', '--id', 'KS-100234');
    expect(atCounter.stdout).not.toContain('バーコード');
    const rows = readFileSync(examples, 'utf8').replace('甲府市住吉0丁目', '甲府市三番町住吉0丁目');
    writeFileSync(join(folder, 'customers.csv'), rows);
    const without = annai(folder, 'explain', 'customers.csv', '--provider', '.', '--id', 'KS-100347');
    expect(without.stderr).toContain('record/barcode-town-unclear');
    expect(without.stdout).not.toContain('バーコード');
    expect(without.status).toBe(0);
  });

  test('says what is wrong, and explains nothing, where the sheet cannot be made', () => {
    const { status, stdout, stderr } = annai(workFolder(), 'explain', examples, '--id', 'KS-100333');
    expect(stderr).toContain('V11');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('ends with 1 where no customer has the number', () => {
    const { status, stderr } = annai(workFolder(), 'explain', examples, '--id', 'KS-1');
    expect(stderr).toContain('cli/no-such-customer');
    expect(status).toBe(1);
  });
});
