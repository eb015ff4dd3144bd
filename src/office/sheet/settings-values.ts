/** Takes a customer and a profile, gives for each item of the settings card its value with one method (sheet.md §3); undefined where it has none. */

import { sure } from '../../problem.js';
import type { Customer, LeaveOnServer } from '../customers/customer.js';
import type { Endpoint, Provider, Security, SmtpAuth } from '../provider/provider.js';
import type { SettingsKey, SettingsValue } from './sheet.js';
import { userNameOf } from './user-name.js';

export type Method = 'pop' | 'imap';

export interface SettingsSource {
  readonly customer: Customer;
  readonly provider: Provider;
  readonly quotaMB: number;
  /** Absent where nothing is kept. */
  readonly leaveDays?: number;
  /** Whether facts that this row prints apply; and whether one of them is a sentence of our own. */
  readonly applies: (key: SettingsKey) => boolean;
  readonly adds: (key: SettingsKey) => boolean;
}

type ValueOf = (source: SettingsSource, method: Method) => SettingsValue | undefined;

const text = (value: string, note?: string): SettingsValue => ({
  value,
  form: 'text',
  ...(note !== undefined && { note }),
});
const identifier = (value: string, note?: string): SettingsValue => ({
  ...text(value, note),
  form: 'identifier',
});
const blank = (note: string): SettingsValue => ({ ...text('', note), form: 'blank' });

const PROTECTION: Readonly<Record<Security, string>> = { ssl: 'SSL/TLS', starttls: 'STARTTLS', none: 'なし' };
const PROTOCOL: Readonly<Record<Method, string>> = { pop: 'POP3', imap: 'IMAP' };

const AUTHENTICATION: Readonly<Record<Exclude<SmtpAuth, 'unstated'>, string>> = {
  'same-as-incoming': 'あり（受信と同じユーザー名とパスワード）',
  separate: 'あり（送信用のユーザー名とパスワード）',
  none: 'なし',
};

const SERVER_COPY: Readonly<Record<LeaveOnServer, string>> = {
  keep: '残す',
  delete: '残さない',
  'no-setting': 'ソフトに設定なし',
};

const WORDS = {
  anyName: '自由に決められます',
  onlyOnPaper: (paper: string) => `「${paper}」をご覧ください`,
  writtenOnPaper: (paper: string) => `「${paper}」に記載の英数字`,
  tickBox: '「SSLが必要」の欄があればチェック',
  choosePopOrImap: 'POP か IMAP を選びます',
  anyInterval: 'お好みの間隔',
  staysOnServer: 'サーバーに残ります',
  chooseOne: 'どちらかを選びます',
  days: (days: number | string) => `${days}日`,
  recommended: (range: string) => `おすすめは${range}`,
  fromThese: '（決まった日数から選ぶソフトでは、この中から）',
  protectedBy: (port: number | string, protocol: string, protection: string) =>
    `${port}（${protocol}、保護${protection}）`,
  portOf: (host: string, port: string) => `${host} の ${port}`,
} as const;

/** Whatever the customer is, values are made of these words: what every file may carry the glyphs of. */
export const WORDS_OF_VALUES: string = [
  ...[PROTECTION, PROTOCOL, AUTHENTICATION, SERVER_COPY].flatMap((words) => Object.values(words)),
  ...Object.values(WORDS).map((word) => (typeof word === 'string' ? word : word('', '～', ''))),
].join('');

/** What is printed: the first endpoint that is not for old equipment. */
const main = (endpoints: readonly Endpoint[], what: string): Endpoint =>
  sure(
    endpoints.find((endpoint) => !endpoint.legacy),
    `${what} endpoint`,
  );

const incoming = ({ provider }: SettingsSource, method: Method): Endpoint => main(provider[method], method);
const outgoing = ({ provider }: SettingsSource): Endpoint => main(provider.smtp, 'smtp');

export const SETTINGS_VALUES: Readonly<Record<SettingsKey, ValueOf>> = {
  'display-name': ({ customer }) =>
    customer.senderName === undefined ? blank(WORDS.anyName) : text(customer.senderName, WORDS.anyName),
  'mail-address': ({ customer }) => identifier(customer.mailAddress),
  'user-name': ({ customer, provider }) => {
    const userName = userNameOf(customer, provider);
    return userName === undefined
      ? text(WORDS.onlyOnPaper(provider.userInfoPaperName))
      : identifier(userName);
  },
  password: ({ customer, provider }) => {
    const onPaper = WORDS.writtenOnPaper(provider.userInfoPaperName);
    switch (provider.passwordPolicy) {
      case 'print':
        return identifier(sure(customer.initialPassword, 'initialPassword to print'));
      case 'refer':
        return text(onPaper);
      case 'blank':
        return blank(onPaper);
    }
  },
  'incoming-host': (source, method) => identifier(incoming(source, method).host),
  'incoming-port': (source, method) => {
    const { port, security } = incoming(source, method);
    return identifier(String(port), security === 'ssl' ? `${PROTOCOL[method]} over SSL/TLS` : undefined);
  },
  'incoming-protection': (source, method) => {
    const { security } = incoming(source, method);
    return text(PROTECTION[security], security === 'ssl' ? WORDS.tickBox : undefined);
  },
  'outgoing-host': (source) => identifier(outgoing(source).host),
  'outgoing-port': (source) => identifier(String(outgoing(source).port), 'SMTP'),
  'outgoing-protection': (source) => text(PROTECTION[outgoing(source).security]),
  'outgoing-authentication': ({ provider }) =>
    provider.smtpAuth === 'unstated' ? undefined : text(AUTHENTICATION[provider.smtpAuth]),
  'connection-method': ({ customer }) =>
    text(customer.connection === 'undecided' ? WORDS.choosePopOrImap : customer.connection),
  'check-interval': () => text(WORDS.anyInterval),
  'server-copy': ({ customer }, method) => {
    if (method === 'imap') return text(WORDS.staysOnServer);
    return text(customer.leaveOnServer ? SERVER_COPY[customer.leaveOnServer] : WORDS.chooseOne);
  },
  'keeping-days': (source, method) => {
    if (method === 'imap' || source.leaveDays === undefined) return undefined;
    const [shortest, longest] = source.provider.leave.recommended;
    const range = shortest === longest ? String(shortest) : `${shortest}～${longest}`;
    const choose = source.adds('keeping-days') ? WORDS.fromThese : '';
    return text(WORDS.days(source.leaveDays), `${WORDS.recommended(WORDS.days(range))}${choose}`);
  },
  capacity: ({ quotaMB, applies }) => (applies('capacity') ? text(`${quotaMB}MB`) : undefined),
  'incoming-legacy': (source, method) => {
    const { provider, applies } = source;
    const old = provider[method].find((endpoint) => endpoint.legacy);
    if (!applies('incoming-legacy') || old === undefined) return undefined;
    const port = WORDS.protectedBy(old.port, PROTOCOL[method], PROTECTION[old.security]);
    return text(old.host === incoming(source, method).host ? port : WORDS.portOf(old.host, port));
  },
};
