/** The choices of the customer record: each value with its labels and every word the office may type for it (records.md §1). */

import type { Connection, Delivery, Honorific, LeaveOnServer } from './customer.js';
import type { Choice } from './field.js';

export const yesNo: readonly Choice<boolean>[] = [
  {
    value: true,
    label: { ja: 'はい', en: 'yes' },
    synonyms: ['y', '1', '○', '〇', '◯', 'する', '有', 'あり', 'オン', 'on'],
  },
  {
    value: false,
    label: { ja: 'いいえ', en: 'no' },
    synonyms: ['n', '0', '×', '✕', 'しない', '無', 'なし', 'オフ', 'off'],
  },
];

export const honorifics: readonly Choice<Honorific>[] = [
  { value: '様', label: { ja: '様', en: 'sama' }, synonyms: ['さま'] },
  { value: '御中', label: { ja: '御中', en: 'onchu' }, synonyms: ['おんちゅう'] },
  { value: '先生', label: { ja: '先生', en: 'sensei' }, synonyms: [] },
  { value: '', label: { ja: 'なし', en: 'none' }, synonyms: ['無し'] },
];

export const connections: readonly Choice<Connection>[] = [
  { value: 'POP', label: { ja: 'POP', en: 'POP' }, synonyms: ['POP3', 'ポップ', 'ポップ3', 'POP方式'] },
  { value: 'IMAP', label: { ja: 'IMAP', en: 'IMAP' }, synonyms: ['IMAP4', 'アイマップ', 'IMAP方式'] },
  {
    value: 'undecided',
    label: { ja: '未定', en: 'undecided' },
    synonyms: ['検討中', '未決定', '決めていない'],
  },
];

export const leaveChoices: readonly Choice<LeaveOnServer>[] = [
  {
    value: 'keep',
    label: { ja: 'はい', en: 'yes' },
    synonyms: ['残す', 'する', 'y', 'true', '○', '〇', '◯'],
  },
  {
    value: 'delete',
    label: { ja: 'いいえ', en: 'no' },
    synonyms: ['残さない', 'しない', '削除', 'n', 'false', '×', '✕'],
  },
  {
    value: 'no-setting',
    label: { ja: '設定なし', en: 'no setting' },
    synonyms: ['設定無し', '設定がない', '設定項目なし'],
  },
];

export const deliveries: readonly Choice<Delivery>[] = [
  { value: 'counter', label: { ja: '窓口', en: 'counter' }, synonyms: ['手渡し', '店頭', '窓口交付'] },
  { value: 'post', label: { ja: '郵送', en: 'post' }, synonyms: ['郵便', '発送'] },
];

export const memberships: readonly Choice<'member' | 'non-member'>[] = [
  {
    value: 'member',
    label: { ja: '加入', en: 'member' },
    synonyms: ['加入済', '加入済み', '加入中', 'はい', '有', 'あり', '○', '〇', '◯', 'true'],
  },
  {
    value: 'non-member',
    label: { ja: '未加入', en: 'non-member' },
    synonyms: ['いいえ', '無', 'なし', '×', '✕', 'false'],
  },
];

export const software: readonly Choice<string>[] = [
  {
    value: 'outlook',
    label: { ja: 'Outlook（従来版）', en: 'Outlook (classic)' },
    synonyms: ['Outlook', 'アウトルック', 'Outlook classic'],
  },
  {
    value: 'new-outlook',
    label: { ja: '新しいOutlook', en: 'new Outlook' },
    synonyms: ['新Outlook', 'Outlook for Windows', 'Outlook new'],
  },
  { value: 'thunderbird', label: { ja: 'Thunderbird', en: 'Thunderbird' }, synonyms: ['サンダーバード'] },
  {
    value: 'apple-mail',
    label: { ja: 'Macのメール', en: 'Mail on a Mac' },
    synonyms: ['Apple Mail', 'Mac メール'],
  },
  {
    value: 'ios-mail',
    label: { ja: 'iPhoneのメール', en: 'Mail on an iPhone' },
    synonyms: ['iPhone メール', 'iPadのメール'],
  },
  { value: 'gmail-app', label: { ja: 'Gmailアプリ', en: 'Gmail app' }, synonyms: ['Gmail（アプリ）'] },
  {
    value: 'gmail',
    label: { ja: 'Gmail（Web）', en: 'Gmail (web)' },
    synonyms: ['Gmail', 'ジーメール', 'Web版Gmail'],
  },
  { value: 'other', label: { ja: 'その他', en: 'other' }, synonyms: ['そのほか'] },
];
