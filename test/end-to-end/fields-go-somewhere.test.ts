import type * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import { type FieldName, fieldNames } from '../../src/office/customers/fields.js';
import { ProfileSchema } from '../../src/office/provider/profile-schema.js';
import { type Observed, observeSheet, type ProfileInput, type Texts } from './observe-sheet.js';

/** What a field's value changes, and where. */
interface Somewhere {
  readonly goes: keyof Observed;
  readonly where: string;
  /** Stands in the text, the metadata or the problems after the change and not before. */
  readonly marker?: string;
}

interface Nowhere {
  readonly goes: 'nowhere';
  readonly why: string;
}

type Destination = Somewhere | Nowhere;

const MAIL = { name: '見本　花子', mailAddress: 'hanako@example.ne.jp' };
const IMAP: Texts = { ...MAIL, customerId: 'KS-1', connection: 'IMAP', devices: '2台以上' };
const POP: Texts = { ...IMAP, connection: 'POP', leaveOnServer: 'はい' };
const POST: Texts = {
  ...IMAP,
  deliveryMethod: '郵送',
  postalCode: '400-0031',
  address1: '山梨県甲府市丸の内',
};
const LONG_POST: Texts = { ...POST, address1: '山梨県甲府市丸の内一丁目二番三号' };
const UNDECIDED: Texts = { ...IMAP, connection: '未定' };

const host = 'mail.example.ne.jp';
const PROFILE: ProfileInput = {
  id: 'example',
  revision: '2026.1',
  validFrom: '2026-01-01',
  displayName: '見本ケーブル',
  domains: ['example.ne.jp'],
  sampleAddress: 'sample@example.ne.jp',
  userNameRule: 'refer',
  smtpAuth: 'same-as-incoming',
  pop: [
    { host, port: 995, security: 'ssl' },
    { host, port: 110, security: 'none', legacy: true },
  ],
  imap: [
    { host, port: 993, security: 'ssl' },
    { host, port: 143, security: 'none', legacy: true },
  ],
  smtp: [{ host, port: 587, security: 'starttls' }],
  allowPlain: true,
  quotaMB: 100,
  plans: { 大容量: 1000 },
  quotaCountsAllFolders: false,
  quotaWarning: { enabled: true, firstDevice: true },
  leave: { default: 14, recommended: [7, 14] },
  passwordPolicy: 'refer',
  userInfoPaperName: 'ユーザー情報',
  contact: { name: '見本窓口', tel: '055-000-0000', mail: 'info@example.ne.jp' },
  supportService: { name: '安心サービス', text: '安心サービスもあります。' },
  extraNotes: [{ text: '海外からはお使いになれません。', when: { connection: 'IMAP' } }],
  addedNotes: true,
  showRemarks: true,
  mailing: { window: { x: 20, y: 22, width: 90, height: 45 }, foldMarks: false, customerBarcode: false },
};

interface FieldCase {
  /** The rest of the record; at the counter by IMAP where not given. */
  readonly of?: Texts;
  readonly beside?: Texts;
  readonly profile?: Partial<ProfileInput>;
  /** Left out: the field is not filled in. */
  readonly from?: string;
  readonly to: string;
  readonly into: Destination;
}

const text = (where: string, marker?: string): Somewhere => ({
  goes: 'text',
  where,
  ...(marker !== undefined && { marker }),
});
const problem = (where: string, marker: string): Somewhere => ({ goes: 'problems', where, marker });
const drawing = (where: string): Somewhere => ({ goes: 'drawing', where });
const nowhere = (why: string): Nowhere => ({ goes: 'nowhere', why });

