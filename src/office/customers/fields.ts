/** The one table of the customer record (records.md §1): prompts, `--set`, readers and errors all come from it. */

import {
  connections,
  deliveries,
  honorifics,
  leaveChoices,
  memberships,
  software,
  yesNo,
} from './choices.js';
import type { Choice, Entry, Field } from './field.js';
import { parseChoice } from './parse-choice.js';
import { parseCode, parseNumber, parsePostalCode } from './parse-code.js';
import { parseDate } from './parse-date.js';
import { deviceChoices, deviceKinds, parseDeviceList, parseDevices } from './parse-devices.js';
import { parseMailAddress, parseMailUserName } from './parse-mail-address.js';
import { parsePassword } from './parse-password.js';
import { parseAddress, parseKana, parseName, parseSenderName, parseWording } from './parse-text.js';

const field = <T>(
  ja: string,
  en: string,
  headings: readonly string[],
  parse: (entry: Entry) => T | undefined,
  hint: { readonly ja: string; readonly en: string },
  more: {
    readonly required?: true;
    readonly secret?: true;
    readonly choices?: readonly Choice<unknown>[];
    readonly mayHoldDate?: true;
  } = {},
): Field<T> => ({
  label: { ja, en },
  headings,
  required: more.required ?? false,
  secret: more.secret ?? false,
  mayHoldDate: more.mayHoldDate ?? false,
  ...(more.choices === undefined ? {} : { choices: more.choices }),
  hint,
  parse,
});

const choice = <T>(
  ja: string,
  en: string,
  headings: readonly string[],
  choices: readonly Choice<T>[],
  hint: { readonly ja: string; readonly en: string },
  more: { readonly required?: true } = {},
): Field<T> => field(ja, en, headings, parseChoice(choices), hint, { ...more, choices });

const number = (
  ja: string,
  en: string,
  headings: readonly string[],
  [least, most, units]: readonly [number, number, Readonly<Record<string, number>>],
  hint: { readonly ja: string; readonly en: string },
): Field<number> => field(ja, en, headings, parseNumber(least, most, units, hint), hint);

