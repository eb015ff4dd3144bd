/** What provider.yaml may hold: the source of the types, of the checks and of the published JSON schema (records.md §2). */

import * as v from 'valibot';
import { ConditionSchema } from '../condition.js';
import { say } from '../yaml/describe-issue.js';

const text = (what: string) =>
  v.pipe(v.string(), v.regex(/\S/, say('空です。値を書いてください。', 'it is empty.')), v.description(what));

const flag = (what: string, absent: boolean) => v.optional(v.pipe(v.boolean(), v.description(what)), absent);

/** Numbers are judged by the linter (L8), which names the rule. */
const number = (what: string) => v.pipe(v.number(), v.description(what));

const millimetres = v.pipe(
  v.number(),
  v.minValue(0, say('0 以上の数（mm）を書いてください。', 'give millimetres, 0 or more.')),
  v.maxValue(297, say('297 以下の数（mm）を書いてください。', 'give millimetres, at most 297.')),
);

const ISO_DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Of a well-formed date only; the form is complained about by itself. */
function isOnCalendar(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return !ISO_DATE.test(date) || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

const EndpointSchema = v.strictObject({
  host: text('サーバーの名前'),
  port: v.pipe(
    v.number(),
    v.integer(say('ポート番号は整数です。', 'a port is a whole number.')),
    v.minValue(1, say('ポート番号は 1～65535 です。', 'a port is 1 to 65535.')),
    v.maxValue(65535, say('ポート番号は 1～65535 です。', 'a port is 1 to 65535.')),
  ),
  security: v.pipe(v.picklist(['ssl', 'starttls', 'none']), v.description('接続の保護')),
  legacy: flag('旧機種用の接続先（allowPlain が true のときだけ印刷）', false),
});

const endpoints = (what: string) => v.pipe(v.array(EndpointSchema), v.description(what));

export const ProfileSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(
      /^[0-9a-z][0-9a-z-]*$/,
      say('半角の英小文字・数字・ハイフンで書いてください。', 'use a-z, 0-9 and -.'),
    ),
    v.description('プロバイダーの識別名'),
  ),
  revision: text('設定資料の改訂番号（例 "2020.6"。引用符で囲む）'),
  validFrom: v.pipe(
    v.string(),
    v.regex(ISO_DATE, say('日付は 2020-06-01 のように書いてください。', 'write the date like 2020-06-01.')),
    v.check(isOnCalendar, say('暦にない日付です。', 'there is no such day.')),
    v.description('この設定が有効になった日'),
  ),
  reviewAfterMonths: v.optional(
    v.pipe(
      v.number(),
      v.integer(say('月の数は整数です。', 'give whole months.')),
      v.minValue(1, say('1 以上の月の数を書いてください。', 'give at least one month.')),
      v.description('validFrom から何か月たったら、見直しのお知らせを出すか'),
    ),
    24,
  ),
  displayName: text('案内に印刷する社名'),
  domains: v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.regex(
          /^[0-9a-z]([0-9a-z-]*[0-9a-z])?(\.[0-9a-z]([0-9a-z-]*[0-9a-z])?)+$/,
          say('@ より後ろを、半角の小文字で書いてください。', 'write what follows the @, in small letters.'),
        ),
      ),
    ),
    v.minLength(1, say('ドメインを1つ以上書いてください。', 'give at least one domain.')),
    v.description('メールアドレスの @ より後ろ'),
  ),
  sampleAddress: v.exactOptional(text('アドレスの見本（未定の方の案内にだけ印刷）')),
  userNameRule: v.pipe(
    v.picklist(['local-part', 'full-address', 'column', 'refer']),
    v.description(
      'ユーザー名：local-part は @ より前、full-address はアドレス全体、column は顧客データの列、refer は契約時の用紙を見ていただく',
    ),
  ),
  smtpAuth: v.pipe(
    v.picklist(['same-as-incoming', 'separate', 'none', 'unstated']),
    v.description('送信サーバーの認証：unstated は印刷しない'),
  ),
  pop: v.optional(endpoints('POP の受信サーバー。旧機種用でない最初の1つを印刷'), []),
  imap: v.optional(endpoints('IMAP の受信サーバー。旧機種用でない最初の1つを印刷'), []),
  smtp: endpoints('送信サーバー。旧機種用でない最初の1つを印刷'),
  allowPlain: flag('旧機種用の接続先（暗号化なし）も印刷するか', false),
  quotaMB: number('メールボックスの容量（MB）'),
  plans: v.optional(v.pipe(v.record(v.string(), v.number()), v.description('プランごとの容量（MB）')), {}),
  quotaCountsAllFolders: flag('送信済みやごみ箱も容量に数えるか', false),
  quotaWarning: v.strictObject({
    enabled: v.pipe(v.boolean(), v.description('容量の上限が近づくと警告メールを送るか')),
    firstDevice: v.pipe(v.boolean(), v.description('「最初に登録した端末に届く」の文を印刷するか')),
  }),
  leave: v.strictObject({
    default: number('サーバーに残す日数（顧客データに書かれていないとき）'),
    recommended: v.pipe(
      v.strictTuple([v.number(), v.number()]),
      v.description('おすすめの日数 [短い方, 長い方]'),
    ),
  }),
  passwordPolicy: v.pipe(
    v.picklist(['refer', 'print', 'blank']),
    v.description('パスワード：refer は契約時の用紙を見ていただく、print は印刷、blank は空欄'),
  ),
  userInfoPaperName: text('契約時にお渡しした用紙の名前'),
  contact: v.strictObject({
    name: text('お問い合わせ先の名前'),
    tel: text('電話番号（番号だけ）'),
    mail: text('メールアドレス（アドレスだけ）'),
    hours: v.exactOptional(text('受付時間')),
    url: v.exactOptional(text('サポートページ（QR コードになる）')),
    address: v.exactOptional(text('所在地')),
    logo: v.exactOptional(text('ロゴの画像（このフォルダーの中のファイル名）')),
  }),
  supportService: v.exactOptional(
    v.strictObject({
      name: text('サポートサービスの名前'),
      text: text('加入しているかどうかが顧客データにないときの文'),
      member: v.exactOptional(text('加入している方への文（なければ text）')),
      nonMember: v.exactOptional(text('加入していない方への文（なければ text）')),
    }),
  ),
  extraNotes: v.optional(
    v.array(v.strictObject({ text: text('書き足す文'), when: v.exactOptional(ConditionSchema) })),
    [],
  ),
  addedNotes: flag('原本にない、こちらで足した文を印刷するか', true),
  showRemarks: flag('顧客データの備考を印刷するか', false),
  customerId: v.exactOptional(v.strictObject({ length: number('お客様番号の桁数') })),
  mailing: v.exactOptional(
    v.strictObject({
      window: v.strictObject({ x: millimetres, y: millimetres, width: millimetres, height: millimetres }),
      slack: v.exactOptional(
        v.pipe(
          v.strictObject({ x: millimetres, y: millimetres }),
          v.description('折った用紙が封筒の中で動く幅（mm）。その分だけ窓の右と下をあけて宛名を組む'),
        ),
      ),
      foldMarks: flag('折り目の印を印刷するか', false),
      customerBarcode: flag('カスタマバーコードを印刷するか', false),
    }),
  ),
});

export type Profile = v.InferOutput<typeof ProfileSchema>;
