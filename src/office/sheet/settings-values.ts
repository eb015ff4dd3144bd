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
    customer.senderName === undefined
      ? blank('自由に決められます')
      : text(customer.senderName, '自由に決められます'),
  'mail-address': ({ customer }) => identifier(customer.mailAddress),
  'user-name': ({ customer, provider }) => {
    const userName = userNameOf(customer, provider);
    return userName === undefined
      ? text(`「${provider.userInfoPaperName}」をご覧ください`)
      : identifier(userName);
  },
  password: ({ customer, provider }) => {
    const onPaper = `「${provider.userInfoPaperName}」に記載の英数字`;
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
    return text(PROTECTION[security], security === 'ssl' ? '「SSLが必要」の欄があればチェック' : undefined);
  },
  'outgoing-host': (source) => identifier(outgoing(source).host),
  'outgoing-port': (source) => identifier(String(outgoing(source).port), 'SMTP'),
  'outgoing-protection': (source) => text(PROTECTION[outgoing(source).security]),
  'outgoing-authentication': ({ provider }) =>
    provider.smtpAuth === 'unstated' ? undefined : text(AUTHENTICATION[provider.smtpAuth]),
  'connection-method': ({ customer }) =>
    text(customer.connection === 'undecided' ? 'POP か IMAP を選びます' : customer.connection),
  'check-interval': () => text('お好みの間隔'),
  'server-copy': ({ customer }, method) => {
    if (method === 'imap') return text('サーバーに残ります');
    return text(customer.leaveOnServer ? SERVER_COPY[customer.leaveOnServer] : 'どちらかを選びます');
  },
  'keeping-days': (source, method) => {
    if (method === 'imap' || source.leaveDays === undefined) return undefined;
    const [shortest, longest] = source.provider.leave.recommended;
    const range = shortest === longest ? `${shortest}日` : `${shortest}～${longest}日`;
    const choose = source.adds('keeping-days') ? '（決まった日数から選ぶソフトでは、この中から）' : '';
    return text(`${source.leaveDays}日`, `おすすめは${range}${choose}`);
  },
  capacity: ({ quotaMB, applies }) => (applies('capacity') ? text(`${quotaMB}MB`) : undefined),
  'incoming-legacy': (source, method) => {
    const { provider, applies } = source;
    const old = provider[method].find((endpoint) => endpoint.legacy);
    if (!applies('incoming-legacy') || old === undefined) return undefined;
    const port = `${old.port}（${PROTOCOL[method]}、保護${PROTECTION[old.security]}）`;
    return text(old.host === incoming(source, method).host ? port : `${old.host} の ${port}`);
  },
};
