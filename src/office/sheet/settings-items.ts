/** The items of the settings card in the order providers use: key, label. The place in this list is the code A1, A2 … */

import type { SettingsKey } from './sheet.js';

/** Never reorder and never remove: staff and customers name these codes on the telephone. New items go to the end. */
const ITEMS: readonly (readonly [key: SettingsKey, label: string])[] = [
  ['display-name', '名前（差出人名）'],
  ['mail-address', 'メールアドレス'],
  ['user-name', 'ユーザー名'],
  ['password', 'パスワード'],
  ['incoming-host', '受信サーバー'],
  ['incoming-port', '受信ポート番号'],
  ['incoming-protection', '受信の保護'],
  ['outgoing-host', '送信サーバー'],
  ['outgoing-port', '送信ポート番号'],
  ['outgoing-protection', '送信の保護'],
  ['outgoing-authentication', '送信サーバーの認証'],
  ['connection-method', '接続方法'],
  ['check-interval', '新着確認の間隔'],
  ['server-copy', 'サーバーにメールを残す'],
  ['keeping-days', '残す日数'],
  ['capacity', 'メールボックスの容量'],
  ['incoming-legacy', '受信ポート番号（旧機種用）'],
];

export const SETTINGS_KEYS: readonly SettingsKey[] = ITEMS.map(([key]) => key);

export interface SettingsItem {
  readonly code: string;
  readonly key: SettingsKey;
  readonly item: string;
}

export const SETTINGS_ITEMS: readonly SettingsItem[] = ITEMS.map(([key, item], index) => ({
  code: `A${index + 1}`,
  key,
  item,
}));
