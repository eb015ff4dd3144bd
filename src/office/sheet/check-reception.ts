/** Takes a record and a profile, gives what is wrong with how mail is received and kept: V10 to V13, L6 (records.md §3). */

import { nearest } from '../../nearest.js';
import type { Wording } from '../../problem.js';
import { quotaOf } from './quota.js';
import type { Rule } from './record-rule.js';

const METHODS = { POP: ['pop'], IMAP: ['imap'], undecided: ['pop', 'imap'] } as const;

const endpoint: Rule = ({ connection }, provider) => {
  const lacking = METHODS[connection].filter((method) => provider[method].every((each) => each.legacy));
  if (lacking.length === 0) return undefined;
  const names = lacking.map((method) => method.toUpperCase());
  return {
    code: 'L6',
    severity: 'error',
    field: 'connection',
    message: {
      ja: `${names.join('と')} の受信サーバーがプロフィールにありません。`,
      en: `The profile has no server for ${names.join(' and ')}.`,
    },
    hint: {
      ja: '顧客データの接続方法を変えるか、プロフィールに接続先を書き足してください。',
      en: 'Change the connection in the record, or add an endpoint to the profile.',
    },
  };
};

const daysToKeep: Rule = ({ connection, leaveOnServer, leaveDays }, { leave }) => {
  if (connection !== 'POP' || leaveOnServer !== 'keep') return undefined;
  const days = leaveDays ?? leave.default;
  const [shortest, longest] = leave.recommended;
  if (!(days >= 1)) {
    return {
      code: 'V10',
      severity: 'error',
      field: 'leaveDays',
      message: {
        ja: 'サーバーに残す設定なのに、残す日数がありません。',
        en: 'Mail is kept on the server, but for no days.',
      },
      hint: {
        ja: `残す日数を入れてください（おすすめは ${shortest}～${longest} 日）。`,
        en: `Enter the days (${shortest} to ${longest} are recommended).`,
      },
    };
  }
  if (days >= shortest && days <= longest) return undefined;
  return {
    code: 'record/leave-days',
    severity: 'warning',
    field: 'leaveDays',
    message: {
      ja: `残す日数 ${days} 日は、おすすめの ${shortest}～${longest} 日の外です。`,
      en: `${days} days on the server are outside the recommended ${shortest} to ${longest}.`,
    },
    hint: {
      ja: 'このままでよいかを、お客様に確かめてください。',
      en: 'Ask the customer whether this is meant.',
    },
  };
};

const severalDevicesNotKept: Rule = ({ connection, devices, leaveOnServer }, _, { allowRisky = false }) =>
  connection !== 'POP' || devices !== 'multiple' || leaveOnServer !== 'delete'
    ? undefined
    : {
        code: 'V11',
        severity: allowRisky ? 'warning' : 'error',
        field: 'leaveOnServer',
        message: {
          ja: 'POP で2台以上お使いなのに、サーバーに残さない設定です。1台が受信すると、ほかの端末では受信できません。',
          en: 'POP on several devices without leaving mail on the server: what one device receives, the others cannot.',
        },
        hint: allowRisky
          ? { ja: '注意の文を付けて印刷します。', en: 'The sheet is printed with its caution.' }
          : {
              ja: '「サーバーに残す」を「はい」にするか、IMAP をおすすめしてください。承知の上で印刷するときは --allow-risky を付けます。',
              en: 'Leave mail on the server, or propose IMAP. To print it all the same, use --allow-risky.',
            },
      };

const severalDevicesWithPop: Rule = ({ connection, devices }) =>
  connection !== 'POP' || devices !== 'multiple'
    ? undefined
    : {
        code: 'V12',
        severity: 'notice',
        field: 'connection',
        message: {
          ja: 'POP で2台以上お使いの方です。お一人で使うには不便です。',
          en: 'POP on several devices is awkward for one person.',
        },
        hint: {
          ja: '窓口では IMAP もおすすめしてください。どの端末でも同じ状態で見られます。',
          en: 'Propose IMAP at the counter: all devices show the same state.',
        },
      };

const SOFTWARE_WITHOUT_POP: Readonly<Record<string, Wording>> = {
  gmail: {
    ja: 'ウェブ版の Gmail は、2026年1月からほかの会社のメールを POP で受信できません。',
    en: 'Since January 2026 Gmail on the web no longer fetches mail of other providers by POP.',
  },
  'new-outlook': {
    ja: '新しい Outlook は、POP のメールをうまく受信できないことがあります。',
    en: 'The new Outlook may fail to receive mail by POP.',
  },
};

const softwareWithoutPop: Rule = ({ connection, mailSoftware }) => {
  const message = connection === 'POP' ? SOFTWARE_WITHOUT_POP[mailSoftware ?? ''] : undefined;
  return (
    message && {
      code: 'V13',
      severity: 'warning',
      field: 'mailSoftware',
      message,
      hint: {
        ja: 'IMAP にするか（Gmail はスマートフォンのアプリで使えます）、ほかのメールソフトをおすすめしてください。',
        en: 'Propose IMAP (in the Gmail app) or another mail program.',
      },
    }
  );
};

const capacity: Rule = (customer, provider) => {
  if (quotaOf(customer, provider) !== undefined) return undefined;
  const plans = Object.keys(provider.plans);
  const meant = nearest(customer.plan ?? '', plans);
  return {
    code: 'record/unknown-plan',
    severity: 'error',
    field: 'plan',
    message: {
      ja: `プラン「${customer.plan}」の容量がプロフィールの plans にありません。`,
      en: `The profile's plans do not hold the capacity of the plan "${customer.plan}".`,
    },
    hint: meant
      ? { ja: `「${meant}」のことではありませんか。`, en: `Did you mean "${meant}"?` }
      : {
          ja: `プロフィールにあるのは ${plans.join('、')} です。書き足すか、顧客データの「容量」に MB で入れてください。`,
          en: `The profile knows ${plans.join(', ')}. Add the plan, or enter the capacity in the record.`,
        },
  };
};

export const RECEPTION_RULES: readonly Rule[] = [
  endpoint,
  severalDevicesNotKept,
  severalDevicesWithPop,
  daysToKeep,
  softwareWithoutPop,
  capacity,
];
