import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../src/office/customers/customer.js';
import type { Provider } from '../../../src/office/provider/provider.js';
import { buildSheet } from '../../../src/office/sheet/build-sheet.js';
import { parseFacts } from '../../../src/office/sheet/facts.js';
import type { Kind, SettingsKey, SettingsRow, Sheet } from '../../../src/office/sheet/sheet.js';
import { planSheets, type SheetOptions } from '../../../src/office/sheet/sheet-plan.js';
import { ProblemError, sure } from '../../../src/problem.js';
import { customerOf, KINDS } from './customer-for-tests.js';
import { FACTS, FACTS_TEXT } from './facts-for-tests.js';
import { PROVIDER } from './provider-for-tests.js';

const OPTIONS: SheetOptions = { issueDate: '2026-11-23', templateRevision: '1' };

interface Input {
  readonly record?: Partial<Customer>;
  readonly profile?: Partial<Provider>;
  readonly options?: Partial<SheetOptions>;
}

const sheetOf = (kind: Kind, { record, profile, options }: Input = {}): Sheet =>
  buildSheet(
    customerOf(kind, record),
    planSheets({ ...PROVIDER, ...profile }, FACTS, { ...OPTIONS, ...options }),
  );

const rowOf = (kind: Kind, key: SettingsKey, input: Input = {}): SettingsRow | undefined =>
  sheetOf(kind, input).settings.find((row) => row.key === key);

const line = ({ code, item, value, note, facts }: SettingsRow): string =>
  `${code} ${item}：${value}${note === undefined ? '' : `（${note}）`} ${facts.join(' ')}`.trim();

/** A provider that says as little as a profile can. */
const TERSE: Partial<Provider> = { userNameRule: 'refer', smtpAuth: 'unstated' };

