import type { Provider } from '../../../src/office/provider/provider.js';

const host = 'mail.example.ne.jp';

/** A profile with every optional thing present and every switch at its usual place. */
export const PROVIDER: Provider = {
  id: 'example',
  revision: '2026.1',
  validFrom: '2026-01-01',
  displayName: '見本ケーブル',
  domains: ['example.ne.jp'],
  sampleAddress: 'sample@example.ne.jp',
  userNameRule: 'full-address',
  smtpAuth: 'same-as-incoming',
  pop: [
    { host, port: 995, security: 'ssl', legacy: false },
    { host, port: 110, security: 'none', legacy: true },
  ],
  imap: [
    { host, port: 993, security: 'ssl', legacy: false },
    { host, port: 143, security: 'none', legacy: true },
  ],
  smtp: [{ host, port: 587, security: 'starttls', legacy: false }],
  allowPlain: false,
  quotaMB: 100,
  plans: { 大容量: 1000 },
  quotaCountsAllFolders: false,
  quotaWarning: { enabled: true, firstDevice: true },
  leave: { default: 14, recommended: [7, 14] },
  reviewAfterMonths: 24,
  passwordPolicy: 'refer',
  userInfoPaperName: 'ユーザー情報',
  contact: { name: '見本ケーブル', tel: '055-000-0000', mail: 'info@example.ne.jp' },
  supportService: {
    name: '安心サービス',
    text: 'サポートサービスもあります。',
    member: 'ご加入のサポートサービスをお使いください。',
    nonMember: 'サポートサービスにご加入いただけます。',
  },
  extraNotes: [],
  addedNotes: true,
  showRemarks: false,
};
