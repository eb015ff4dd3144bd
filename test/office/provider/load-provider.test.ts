import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { providerJsonSchema } from '../../../scripts/provider-json-schema.mjs';
import { loadProvider, parseProvider } from '../../../src/office/provider/load-provider.js';
import { ProfileSchema } from '../../../src/office/provider/profile-schema.js';
import { ProblemError } from '../../../src/problem.js';
import { brief, changed, FULL, problemsOf } from './problems-of.js';

const SHIPPED = fileURLToPath(new URL('../../../templates/mail-settings', import.meta.url));

describe('the shipped profile', () => {
  const { provider, notices } = loadProvider(SHIPPED);

  test('is without fault and names what the office must confirm', () => {
    expect(notices.map((notice) => [notice.code, notice.severity])).toEqual([
      ['profile/user-name-refer', 'notice'],
      ['profile/smtp-auth-unstated', 'notice'],
    ]);
  });

  test('states what the handout says', () => {
    expect(provider).toMatchObject({
      id: 'cvk',
      revision: '2020.6',
      displayName: '峡西CATV',
      domains: ['cvk.ne.jp'],
      pop: [{ host: 'mail.cvk.ne.jp', port: 995, security: 'ssl', legacy: false }],
      imap: [{ host: 'mail.cvk.ne.jp', port: 993, security: 'ssl', legacy: false }],
      smtp: [{ host: 'mail.cvk.ne.jp', port: 587, security: 'starttls', legacy: false }],
      quotaMB: 100,
      contact: { name: '峡西CATV', tel: '055-283-8383', mail: 'info@cvk.ne.jp' },
    });
  });

  test('states nothing that the handout does not say', () => {
    expect(provider.userNameRule).toBe('refer');
    expect(provider.smtpAuth).toBe('unstated');
    expect(provider.quotaCountsAllFolders).toBe(false);
    expect(provider.allowPlain).toBe(false);
    expect(Object.keys(provider.contact)).toEqual(['name', 'tel', 'mail']);
    expect(provider.extraNotes).toEqual([]);
  });

  test('names its JSON schema for editors, and the schema is the one that the code checks by', () => {
    const yaml = readFileSync(join(SHIPPED, 'provider.yaml'), 'utf8');
    expect(yaml.split('\n')[0]).toBe('# yaml-language-server: $schema=./provider.schema.json');
    expect(readFileSync(join(SHIPPED, 'provider.schema.json'), 'utf8')).toBe(
      providerJsonSchema(ProfileSchema),
    );
  });

  test('shows how to print the old ports: two rows and allowPlain', () => {
    const yaml = readFileSync(join(SHIPPED, 'provider.yaml'), 'utf8')
      .replaceAll('# - { host', '- { host')
      .replace('allowPlain: false', 'allowPlain: true');
    const withOldPorts = parseProvider(yaml, 'provider.yaml');
    expect(withOldPorts.provider.pop.map((each) => each.port)).toEqual([995, 110]);
    expect(withOldPorts.provider.imap.map((each) => each.port)).toEqual([993, 143]);
    expect(withOldPorts.notices.map((notice) => notice.code)).toContain('L2');
  });
});

describe('a profile', () => {
  test('may hold every key', () => {
    const { provider, notices } = parseProvider(FULL, 'provider.yaml');
    expect(notices).toEqual([]);
    expect(provider.contact.url).toBe('https://www.example.ne.jp/support/');
    expect(provider.extraNotes[1]).toEqual({
      text: '機種変更の前にご連絡ください。',
      when: { connection: ['POP'], devices: ['single', 'multiple'] },
    });
  });

  test('may leave out what is optional: the switches fall to the safe side', () => {
    const optional =
      /^(sampleAddress|allowPlain|plans|quotaCountsAllFolders|addedNotes|showRemarks|customerId):.*\n/gm;
    const yaml = FULL.replace(optional, '').replace(/^(supportService|extraNotes|mailing):\n( .*\n)+/gm, '');
    const { provider, notices } = parseProvider(yaml, 'provider.yaml');
    expect(notices).toEqual([]);
    expect(provider).toMatchObject({ allowPlain: false, addedNotes: true, showRemarks: false, plans: {} });
    expect(provider.supportService).toBeUndefined();
  });

  test('gives members and non-members the common sentence where it has none for them', () => {
    const yaml = changed(
      ['  member: ご加入のサポートサービスをお使いください。\n', ''],
      ['  nonMember: サポートサービスにご加入いただけます。\n', ''],
    );
    const { supportService } = parseProvider(yaml, 'provider.yaml').provider;
    expect(supportService?.member).toBe('サポートサービスがあります。');
    expect(supportService?.nonMember).toBe('サポートサービスがあります。');
  });
});