/** Of a record's own fields; what reading makes of them beside these is below. */
const CUSTOMER: Readonly<Record<FieldName, FieldCase>> = {
  customerId: { to: 'KS-9', into: text('addressee, sender, foot of every page', 'KS-9') },
  contractId: { to: 'W-77', into: text('sender', 'W-77') },
  name: { to: '見本　鶴亀', into: text('addressee', '見本鶴亀') },
  nameKana: {
    to: 'ミホン　ハナコ',
    into: nowhere('checked for katakana; no place on the sheet has a reading of the name'),
  },
  honorific: { to: '先生', into: text('addressee', '先生') },
  postalCode: { of: POST, to: '400-0032', into: text('addressee by post', '400-0032') },
  address1: { of: POST, to: '山梨県甲斐市', into: text('addressee by post', '山梨県甲斐市') },
  address2: { of: POST, to: '字見本', into: text('addressee by post', '字見本') },
  building: { of: POST, to: '見本荘', into: text('addressee by post', '見本荘') },
  mailAddress: { to: 'kame@example.ne.jp', into: text('card A2, reading aid', 'kame@example.ne.jp') },
  mailUserName: { to: 'kame88', into: text('card A3, reading aid', 'kame88') },
  initialPassword: {
    profile: { passwordPolicy: 'print' },
    from: 'Kame-8888',
    to: 'Tsuru-999',
    into: text('card A4, reading aid; only where the profile prints it', 'Tsuru-999'),
  },
  senderName: { to: '鶴亀商店', into: text('card A1', '鶴亀商店') },
  connection: { of: POP, from: 'POP', to: 'IMAP', into: text('kind of sheet', '993') },
  devices: { of: POP, from: '1台', to: '2台以上', into: text('kind of sheet', '必ずそろえてください') },
  deviceList: { to: 'PC、Android', into: text('record of devices', 'Android') },
  firstDevice: {
    of: { ...IMAP, deviceList: 'PC、Android' },
    to: 'PC',
    into: text('record of devices', 'はい'),
  },
  leaveOnServer: { of: POP, from: 'はい', to: '設定なし', into: text('kind of sheet', 'ソフトに設定なし') },
  leaveDays: { of: POP, to: '9', into: text('card A15, record of devices', '9日') },
  mailSoftware: { of: POP, to: 'Gmail（Web）', into: problem('V13', 'V13 mailSoftware') },
  plan: { to: '大容量', into: text('card A16, cautions, by the profile’s plans', '1000MB') },
  quotaMB: { to: '250', into: text('card A16, cautions', '250MB') },
  issueDate: { to: '2026-12-24', into: text('sender', '2026年12月24日') },
  deliveryMethod: { of: POST, from: '窓口', to: '郵送', into: text('addressee', '400-0031') },
  issuedBy: { to: '名取', into: text('sender', '名取') },
  branch: { to: '本店', into: text('sender', '本店') },
  reissueReason: { to: '紛失', into: text('sender: the word 再発行, not the reason', '再発行') },
  anshinSupport: {
    profile: { supportService: { name: '安心', text: '安心。', member: 'ご加入中です。' } },
    to: '加入',
    into: text('help', 'ご加入中です。'),
  },
  largePrint: { to: 'はい', into: drawing('edition') },
  remarks: { to: '昼に電話', into: text('help, where the profile shows them', '昼に電話') },
  shared: {
    beside: { ...IMAP, customerId: 'KS-0', shared: 'はい' },
    from: 'はい',
    to: 'いいえ',
    into: problem('V02', 'V02 mailAddress'),
  },
};

/** Of Customer, but no field that anybody types. */
const MADE: Readonly<Record<Exclude<keyof Customer, FieldName>, string>> = {
  deviceCount: 'decides V14, tested below',
  place: 'names file and row in problems (headings-in-problems.test.ts)',
  headings: 'names the column in problems (headings-in-problems.test.ts)',
};

interface ProfileCase {
  readonly of?: Texts;
  /** What else the profile must have for it. */
  readonly with?: Readonly<Record<string, unknown>>;
  readonly to: unknown;
  readonly into: Destination;
}