export const fields = {
  customerId: field(
    'お客様番号',
    'customer number',
    ['顧客番号', '加入者番号', 'お客様コード'],
    parseCode,
    {
      ja: '半角の数字・英字・ハイフンで20文字まで（例：KS-100234）。',
      en: 'Digits, letters and hyphens, up to 20 (for example KS-100234).',
    },
    { required: true },
  ),
  contractId: field('契約番号', 'contract number', ['受付番号'], parseCode, {
    ja: '半角の数字・英字・ハイフンで20文字まで。',
    en: 'Digits, letters and hyphens, up to 20.',
  }),
  name: field(
    '氏名',
    'name',
    ['お名前', '契約者名', '加入者名'],
    parseName,
    {
      ja: '姓と名の間は空白で区切ります。40文字まで。',
      en: 'A space between family and given name; up to 40 characters.',
    },
    { required: true },
  ),
  nameKana: field('フリガナ', 'name in kana', ['カナ氏名', 'ヨミ'], parseKana, {
    ja: '全角カタカナで（例：カイ　タロウ）。',
    en: 'In katakana, for example カイ　タロウ.',
  }),
  honorific: choice('敬称', 'honorific', [], honorifics, {
    ja: '空なら「様」になります。',
    en: 'Left empty: 様.',
  }),
  postalCode: field('郵便番号', 'postal code', ['〒'], parsePostalCode, {
    ja: '7けたの数字（例：400-0031）。郵送のときは必ず入れます。',
    en: 'Seven digits, for example 400-0031; needed for post.',
  }),
  address1: field('住所1', 'address 1', ['住所'], parseAddress, {
    ja: '都道府県から町名まで。40文字まで。郵送のときは必ず入れます。',
    en: 'Up to 40 characters; needed for post.',
  }),
  address2: field('住所2', 'address 2', [], parseAddress, {
    ja: '丁目・番地など。40文字まで。',
    en: 'Block and house number; up to 40 characters.',
  }),
  building: field('建物名', 'building', [], parseAddress, {
    ja: '建物名と部屋番号。40文字まで。',
    en: 'Building and room; up to 40 characters.',
  }),
  mailAddress: field(
    'メールアドレス',
    'mail address',
    ['Eメール', 'アドレス'],
    parseMailAddress,
    {
      ja: '半角で入れます（例：taro@cvk.ne.jp）。',
      en: 'In the form taro@cvk.ne.jp.',
    },
    { required: true },
  ),
  mailUserName: field('ユーザー名', 'user name', ['アカウント名', 'メールアカウント'], parseMailUserName, {
    ja: 'メールソフトに入れるユーザー名。空なら会社の設定どおりになります。',
    en: 'The user name for the mail program; left empty: by the profile’s rule.',
  }),
  initialPassword: field(
    '初期パスワード',
    'initial password',
    ['メールパスワード'],
    parsePassword,
    {
      ja: '半角の英字・数字・記号で6〜64文字。',
      en: 'ASCII letters, digits and signs, 6 to 64.',
    },
    { secret: true },
  ),
  senderName: field('差出人名', 'sender name', ['表示名'], parseSenderName, {
    ja: '相手に表示される名前。',
    en: 'The name that others see.',
  }),
  connection: choice(
    '接続方法',
    'connection',
    ['受信方式', '方式'],
    connections,
    {
      ja: '「POP」「IMAP」「未定」のどれかを入れてください。',
      en: 'POP, IMAP or undecided.',
    },
    { required: true },
  ),
  devices: field(
    '利用端末',
    'devices',
    ['端末区分', '台数'],
    parseDevices,
    {
      ja: '「1台」「2台以上」か、台数（例：3）を入れてください。',
      en: 'single, multiple, or the number of devices.',
    },
    { required: true, choices: deviceChoices },
  ),
  deviceList: field(
    '端末一覧',
    'device list',
    [],
    parseDeviceList,
    {
      ja: 'PC、iPhone、Android、タブレットを「、」で区切って並べます。',
      en: 'PC, iPhone, Android, tablet, separated by commas.',
    },
    { choices: deviceKinds },
  ),
  firstDevice: choice('最初に登録した端末', 'first registered device', ['親機'], deviceKinds, {
    ja: '端末一覧の中から一つ。',
    en: 'One of the device list.',
  }),
  leaveOnServer: choice('サーバーに残す', 'leave on server', ['コピーを残す'], leaveChoices, {
    ja: '「はい」「いいえ」「設定なし」のどれか。POPのときは必ず入れます。',
    en: 'yes, no or no setting; needed for POP.',
  }),
  leaveDays: number(
    '残す日数',
    'days on server',
    ['保存期間', '保存日数'],
    // None at all is refused by V10, which says what to do about it.
    [0, 60, { 日: 1, 日間: 1, 週: 7, 週間: 7 }],
    {
      ja: '1〜60の日数（例：14、2週間）。空なら会社の標準の日数になります。',
      en: '1 to 60 days, for example 14 or 2週間; left empty: the profile’s default.',
    },
  ),
  mailSoftware: choice('メールソフト', 'mail software', ['アプリ'], software, {
    ja: 'お使いのメールソフト。',
    en: 'The mail program in use.',
  }),
  plan: field('プラン', 'plan', [], parseWording(40), {
    ja: '契約プランの名前。',
    en: 'The name of the plan.',
  }),
  quotaMB: number('容量', 'quota', ['容量MB', 'メール容量'], [1, 1_000_000, { MB: 1, メガ: 1 }], {
    ja: 'メールボックスの容量をMBの整数で（例：100）。',
    en: 'Mailbox capacity in MB, a whole number such as 100.',
  }),
  issueDate: field(
    '発行日',
    'issue date',
    [],
    parseDate,
    {
      ja: '2026-11-23、2026/11/23、令和8年11月23日 のどれかの形。空なら今日の日付です。',
      en: '2026-11-23, 2026/11/23 or 令和8年11月23日; left empty: the run’s date.',
    },
    { mayHoldDate: true },
  ),
  deliveryMethod: choice('交付方法', 'delivery', [], deliveries, {
    ja: '空なら「窓口」になります。',
    en: 'Left empty: counter.',
  }),
  issuedBy: field('担当者', 'issued by', [], parseWording(40), {
    ja: '担当者の名前。',
    en: 'The person who issues the sheet.',
  }),
  branch: field('店舗', 'branch', ['窓口'], parseWording(40), {
    ja: '店舗か窓口の名前。',
    en: 'Branch or counter.',
  }),
  reissueReason: field(
    '再発行理由',
    'reason of reissue',
    [],
    parseWording(120),
    {
      ja: '再発行のときだけ入れます。',
      en: 'Only for a sheet that is issued again.',
    },
    { mayHoldDate: true },
  ),
  anshinSupport: choice('あんしんサポート', 'support service', [], memberships, {
    ja: '「加入」「未加入」のどちらか。',
    en: 'member or non-member.',
  }),
  largePrint: choice('拡大文字', 'large print', [], yesNo, {
    ja: '「はい」なら文字の大きい版になります。空なら「いいえ」です。',
    en: 'yes gives the large-print edition; left empty: no.',
  }),
  remarks: field(
    '備考',
    'remarks',
    [],
    parseWording(120),
    {
      ja: '120文字まで。',
      en: 'Up to 120 characters.',
    },
    { mayHoldDate: true },
  ),
  shared: choice('アドレス共有', 'shared address', ['共有', '共用'], yesNo, {
    ja: 'ほかのお客様と同じメールアドレスを使うときだけ「はい」。',
    en: 'yes only where several customers use one mail address.',
  }),
} as const;

export type FieldName = keyof typeof fields;

/** In the order of the table. */
export const fieldNames = Object.keys(fields) as readonly FieldName[];

type Parsed<F> = F extends Field<infer T> ? T : never;

/** What a record's filled-in fields were read as. */
export type FieldValues = { readonly [N in FieldName]?: Parsed<(typeof fields)[N]> };