describe('what a profile gets wrong is said with line and column', () => {
  test.each([
    ['an unknown key', ['profile/unknown-key error: alowPlain:'], ['allowPlain: false', 'alowPlain: false']],
    ['an unknown key inside', ['profile/unknown-key error: hour:'], ['  hours:', '  hour:']],
    [
      'a misspelt label as key',
      ['profile/missing-key error: contact:', 'profile/unknown-key error: mial:'],
      ['  mail: info', '  mial: info'],
    ],
    ['a missing key', ['profile/missing-key error: id:'], ['quotaMB: 100\n', '']],
    ['a missing key inside', ['profile/missing-key error: {'], ['port: 995, ', '']],
    [
      'a revision without quotation marks',
      ['profile/wrong-type error: 2026.10'],
      ['revision: "2026.10"', 'revision: 2026.10'],
    ],
    [
      'an empty key',
      ['profile/wrong-type error: displayName:'],
      ['displayName: 見本ケーブル', 'displayName:'],
    ],
    [
      'a word that is no choice',
      ['profile/wrong-value error: full-adress'],
      ['userNameRule: full-address', 'userNameRule: full-adress'],
    ],
    [
      'a word that is no choice in a condition',
      ['profile/wrong-value error: POP4'],
      ['connection: POP', 'connection: POP4'],
    ],
    [
      'an empty list in place of a group',
      ['profile/wrong-type error: ['],
      ['plans: { 大容量: 1000 }', 'plans: []'],
    ],
    [
      'an empty list in place of a condition',
      ['profile/wrong-type error: ['],
      ['when: { connection: POP, devices: [single, multiple] }', 'when: []'],
    ],
    ['yes for true', ['profile/wrong-type error: yes'], ['allowPlain: false', 'allowPlain: yes']],
    ['a port that cannot be', ['profile/wrong-value error: 99500'], ['port: 995', 'port: 99500']],
    [
      'a day that is on no calendar',
      ['profile/wrong-value error: 2026-02-29'],
      ['validFrom: 2026-01-01', 'validFrom: 2026-02-29'],
    ],
    [
      'a date of another form',
      ['profile/wrong-value error: 2026/1/1'],
      ['validFrom: 2026-01-01', 'validFrom: 2026/1/1'],
    ],
    ['a key twice', ['profile/yaml error: id:'], ['quotaMB: 100', 'id: other']],
    ['a tab', ['profile/yaml error: \ttel:'], ['  tel:', '\ttel:']],
    [
      'an open bracket',
      ['profile/yaml error: sampleAddress:'],
      ['[example.ne.jp, mail.example.ne.jp]', '[example.ne.jp'],
    ],
  ] as const)('%s', (_what, found, change) => {
    expect(brief(changed(change))).toEqual(found);
  });

  test('an empty file', () => {
    expect(brief('')).toEqual(['profile/wrong-type error: ']);
    expect(problemsOf('').map((problem) => problem.message.ja)).toEqual([
      'ファイルが空です。「名前: 値」の組を書いてください。',
    ]);
  });

  test('by the numbers that an editor shows', () => {
    expect(problemsOf(changed(['userNameRule: full-address', 'userNameRule: refer']))[0]?.place).toEqual({
      kind: 'source',
      file: 'provider.yaml',
      line: 8,
      column: 15,
    });
  });

  test('with what was probably meant', () => {
    expect(problemsOf(changed(['allowPlain: false', 'alowPlain: false']))[0]).toMatchObject({
      message: { ja: '「alowPlain」という項目はありません。', en: 'There is no key "alowPlain".' },
      hint: { ja: '「allowPlain」のことではありませんか。', en: 'Did you mean "allowPlain"?' },
    });
    expect(problemsOf(changed(['  hours:', '  hour:']))[0]?.hint?.en).toBe('Did you mean "hours"?');
    expect(problemsOf(changed(['security: starttls', 'security: startls']))[0]).toMatchObject({
      message: { ja: '「smtp[0].security」に「startls」は書けません。ssl・starttls・none のどれかです。' },
      hint: { en: 'Did you mean "starttls"?' },
    });
    expect(problemsOf(changed(['revision: "2026.10"', 'revision: 2026.10']))[0]?.hint?.en).toBe(
      'Quotation marks make it text: revision: "…"',
    );
  });
});

describe('a folder', () => {
  const inFolder = (act: (folder: string) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'annai-profile-'));
    try {
      act(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const codes = (folder: string) => {
    try {
      loadProvider(folder);
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map((problem) => problem.code);
      throw error;
    }
    return [];
  };

  test('a profile of more than 64 KB is refused, and told how large it may be', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'provider.yaml'), `${' '.repeat(64 * 1024)}#`);
      expect(() => loadProvider(folder)).toThrow('64KBまで');
      expect(codes(folder)).toEqual(['profile/too-large']);
    });
  });

  test('without provider.yaml is refused', () => {
    inFolder((folder) => expect(codes(folder)).toEqual(['profile/not-found']));
  });

  test('whose provider.yaml is Shift_JIS is refused', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'provider.yaml'), new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0x8b, 0xac]));
      expect(codes(folder)).toEqual(['profile/encoding']);
    });
  });

  test('whose provider.yaml begins with a byte order mark is read', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'provider.yaml'), `\uFEFF${FULL}`);
      writeFileSync(join(folder, 'logo.png'), '');
      expect(loadProvider(folder).provider.id).toBe('example');
    });
  });
});