/** By path; `0` is the first of a list. */
const PROVIDER: Readonly<Record<string, ProfileCase>> = {
  id: { to: 'other', into: nowhere('part of the control number, which is left out of what is seen') },
  revision: { to: '2026.77', into: text('sender', '2026.77') },
  validFrom: {
    to: '2027-01-01',
    into: problem('on sheets issued before', 'profile-not-yet-valid issueDate'),
  },
  reviewAfterMonths: { to: 6, into: problem('V17', 'V17') },
  displayName: { to: '鶴亀ケーブル', into: text('sender, foot of every page', '鶴亀ケーブル') },
  'domains.0': { to: 'example.com', into: problem('V03', 'V03 mailAddress') },
  sampleAddress: {
    of: UNDECIDED,
    to: 'kame@example.ne.jp',
    into: text('undecided: F12', 'kame@example.ne.jp'),
  },
  userNameRule: { to: 'full-address', into: text('card A3', 'A2・A3') },
  smtpAuth: { to: 'none', into: text('card A11') },
  'pop.0.host': { of: POP, to: 'pop9.example.ne.jp', into: text('card A5', 'pop9.example.ne.jp') },
  'pop.0.port': { of: POP, to: 10995, into: text('card A6', '10995') },
  'pop.0.security': { of: POP, with: { 'pop.0.port': 10995 }, to: 'starttls', into: text('card A7') },
  'pop.0.legacy': { of: POP, to: true, into: problem('L6', 'L6') },
  'imap.0.host': { to: 'imap9.example.ne.jp', into: text('card A5', 'imap9.example.ne.jp') },
  'imap.0.port': { to: 10993, into: text('card A6', '10993') },
  'imap.0.security': { with: { 'imap.0.port': 10993 }, to: 'starttls', into: text('card A7') },
  'imap.0.legacy': { to: true, into: problem('L6', 'L6') },
  'smtp.0.host': { to: 'smtp9.example.ne.jp', into: text('card A8', 'smtp9.example.ne.jp') },
  'smtp.0.port': { to: 10587, into: text('card A9', '10587') },
  'smtp.0.security': { with: { 'smtp.0.port': 10587 }, to: 'ssl', into: text('card A10') },
  'smtp.0.legacy': { to: true, into: problem('L6', 'L6') },
  allowPlain: { to: false, into: problem('L2; and card A17 is not printed', 'error L2') },
  quotaMB: { to: 333, into: text('card A16, cautions', '333MB') },
  plans: {
    of: { ...IMAP, plan: '大容量' },
    to: { 大容量: 2000 },
    into: text('card A16, cautions', '2000MB'),
  },
  quotaCountsAllFolders: { to: true, into: text('handling: A03', 'ごみ箱のメールも、容量に数えます') },
  'quotaWarning.enabled': { to: false, into: text('making room: F74') },
  'quotaWarning.firstDevice': { to: false, into: text('checks: F83, F92') },
  'leave.default': { of: POP, to: 10, into: text('card A15', '10日') },
  'leave.recommended': { of: POP, to: [5, 14], into: text('card A15', '5～14日') },
  passwordPolicy: { to: 'blank', into: drawing('card A4: a note alone, room to write above it') },
  userInfoPaperName: { to: '登録証', into: text('opening, card A3 and A4', '登録証') },
  'contact.name': { to: '鶴亀窓口', into: text('help', '鶴亀窓口') },
  'contact.tel': { to: '055-999-8888', into: text('sender, help, foot', '055-999-8888') },
  'contact.mail': { to: 'kame@example.ne.jp', into: text('help', 'kame@example.ne.jp') },
  'contact.hours': { to: '平日9時から', into: text('help', '平日9時から') },
  'contact.url': { to: 'https://example.ne.jp/', into: drawing('QR code in help') },
  'contact.address': { to: '山梨県見本市', into: text('sender', '山梨県見本市') },
  'contact.logo': { to: 'logo.png', into: drawing('above the sender') },
  'supportService.name': {
    to: '鶴亀サービス',
    into: nowhere(
      'templates may print it (provider.support.name); the sentences of the profile say it themselves',
    ),
  },
  'supportService.text': { to: '鶴亀もあります。', into: text('help: F98', '鶴亀もあります。') },
  'supportService.member': {
    of: { ...IMAP, anshinSupport: '加入' },
    to: 'ご加入中です。',
    into: text('help: F98', 'ご加入中です。'),
  },
  'supportService.nonMember': {
    of: { ...IMAP, anshinSupport: '未加入' },
    to: 'ご加入いただけます。',
    into: text('help: F98', 'ご加入いただけます。'),
  },
  'extraNotes.0.text': { to: '鶴は千年。', into: text('cautions', '鶴は千年。') },
  'extraNotes.0.when.connection': { to: 'POP', into: text('cautions') },
  'extraNotes.0.when.devices': { to: 'single', into: text('cautions') },
  'extraNotes.0.when.leave': { to: 'keep', into: text('cautions') },
  addedNotes: { to: false, into: text('sentences of our own') },
  showRemarks: { of: { ...IMAP, remarks: '昼に電話' }, to: false, into: text('help') },
  'customerId.length': { to: 8, into: problem('V06 and length', 'customer-id-length customerId') },
  'mailing.window.x': { of: POST, to: 24, into: drawing('addressee by post') },
  'mailing.window.y': { of: POST, to: 26, into: drawing('addressee by post') },
  'mailing.window.width': {
    of: LONG_POST,
    to: 50,
    into: drawing('addressee by post'),
  },
  'mailing.window.height': {
    of: POST,
    to: 80,
    into: drawing('addressee by post: what follows stands lower'),
  },
  'mailing.foldMarks': { of: POST, to: true, into: drawing('edge of the paper') },
  'mailing.customerBarcode': { of: POST, to: true, into: drawing('addressee by post') },
  'mailing.slack.x': {
    of: LONG_POST,
    with: { 'mailing.slack.y': 0, 'mailing.slack.x': 0 },
    to: 40,
    into: drawing('addressee by post'),
  },
  'mailing.slack.y': {
    of: POST,
    with: { 'mailing.slack.x': 0, 'mailing.slack.y': 0 },
    to: 25,
    into: problem('V08 by post', 'V08 address1'),
  },
};

