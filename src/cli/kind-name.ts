/** What each kind of sheet is called among people. */

import type { Kind } from '../office/sheet/sheet.js';
import type { Wording } from '../problem.js';

export const kindName: Readonly<Record<Kind, Wording>> = {
  PSK: { ja: 'POP・1台・サーバーに残す', en: 'POP, one device, kept on the server' },
  PSD: { ja: 'POP・1台・サーバーに残さない', en: 'POP, one device, not kept' },
  PSN: { ja: 'POP・1台・残す設定なし', en: 'POP, one device, no such setting' },
  PMK: { ja: 'POP・2台以上・サーバーに残す', en: 'POP, several devices, kept on the server' },
  PMD: { ja: 'POP・2台以上・サーバーに残さない', en: 'POP, several devices, not kept' },
  PMN: { ja: 'POP・2台以上・残す設定なし', en: 'POP, several devices, no such setting' },
  IS: { ja: 'IMAP・1台', en: 'IMAP, one device' },
  IM: { ja: 'IMAP・2台以上', en: 'IMAP, several devices' },
  U: { ja: '接続方法が未定', en: 'method undecided' },
};
