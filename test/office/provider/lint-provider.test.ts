import { describe, expect, test } from 'vitest';
import { brief, changed, FULL, problemsOf } from './problems-of.js';

const POP = 'port: 995, security: ssl';
const IMAP = 'port: 993, security: ssl';
const SMTP = 'port: 587, security: starttls';
const SMTP_SSL = 'port: 465, security: ssl';
const HOST = 'host: mail.example.ne.jp, port: 995';

type Change = readonly [from: string, to: string];
type Case = readonly [what: string, found: readonly string[], ...changes: Change[]];

const CASES: readonly Case[] = [
  ['the full profile is without fault', []],

  ['L1: 995 with starttls', ['L1 error: starttls'], [POP, 'port: 995, security: starttls']],
  ['L1: 995 without protection', ['L1 error: none'], [POP, 'port: 995, security: none']],
  ['L1: 993 with starttls', ['L1 error: starttls'], [IMAP, 'port: 993, security: starttls']],
  ['L1: 465 with starttls', ['L1 error: starttls'], [SMTP_SSL, 'port: 465, security: starttls']],
  ['L1: a port of its own with starttls is left alone', [], [POP, 'port: 10995, security: starttls']],

  ['L2: 110 with ssl', ['L2 error: ssl'], [POP, 'port: 110, security: ssl']],
  ['L2: 143 with ssl', ['L2 error: ssl'], [IMAP, 'port: 143, security: ssl']],
  ['L2: 110 without protection', ['L2 error: none'], [POP, 'port: 110, security: none']],
  [
    'L2: 110 without protection where plain is allowed',
    ['L2 warning: none'],
    [POP, 'port: 110, security: none'],
    ['allowPlain: false', 'allowPlain: true'],
  ],
  [
    'L2: 143 with ssl where plain is allowed',
    ['L2 error: ssl'],
    [IMAP, 'port: 143, security: ssl'],
    ['allowPlain: false', 'allowPlain: true'],
  ],
  ['L2: 110 with starttls is possible', [], [POP, 'port: 110, security: starttls']],

  ['L3: 587 with ssl', ['L3 error: ssl'], [SMTP, 'port: 587, security: ssl']],
  ['L3: 587 without protection', ['L3 error: none'], [SMTP, 'port: 587, security: none']],

  ['L4: port 25', ['L4 error: 25'], [SMTP, 'port: 25, security: starttls']],
  ['L4: port 2525 is another', [], [SMTP, 'port: 2525, security: starttls']],

  [
    'L5: a web address',
    ['L5 error: "https://mail.example.ne.jp"'],
    [HOST, 'host: "https://mail.example.ne.jp", port: 995'],
  ],
  [
    'L5: a port in the name',
    ['L5 error: "mail.example.ne.jp:995"'],
    [HOST, 'host: "mail.example.ne.jp:995", port: 995'],
  ],
  [
    'L5: full-width letters',
    ['L5 error: ｍａｉｌ.example.ne.jp'],
    [HOST, 'host: ｍａｉｌ.example.ne.jp, port: 995'],
  ],
  ['L5: a number', ['L5 error: 192.0.2.1'], [HOST, 'host: 192.0.2.1, port: 995']],
  ['L5: one word', ['L5 error: mail'], [HOST, 'host: mail, port: 995']],
  ['L5: an empty label', ['L5 error: mail..example.jp'], [HOST, 'host: mail..example.jp, port: 995']],
  ['L5: digits and hyphens inside', [], [HOST, 'host: mail-2.3example.ne.jp, port: 995']],

  ['L6: only a legacy endpoint', ['L6 error: pop:'], [POP, 'port: 995, security: ssl, legacy: true']],
  [
    'L6: a legacy endpoint beside another',
    [],
    [
      '  - { host: mail.example.ne.jp, port: 995',
      '  - { host: old.example.ne.jp, port: 10995, security: ssl, legacy: true }\n  - { host: mail.example.ne.jp, port: 995',
    ],
  ],
  [
    'L6: nothing to receive with',
    ['L6 error: id:'],
    ['pop:\n  - { host: mail.example.ne.jp, port: 995, security: ssl }\n', ''],
    ['imap:\n  - { host: mail.example.ne.jp, port: 993, security: ssl }\n', ''],
  ],
  [
    'L6: nothing to send with',
    ['L6 error: smtp:'],
    [
      'smtp:\n  - { host: mail.example.ne.jp, port: 587, security: starttls }\n  - { host: mail.example.ne.jp, port: 465, security: ssl }',
      'smtp: []',
    ],
  ],
  [
    'L6: a provider without POP',
    [],
    ['pop:\n  - { host: mail.example.ne.jp, port: 995, security: ssl }\n', ''],
  ],

  ['L7: a label before the number', ['L7 error: TEL'], ['tel: 055-000-0000', 'tel: TEL 055-000-0000']],
  ['L7: a digit is missing', ['L7 error: 055-000-000'], ['tel: 055-000-0000', 'tel: 055-000-000']],
  ['L7: full-width digits', ['L7 error: ０５５-000-0000'], ['tel: 055-000-0000', 'tel: ０５５-000-0000']],
  ['L7: a free-call number', [], ['tel: 055-000-0000', 'tel: 0120-000-000']],
  ['L7: a mobile number', [], ['tel: 055-000-0000', 'tel: 090-0000-0000']],
  [
    'L7: a label before the address',
    ['L7 error: "MAIL:'],
    ['mail: info@example.ne.jp', 'mail: "MAIL: info@example.ne.jp"'],
  ],
  ['L7: no @', ['L7 error: info.example.ne.jp'], ['mail: info@example.ne.jp', 'mail: info.example.ne.jp']],
  [
    'L7: the sample address',
    ['L7 error: sample@'],
    ['sampleAddress: sample@example.ne.jp', 'sampleAddress: sample@'],
  ],
  [
    'L7: a web address without https://',
    ['L7 error: www.example.ne.jp/support/'],
    ['url: https://www', 'url: www'],
  ],
  [
    'L7: a misspelt label in a note',
    ['L7 error: 海外からはお使いになれません。TEL'],
    ['MAIL:help@', 'MIAL:help@'],
  ],
  ['L7: another misspelt label', ['L7 error: 海外からはお使いになれません。TLE'], ['TEL 055', 'TLE 055']],
  [
    'L7: a word of the same letters that is no label',
    [],
    ['TEL 055-000-0001', 'Let us help. TEL 055-000-0001'],
  ],

  ['L8: no capacity', ['L8 error: 0'], ['quotaMB: 100', 'quotaMB: 0']],
  ['L8: half a megabyte', ['L8 error: 0.5'], ['quotaMB: 100', 'quotaMB: 0.5']],
  ['L8: a plan below nothing', ['L8 error: -1'], ['大容量: 1000', '大容量: -1']],
  ['L8: days in parts', ['L8 error: 1.5'], ['default: 14', 'default: 1.5']],
  ['L8: no recommended days', ['L8 error: 0'], ['recommended: [7, 14]', 'recommended: [0, 14]']],
  [
    'L8: recommended days the wrong way round',
    ['L8 error: [14'],
    ['recommended: [7, 14]', 'recommended: [14, 7]'],
  ],
  ['L8: one recommended number', [], ['recommended: [7, 14]', 'recommended: [14, 14]']],
  ['L8: the length of customer ids', ['L8 error: 0'], ['length: 8', 'length: 0']],

  [
    'the slack leaves nothing of the window: width',
    ['profile/slack error: 90'],
    ['slack: { x: 10', 'slack: { x: 90'],
  ],
  [
    'the slack leaves nothing of the window: height',
    ['profile/slack error: 45'],
    ['slack: { x: 10, y: 6', 'slack: { x: 10, y: 45'],
  ],
  [
    'the smallest barcode does not fit into what is always seen of the window',
    ['profile/barcode-window error: true'],
    ['slack: { x: 10', 'slack: { x: 22.2'],
  ],
  ['the smallest barcode just fits', [], ['slack: { x: 10', 'slack: { x: 22.16']],
  [
    'a window that is too narrow for a barcode will do without one',
    [],
    ['slack: { x: 10', 'slack: { x: 60'],
    ['customerBarcode: true', 'customerBarcode: false'],
  ],
  [
    'a barcode, and the slack is not known',
    ['profile/barcode-slack warning: true'],
    ['  slack: { x: 10, y: 6 }\n', ''],
  ],
  [
    'no barcode, and the slack is not known',
    [],
    ['  slack: { x: 10, y: 6 }\n', ''],
    ['customerBarcode: true', 'customerBarcode: false'],
  ],

  [
    'C17: the user name is not known',
    ['profile/user-name-refer notice: refer'],
    ['userNameRule: full-address', 'userNameRule: refer'],
  ],
  [
    'C3: authentication is not known',
    ['profile/smtp-auth-unstated notice: unstated'],
    ['smtpAuth: same-as-incoming', 'smtpAuth: unstated'],
  ],
];

describe('the profile linter', () => {
  test.each(CASES.map(([what, found, ...changes]) => ({ what, found, changes })))('$what', (each) => {
    expect(brief(changed(...each.changes))).toEqual(each.found);
  });

  test('names all faults of a profile at once', () => {
    const yaml = changed(
      [POP, 'port: 995, security: none'],
      [SMTP, 'port: 25, security: starttls'],
      ['quotaMB: 100', 'quotaMB: 0'],
    );
    expect(brief(yaml)).toEqual(['L1 error: none', 'L4 error: 25', 'L8 error: 0']);
  });

  test('says what to do in both languages', () => {
    const [problem] = problemsOf(FULL.replace(POP, 'port: 110, security: none'));
    expect(problem?.hint?.ja).toContain('allowPlain: true');
    expect(problem?.hint?.en).toContain('allowPlain: true');
  });
});
