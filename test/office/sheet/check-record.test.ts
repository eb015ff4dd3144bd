import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../src/office/customers/customer.js';
import type { Provider } from '../../../src/office/provider/provider.js';
import { checkRecord } from '../../../src/office/sheet/check-record.js';
import type { Kind } from '../../../src/office/sheet/sheet.js';
import { customerOf, KINDS } from './customer-for-tests.js';
import { PROVIDER } from './provider-for-tests.js';

const SECRET = 'Il0O-secret';

interface Case {
  readonly what: string;
  readonly kind?: Kind;
  readonly record?: Partial<Customer>;
  readonly profile?: Partial<Provider>;
  readonly risky?: boolean;
  /** `V03 error mailAddress` */
  readonly found?: readonly string[];
}

const MAILING = { window: { x: 20, y: 22, width: 90, height: 45 }, foldMarks: true, customerBarcode: false };

const BARCODE = { ...MAILING, customerBarcode: true };
const TO_TOWN = {
  deliveryMethod: 'post',
  postalCode: '1020075',
  address1: '東京都千代田区三番町6番地14',
} as const;

const CASES: readonly Case[] = [
  {
    what: 'the profile is valid from the day that the sheet bears',
    record: { issueDate: '2026-01-01' },
  },
  {
    what: 'the profile is not yet valid on the day that the sheet bears',
    record: { issueDate: '2025-12-31' },
    found: ['record/profile-not-yet-valid warning issueDate'],
  },
  {
    what: 'V01: the user name comes from the record, which has one',
    record: { mailUserName: 'u1000' },
    profile: { userNameRule: 'column' },
  },
  {
    what: 'V01: the user name comes from the record, which has none',
    profile: { userNameRule: 'column' },
    found: ['V01 error mailUserName'],
  },
  {
    what: 'a customer barcode for the address',
    record: { ...TO_TOWN, address1: '東京都千代田区三番町', address2: '6番地14' },
    profile: { mailing: BARCODE },
  },
  {
    what: 'no customer barcode: a number may be part of the town’s name',
    record: TO_TOWN,
    profile: { mailing: BARCODE },
    found: ['record/barcode-town-unclear warning address1'],
  },
  {
    what: 'no customer barcode: a representative postal code',
    record: { ...TO_TOWN, postalCode: '1000000' },
    profile: { mailing: BARCODE },
    found: ['record/barcode-representative-code warning postalCode'],
  },
  {
    what: 'no customer barcode: the postal code may be the organisation’s own',
    record: { ...TO_TOWN, postalCode: '1008792', honorific: '御中' },
    profile: { mailing: BARCODE },
    found: ['record/barcode-own-code warning postalCode'],
  },
  { what: 'no customer barcode is wanted', record: TO_TOWN, profile: { mailing: MAILING } },
  {
    what: 'no customer barcode at the counter',
    record: { ...TO_TOWN, deliveryMethod: 'counter' },
    profile: { mailing: BARCODE },
  },
  { what: 'V01: the user name is on paper', profile: { userNameRule: 'refer' } },
  {
    what: 'V01: the password is printed and there',
    record: { initialPassword: 'abcdefgh' },
    profile: { passwordPolicy: 'print' },
  },
  {
    what: 'V01: the password is printed and missing',
    profile: { passwordPolicy: 'print' },
    found: ['V01 error initialPassword'],
  },
  { what: 'V01: the password is left blank', profile: { passwordPolicy: 'blank' } },

  {
    what: 'V03: another domain',
    record: { mailAddress: 'sanpe@example.com' },
    found: ['V03 error mailAddress'],
  },
  {
    what: 'V03: a host below the domain is another domain',
    record: { mailAddress: 'sanpe@mail.example.ne.jp' },
    found: ['V03 error mailAddress'],
  },
  {
    what: 'V03: the second domain of the profile',
    record: { mailAddress: 'sanpe@example.com' },
    profile: { domains: ['example.ne.jp', 'example.com'] },
  },

  {
    what: 'V06: the customer number lost its zeros',
    record: { customerId: '12345' },
    profile: { customerId: { length: 8 } },
    found: ['V06 error customerId'],
  },
  { what: 'V06: the customer number is whole', profile: { customerId: { length: 8 } } },
  {
    what: 'a customer number that is too long',
    record: { customerId: '123456789' },
    profile: { customerId: { length: 8 } },
    found: ['record/customer-id-length error customerId'],
  },
  {
    what: 'a short customer number with letters',
    record: { customerId: 'KC-1' },
    profile: { customerId: { length: 8 } },
    found: ['record/customer-id-length error customerId'],
  },

  { what: 'V10: kept for no days', kind: 'PSK', record: { leaveDays: 0 }, found: ['V10 error leaveDays'] },
  {
    what: 'V10: no days in the record, none in the profile',
    kind: 'PSK',
    profile: { leave: { default: 0, recommended: [7, 14] } },
    found: ['V10 error leaveDays'],
  },
  { what: 'V10: no days in the record, the default of the profile', kind: 'PSK' },
  { what: 'V10: nothing is kept', kind: 'PSD', record: { leaveDays: 0 } },
  {
    what: 'days below the recommended',
    kind: 'PSK',
    record: { leaveDays: 6 },
    found: ['record/leave-days warning leaveDays'],
  },
  { what: 'the fewest recommended days', kind: 'PSK', record: { leaveDays: 7 } },
  { what: 'the most recommended days', kind: 'PSK', record: { leaveDays: 14 } },
  {
    what: 'days above the recommended',
    kind: 'PSK',
    record: { leaveDays: 15 },
    found: ['record/leave-days warning leaveDays'],
  },

  {
    what: 'V11 and V12: POP on several devices, not kept',
    kind: 'PMD',
    found: ['V11 error leaveOnServer', 'V12 notice connection'],
  },
  {
    what: 'V11: the same, on the office’s own risk',
    kind: 'PMD',
    risky: true,
    found: ['V11 warning leaveOnServer', 'V12 notice connection'],
  },
  { what: 'V12: POP on several devices, kept', kind: 'PMK', found: ['V12 notice connection'] },
  { what: 'V12: POP on several devices, no such setting', kind: 'PMN', found: ['V12 notice connection'] },
  { what: 'V11 and V12: POP on one device, not kept', kind: 'PSD' },
  { what: 'V12: IMAP on several devices', kind: 'IM' },

  {
    what: 'V13: POP with Gmail on the web',
    kind: 'PSK',
    record: { mailSoftware: 'gmail' },
    found: ['V13 warning mailSoftware'],
  },
  {
    what: 'V13: POP with the new Outlook',
    kind: 'PSK',
    record: { mailSoftware: 'new-outlook' },
    found: ['V13 warning mailSoftware'],
  },
  { what: 'V13: POP with another program', kind: 'PSK', record: { mailSoftware: 'thunderbird' } },
  { what: 'V13: POP with the Gmail app', kind: 'PSK', record: { mailSoftware: 'gmail-app' } },
  { what: 'V13: IMAP with Gmail on the web', kind: 'IS', record: { mailSoftware: 'gmail' } },

  {
    what: 'V15: a printed password by post',
    record: { initialPassword: 'abcdefgh', deliveryMethod: 'post' },
    profile: { passwordPolicy: 'print', mailing: MAILING },
    found: ['V15 warning deliveryMethod'],
  },
  {
    what: 'V15: a printed password at the counter',
    record: { initialPassword: 'abcdefgh' },
    profile: { passwordPolicy: 'print' },
  },
  {
    what: 'V15: by post without the password',
    record: { deliveryMethod: 'post' },
    profile: { mailing: MAILING },
  },
  {
    what: 'by post where the profile knows no envelope',
    record: { deliveryMethod: 'post' },
    found: ['record/no-mailing error deliveryMethod'],
  },
  {
    what: 'the undecided by post',
    kind: 'U',
    record: { deliveryMethod: 'post' },
    profile: { mailing: MAILING },
    found: ['record/undecided-by-post error deliveryMethod'],
  },
  { what: 'the undecided at the counter', kind: 'U' },

  {
    what: 'V16: a zero in the address',
    record: { mailAddress: 'sam0@example.ne.jp' },
    found: ['V16 notice mailAddress'],
  },
  {
    what: 'V16: a one in the address',
    record: { mailAddress: 'sam1@example.ne.jp' },
    found: ['V16 notice mailAddress'],
  },
  { what: 'V16: a small o alone is plain', record: { mailAddress: 'taro@example.ne.jp' } },
  {
    what: 'V16: look-alikes of the domain are everybody’s',
    record: { mailAddress: 'sam@i1l.ne.jp' },
    profile: { domains: ['i1l.ne.jp'] },
  },
  {
    what: 'V16: look-alikes in a printed password',
    record: { initialPassword: SECRET },
    profile: { passwordPolicy: 'print' },
    found: ['V16 notice initialPassword'],
  },
  { what: 'V16: look-alikes in a password that is not printed', record: { initialPassword: SECRET } },

  {
    what: 'a plan that the profile does not know',
    record: { plan: '大容最' },
    found: ['record/unknown-plan error plan'],
  },
  { what: 'a plan of the profile', record: { plan: '大容量' } },
  { what: 'an unknown plan whose capacity the record gives', record: { plan: '特別', quotaMB: 500 } },
  {
    what: 'a plan where the profile has one capacity for all',
    record: { plan: '特別' },
    profile: { plans: {} },
  },

  {
    what: 'L6: POP of a provider without POP',
    kind: 'PSK',
    profile: { pop: [] },
    found: ['L6 error connection'],
  },
  { what: 'L6: IMAP of a provider without POP', kind: 'IS', profile: { pop: [] } },
  {
    what: 'L6: IMAP of a provider without IMAP',
    kind: 'IS',
    profile: { imap: [] },
    found: ['L6 error connection'],
  },
  {
    what: 'L6: undecided at a provider with one method',
    kind: 'U',
    profile: { imap: [] },
    found: ['L6 error connection'],
  },
];