describe('the settings card', () => {
  test('of POP, one device, kept', () => {
    expect(sheetOf('PSK').settings.map(line)).toEqual([
      'A1 名前（差出人名）：（自由に決められます） F08',
      'A2 メールアドレス：sample@example.ne.jp F11',
      'A3 ユーザー名：sample@example.ne.jp',
      'A4 パスワード：「ユーザー情報」に記載の英数字 F13',
      'A5 受信サーバー：mail.example.ne.jp F14',
      'A6 受信ポート番号：995（POP3 over SSL/TLS） F38 F40',
      'A7 受信の保護：SSL/TLS（「SSLが必要」の欄があればチェック） F50',
      'A8 送信サーバー：mail.example.ne.jp F15',
      'A9 送信ポート番号：587（SMTP） F16 F17',
      'A10 送信の保護：STARTTLS F51',
      'A11 送信サーバーの認証：あり（受信と同じユーザー名とパスワード）',
      'A12 接続方法：POP',
      'A13 新着確認の間隔：お好みの間隔 F54',
      'A14 サーバーにメールを残す：残す F56',
      'A15 残す日数：14日（おすすめは7～14日（決まった日数から選ぶソフトでは、この中から）） F59 A06',
      'A16 メールボックスの容量：100MB A02',
    ]);
  });

  test('of IMAP has no row of POP, and the other rows keep their codes', () => {
    expect(sheetOf('IS', { profile: TERSE }).settings.map(line)).toEqual([
      'A1 名前（差出人名）：（自由に決められます） F08',
      'A2 メールアドレス：sample@example.ne.jp F11',
      'A3 ユーザー名：「ユーザー情報」をご覧ください',
      'A4 パスワード：「ユーザー情報」に記載の英数字 F13',
      'A5 受信サーバー：mail.example.ne.jp F14',
      'A6 受信ポート番号：993（IMAP over SSL/TLS） F42 F44',
      'A7 受信の保護：SSL/TLS（「SSLが必要」の欄があればチェック） F50',
      'A8 送信サーバー：mail.example.ne.jp F15',
      'A9 送信ポート番号：587（SMTP） F16 F17',
      'A10 送信の保護：STARTTLS F51',
      'A12 接続方法：IMAP',
      'A13 新着確認の間隔：お好みの間隔 F54',
      'A14 サーバーにメールを残す：サーバーに残ります',
      'A16 メールボックスの容量：100MB F30',
    ]);
  });

  test('of the undecided holds both methods side by side where they differ', () => {
    const rows = sheetOf('U').settings;
    expect(rows.map(line)).toEqual([
      'A1 名前（差出人名）：（自由に決められます） F08',
      'A2 メールアドレス：sample@example.ne.jp F11',
      'A3 ユーザー名：sample@example.ne.jp',
      'A4 パスワード：「ユーザー情報」に記載の英数字 F13',
      'A5 受信サーバー：mail.example.ne.jp F14',
      'A6 受信ポート番号：POP：995／IMAP：993 F38 F40 F42 F44',
      'A7 受信の保護：SSL/TLS（「SSLが必要」の欄があればチェック） F50',
      'A8 送信サーバー：mail.example.ne.jp F15',
      'A9 送信ポート番号：587（SMTP） F16 F17',
      'A10 送信の保護：STARTTLS F51',
      'A11 送信サーバーの認証：あり（受信と同じユーザー名とパスワード）',
      'A12 接続方法：POP か IMAP を選びます',
      'A13 新着確認の間隔：お好みの間隔 F54',
      'A14 サーバーにメールを残す：POP：どちらかを選びます／IMAP：サーバーに残ります F56',
      'A15 残す日数：POP：14日／IMAP：なし F59 A06',
      'A16 メールボックスの容量：100MB F30 A02',
    ]);
    expect(rows.find((row) => row.key === 'incoming-port')?.methods).toEqual({
      pop: { value: '995', form: 'identifier', note: 'POP3 over SSL/TLS' },
      imap: { value: '993', form: 'identifier', note: 'IMAP over SSL/TLS' },
    });
    expect(rows.filter((row) => row.methods).map((row) => row.code)).toEqual(['A6', 'A14', 'A15']);
  });

  test('a code names the same item in every kind, whatever the profile', () => {
    const items = new Map<string, string>();
    for (const kind of KINDS) {
      for (const profile of [{}, TERSE, { allowPlain: true }]) {
        for (const { code, item, key } of sheetOf(kind, { profile }).settings) {
          expect(items.get(code) ?? `${key} ${item}`).toBe(`${key} ${item}`);
          items.set(code, `${key} ${item}`);
        }
      }
    }
    expect([...items.keys()].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(
      Array.from({ length: 17 }, (_, index) => `A${index + 1}`),
    );
  });

  test('of a personal kind holds nothing of the other method', () => {
    for (const kind of KINDS.filter((each) => each !== 'U')) {
      const text = sheetOf(kind, { profile: { allowPlain: true } })
        .settings.map(line)
        .join('\n');
      expect(text).not.toMatch(kind.startsWith('P') ? /IMAP|993|143/ : /POP|995|110/);
    }
  });

  test('prints every fact of a row exactly once, and only those that are printed', () => {
    for (const kind of KINDS) {
      const sheet = sheetOf(kind);
      const wanted = sheet.decisions.filter((each) => each.printed && each.row).map((each) => each.id);
      const rows = sheet.settings.flatMap((row) => row.facts);
      expect(new Set(rows).size).toBe(rows.length);
      expect([...rows].sort()).toEqual([...wanted].sort());
    }
  });

  test.each([
    ['local-part', 'sample', 'identifier'],
    ['full-address', 'sample@example.ne.jp', 'identifier'],
    ['refer', '「ユーザー情報」をご覧ください', 'text'],
  ] as const)('user name by the rule %s', (userNameRule, value, form) => {
    expect(rowOf('IS', 'user-name', { profile: { userNameRule } })).toMatchObject({ value, form });
  });

  test.each(['local-part', 'full-address', 'column', 'refer'] as const)(
    'a user name in the record wins over the rule %s',
    (userNameRule) => {
      const input = { record: { mailUserName: 'u1000' }, profile: { userNameRule } };
      expect(rowOf('IS', 'user-name', input)?.value).toBe('u1000');
    },
  );

  test('the password is printed by the policy "print" and by no other', () => {
    const record = { initialPassword: 'Pa55-word' };
    const row = (passwordPolicy: Provider['passwordPolicy']) =>
      rowOf('IS', 'password', { record, profile: { passwordPolicy } });
    expect(row('print')).toMatchObject({ value: 'Pa55-word', form: 'identifier' });
    expect(row('refer')).toMatchObject({ value: '「ユーザー情報」に記載の英数字', form: 'text' });
    expect(row('blank')).toMatchObject({ value: '', form: 'blank', note: '「ユーザー情報」に記載の英数字' });
    for (const passwordPolicy of ['refer', 'blank'] as const) {
      const { customer: _, ...said } = sheetOf('IS', { record, profile: { passwordPolicy } });
      expect(JSON.stringify(said)).not.toContain('Pa55-word');
    }
  });

  test.each([
    ['same-as-incoming', 'あり（受信と同じユーザー名とパスワード）'],
    ['separate', 'あり（送信用のユーザー名とパスワード）'],
    ['none', 'なし'],
    ['unstated', undefined],
  ] as const)('C3: authentication %s', (smtpAuth, value) => {
    expect(rowOf('PSK', 'outgoing-authentication', { profile: { smtpAuth } })?.value).toBe(value);
  });

  test('the name that others see', () => {
    expect(rowOf('IS', 'display-name')).toMatchObject({ value: '', form: 'blank' });
    expect(rowOf('IS', 'display-name', { record: { senderName: '見本' } })).toMatchObject({
      value: '見本',
      form: 'text',
      note: '自由に決められます',
    });
  });

  test('the first endpoint that is not legacy, with its own port and protection', () => {
    const pop = [
      { host: 'old.example.ne.jp', port: 10110, security: 'none', legacy: true },
      { host: 'pop.example.ne.jp', port: 110, security: 'starttls', legacy: false },
      { host: 'mail.example.ne.jp', port: 995, security: 'ssl', legacy: false },
    ] as const;
    const values = (profile: Partial<Provider>) =>
      sheetOf('PSK', { profile })
        .settings.filter((row) => row.key.startsWith('incoming'))
        .map((row) => row.value);
    expect(values({ pop })).toEqual(['pop.example.ne.jp', '110', 'STARTTLS']);
    expect(values({ pop, allowPlain: true })).toEqual([
      'pop.example.ne.jp',
      '110',
      'STARTTLS',
      'old.example.ne.jp の 10110（POP3、保護なし）',
    ]);
  });

  test('C1: the plain port stands in a row of its own for old equipment, with allowPlain only', () => {
    const profile = { allowPlain: true };
    expect(rowOf('PSK', 'incoming-legacy')).toBeUndefined();
    expect(line(sure(rowOf('PSK', 'incoming-legacy', { profile }), 'row'))).toBe(
      'A17 受信ポート番号（旧機種用）：110（POP3、保護なし） F39 F41',
    );
    expect(line(sure(rowOf('IS', 'incoming-legacy', { profile }), 'row'))).toBe(
      'A17 受信ポート番号（旧機種用）：143（IMAP、保護なし） F43 F45',
    );
    expect(line(sure(rowOf('U', 'incoming-legacy', { profile }), 'row'))).toBe(
      'A17 受信ポート番号（旧機種用）：POP：110（POP3、保護なし）／IMAP：143（IMAP、保護なし） F39 F41 F43 F45',
    );
  });

  test('days: the record’s, else the profile’s, and only where mail is kept', () => {
    expect(rowOf('PMK', 'keeping-days', { record: { leaveDays: 10 } })?.value).toBe('10日');
    expect(
      rowOf('PMK', 'keeping-days', { profile: { leave: { default: 7, recommended: [7, 7] } } }),
    ).toMatchObject({
      value: '7日',
      note: 'おすすめは7日（決まった日数から選ぶソフトでは、この中から）',
    });
    for (const kind of ['PSD', 'PMD', 'PSN', 'PMN', 'IS', 'IM'] as const) {
      expect(rowOf(kind, 'keeping-days')).toBeUndefined();
      expect(sheetOf(kind).leaveDays).toBeUndefined();
    }
  });

  test.each([
    ['PSK', '残す'],
    ['PSD', '残さない'],
    ['PSN', 'ソフトに設定なし'],
    ['IS', 'サーバーに残ります'],
  ] as const)('what happens on the server for %s', (kind, value) => {
    expect(rowOf(kind, 'server-copy')?.value).toBe(value);
  });

  test('capacity: the record’s, else the plan’s, else the profile’s, in MB', () => {
    const capacity = (record: Partial<Customer>) => rowOf('IS', 'capacity', { record })?.value;
    expect(capacity({ quotaMB: 500, plan: '大容量' })).toBe('500MB');
    expect(capacity({ plan: '大容量' })).toBe('1000MB');
    expect(capacity({})).toBe('100MB');
  });

  test('without sentences of our own POP has no capacity row (C10), and no advice on fixed days (C20)', () => {
    const profile = { addedNotes: false };
    expect(rowOf('PSK', 'capacity', { profile })).toBeUndefined();
    expect(rowOf('PSK', 'keeping-days', { profile })?.note).toBe('おすすめは7～14日');
    expect(rowOf('IS', 'capacity', { profile })?.facts).toEqual(['F30']);
  });

  test('a fact whose row is not on the sheet is an error of facts.yaml', () => {
    const facts = parseFacts(FACTS_TEXT.replace('row: check-interval', 'row: keeping-days'), 'facts.yaml');
    const plan = planSheets(PROVIDER, facts, OPTIONS);
    expect(() => buildSheet(customerOf('IS'), plan)).toThrow(ProblemError);
    expect(() => buildSheet(customerOf('IS'), plan)).toThrow('facts/no-such-row');
  });
});

describe('a sheet', () => {
  test('is of the kind of its record', () => {
    expect(KINDS.map((kind) => sheetOf(kind).kind)).toEqual([...KINDS]);
  });

  test('is dated by the record, else by the run', () => {
    expect(sheetOf('IS')).toMatchObject({ issueDate: '2026-11-23', issueDateText: '2026年11月23日' });
    expect(sheetOf('IS', { record: { issueDate: '2027-01-05' } })).toMatchObject({
      issueDate: '2027-01-05',
      issueDateText: '2027年1月5日',
    });
  });

  test('is in large print where the record or the run asks for it', () => {
    expect(sheetOf('IS').edition).toBe('normal');
    expect(sheetOf('IS', { record: { largePrint: true } }).edition).toBe('large');
    expect(sheetOf('IS', { options: { edition: 'large' } }).edition).toBe('large');
    expect(sheetOf('IS', { record: { largePrint: true }, options: { edition: 'normal' } }).edition).toBe(
      'normal',
    );
  });

  test('has the support service’s sentence for the customer', () => {
    const text = (record: Partial<Customer>) => sheetOf('IS', { record }).supportText;
    expect(text({ anshinSupport: 'member' })).toBe('ご加入のサポートサービスをお使いください。');
    expect(text({ anshinSupport: 'non-member' })).toBe('サポートサービスにご加入いただけます。');
    expect(text({})).toBe('サポートサービスもあります。');
  });

  test('has the extra notes that apply to it; the undecided sheet has them all', () => {
    const profile: Partial<Provider> = {
      extraNotes: [
        { text: '皆さまへ' },
        { text: 'POP の方へ', when: { connection: ['POP'] } },
        { text: 'IMAP で2台以上の方へ', when: { connection: ['IMAP'], devices: ['multiple'] } },
        { text: '未定の方へ', when: { connection: ['undecided'] } },
      ],
    };
    expect(sheetOf('PSK', { profile }).extraNotes).toEqual(['皆さまへ', 'POP の方へ']);
    expect(sheetOf('IS', { profile }).extraNotes).toEqual(['皆さまへ']);
    expect(sheetOf('IM', { profile }).extraNotes).toEqual(['皆さまへ', 'IMAP で2台以上の方へ']);
    expect(sheetOf('U', { profile }).extraNotes).toHaveLength(4);
  });

  test('shows remarks and a QR code only where the profile says so', () => {
    const record = { remarks: '要連絡' };
    expect(sheetOf('IS', { record }).remarks).toBeUndefined();
    expect(sheetOf('IS', { record, profile: { showRemarks: true } }).remarks).toBe('要連絡');
    expect(sheetOf('IS').qrText).toBeUndefined();
    const contact = { ...PROVIDER.contact, url: 'https://www.example.ne.jp/support/' };
    expect(sheetOf('IS', { profile: { contact } }).qrText).toBe('https://www.example.ne.jp/support/');
  });
});

describe('reading aids', () => {
  test('spell the mail address and a user name of its own, in groups of four', () => {
    const { readingAids } = sheetOf('IS', { profile: { userNameRule: 'local-part' } });
    expect(readingAids.map((aid) => [aid.code, aid.item, aid.characters.length])).toEqual([
      ['A2', 'メールアドレス', 20],
      ['A3', 'ユーザー名', 6],
    ]);
    expect(readingAids[1]?.groups.map((group) => group.map((each) => each.reading))).toEqual([
      ['エス小', 'エー小', 'エム小', 'ピー小'],
      ['エル小', 'イー小'],
    ]);
  });

  test('spell a user name that is the mail address only once', () => {
    expect(sheetOf('IS').readingAids.map((aid) => [aid.code, aid.item])).toEqual([
      ['A2・A3', 'メールアドレス・ユーザー名'],
    ]);
  });

  test('spell the password where it is printed, and nowhere else', () => {
    const record = { initialPassword: 'aB1-_' };
    const codes = (passwordPolicy: Provider['passwordPolicy']) =>
      sheetOf('IS', { record, profile: { ...TERSE, passwordPolicy } }).readingAids.map((aid) => aid.code);
    expect(codes('print')).toEqual(['A2', 'A4']);
    expect(codes('refer')).toEqual(['A2']);
    expect(codes('blank')).toEqual(['A2']);
  });

  test('have a legend of the look-alikes that occur', () => {
    const record = { mailAddress: 'kyosai@example.ne.jp', initialPassword: 'aB1-_' };
    const { legend } = sheetOf('IS', { record, profile: { ...TERSE, passwordPolicy: 'print' } });
    expect(legend.map((each) => `${each.character} ${each.explanation}`)).toEqual([
      'o 小文字のオー',
      '1 数字のイチ',
      'l 小文字のエル',
      'i 小文字のアイ',
      'B 大文字のビー',
      '- ハイフン（中ほどの横線）',
      '_ アンダーバー（下の横線）',
    ]);
  });
});