/** Every path that a profile may hold a value at. */
function pathsOf(schema: v.GenericSchema, path = ''): readonly string[] {
  const inner = schema as unknown as {
    readonly type: string;
    readonly wrapped?: v.GenericSchema;
    readonly item?: v.GenericSchema;
    readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  };
  if (inner.wrapped !== undefined) return pathsOf(inner.wrapped, path);
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (inner.item !== undefined) return pathsOf(inner.item, below('0'));
  if (inner.entries === undefined) return [path];
  return Object.entries(inner.entries).flatMap(([key, entry]) => pathsOf(entry, below(key)));
}

function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === key ? changed(each, rest, to) : each));
  const group = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...group, [key]: changed(group[key], rest, to) };
}

const profileWith = (profile: ProfileInput, values: Readonly<Record<string, unknown>>): ProfileInput =>
  Object.entries(values).reduce<unknown>(
    (made, [path, to]) => changed(made, path.split('.'), to),
    profile,
  ) as ProfileInput;

function expectDestination(before: Observed, after: Observed, destination: Destination): void {
  if (destination.goes === 'nowhere') {
    expect(after).toEqual(before);
    return;
  }
  const { goes, marker } = destination;
  expect(after[goes]).not.toEqual(before[goes]);
  if (goes !== 'problems') expect([before.text, after.text]).not.toContain('');
  if (marker === undefined) return;
  expect(String(after[goes])).toContain(marker);
  expect(String(before[goes])).not.toContain(marker);
}

describe('every field of a record', () => {
  test('has a row in this table', () => {
    expect(Object.keys(CUSTOMER).sort()).toEqual([...fieldNames].sort());
    expect(Object.keys(MADE)).toHaveLength(3);
  });

  test.each(Object.entries(CUSTOMER))('%s goes where the table says', async (name, each) => {
    const { of = IMAP, beside, profile, from, to, into } = each;
    const { [name]: _own, ...rest } = of;
    const own = from ?? of[name];
    const used = { ...PROFILE, ...profile };
    const before = await observeSheet(own === undefined ? rest : { ...rest, [name]: own }, used, beside);
    const after = await observeSheet({ ...rest, [name]: to }, used, beside);
    expectDestination(before, after, into);
  });

  test('deviceCount decides V14', async () => {
    const of = (devices: string) => observeSheet({ ...IMAP, devices, deviceList: 'PC、Android' }, PROFILE);
    expectDestination(await of('2台'), await of('3台'), problem('V14', 'V14 deviceList'));
  });
});

describe('every field of a profile', () => {
  test('has a row in this table', () => {
    expect(Object.keys(PROVIDER).sort()).toEqual([...pathsOf(ProfileSchema)].sort());
  });

  test.each(Object.entries(PROVIDER))('%s goes where the table says', async (path, each) => {
    const { of = IMAP, with: more = {}, to, into } = each;
    const before = profileWith(PROFILE, more);
    const after = profileWith(before, { [path]: to });
    expectDestination(await observeSheet(of, before), await observeSheet(of, after), into);
  });
});