const check = ({ kind = 'IS', record, profile, risky }: Omit<Case, 'what' | 'found'>) =>
  checkRecord(
    customerOf(kind, { mailAddress: 'sanpe@example.ne.jp', ...record }),
    { ...PROVIDER, ...profile },
    risky === undefined ? {} : { allowRisky: risky },
  );

describe('a record against the profile', () => {
  test.each(CASES)('$what', ({ found = [], ...each }) => {
    expect(
      check(each).map(({ code, severity, place }) =>
        [code, severity, place?.kind === 'record' ? place.field : ''].join(' '),
      ),
    ).toEqual(found);
  });

  test.each(KINDS.filter((kind) => !kind.startsWith('PM')))(
    'a plain record of kind %s is without fault',
    (kind) => {
      expect(check({ kind })).toEqual([]);
    },
  );

  test('names the row and the customer', () => {
    expect(check({ record: { mailAddress: 'sanpe@exampel.ne.jp' } })[0]).toMatchObject({
      message: { ja: 'メールアドレスの「@exampel.ne.jp」は、このプロバイダーのドメインではありません。' },
      hint: { ja: '「@example.ne.jp」のことではありませんか。', en: 'Did you mean "@example.ne.jp"?' },
      place: { kind: 'record', file: 'customers.csv', row: 2, field: 'mailAddress', customerId: '00012345' },
    });
  });

  test('never tells of the password, not even which characters it holds', () => {
    const problems = check({
      record: { initialPassword: SECRET, deliveryMethod: 'post', mailAddress: 'sanpe@example.com' },
      profile: { passwordPolicy: 'print' },
    });
    expect(problems.map((problem) => problem.code)).toEqual(['V03', 'V16', 'record/no-mailing', 'V15']);
    expect(JSON.stringify(problems)).not.toMatch(/secret|I l|0 O/);
  });

  test('says everything in both languages', () => {
    for (const each of CASES) {
      for (const { message, hint } of check(each)) {
        expect(message.ja).toMatch(/。$/);
        expect(message.en).toMatch(/\.$/);
        expect(hint?.ja).toMatch(/。$/);
        expect(hint?.en).toMatch(/[.?]$/);
      }
    }
  });
});
