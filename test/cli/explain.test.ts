import { describe, expect, test } from 'vitest';
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
