/** Takes a record and a profile, gives what is wrong with number, address, user name and password: V01, V03, V06, V16 (records.md §3). */

import { nearest } from '../../nearest.js';
import type { Wording } from '../../problem.js';
import { ambiguousIn } from './look-alikes.js';
import type { Rule } from './record-rule.js';
import { userNameOf } from './user-name.js';

const customerIdLength: Rule = ({ customerId }, provider) => {
  const wanted = provider.customerId?.length;
  if (wanted === undefined || customerId.length === wanted) return undefined;
  const zeroLost = /^\d+$/.test(customerId) && customerId.length < wanted;
  return {
    code: zeroLost ? 'V06' : 'record/customer-id-length',
    severity: 'error',
    field: 'customerId',
    message: {
      ja: `お客様番号「${customerId}」は ${customerId.length} 桁です（このプロバイダーでは ${wanted} 桁）。`,
      en: `The customer number "${customerId}" has ${customerId.length} characters; this provider's have ${wanted}.`,
    },
    hint: zeroLost
      ? {
          ja: '先頭の 0 が消えていませんか。Excel の列の書式を「文字列」にして、入れ直してください。',
          en: 'Were leading zeros lost? Format the column as text in Excel and enter it again.',
        }
      : { ja: 'お客様番号を確かめてください。', en: 'Check the customer number.' },
  };
};

const mailDomain: Rule = ({ mailAddress }, { domains }) => {
  const domain = mailAddress.slice(mailAddress.lastIndexOf('@') + 1);
  if (domains.includes(domain)) return undefined;
  const meant = nearest(domain, domains);
  return {
    code: 'V03',
    severity: 'error',
    field: 'mailAddress',
    message: {
      ja: `メールアドレスの「@${domain}」は、このプロバイダーのドメインではありません。`,
      en: `"@${domain}" is not a domain of this provider.`,
    },
    hint: meant
      ? { ja: `「@${meant}」のことではありませんか。`, en: `Did you mean "@${meant}"?` }
      : {
          ja: `使えるのは ${domains.map((each) => `@${each}`).join('、')} です。`,
          en: `It can be ${domains.map((each) => `@${each}`).join(', ')}.`,
        },
  };
};

const userName: Rule = (customer, provider) =>
  provider.userNameRule !== 'column' || userNameOf(customer, provider) !== undefined
    ? undefined
    : {
        code: 'V01',
        severity: 'error',
        field: 'mailUserName',
        message: {
          ja: `「${customer.headings?.mailUserName ?? 'ユーザー名'}」が空です。`,
          en: 'The mail user name is empty.',
        },
        hint: {
          ja: '顧客データの「ユーザー名」の列に入れてください（プロフィールが userNameRule: column のため必要です）。',
          en: 'Enter it in the record: the profile says userNameRule: column.',
        },
      };

const password: Rule = ({ initialPassword, headings }, { passwordPolicy }) =>
  passwordPolicy !== 'print' || initialPassword !== undefined
    ? undefined
    : {
        code: 'V01',
        severity: 'error',
        field: 'initialPassword',
        message: {
          ja: `「${headings?.initialPassword ?? '初期パスワード'}」が空です。`,
          en: 'The initial password is empty.',
        },
        hint: {
          ja: 'パスワードを入れるか、プロフィールの passwordPolicy を refer か blank にしてください。',
          en: 'Enter it, or set passwordPolicy to refer or blank in the profile.',
        },
      };

const lookAlikes: Rule = ({ mailAddress, initialPassword }, { passwordPolicy }) => {
  const localPart = mailAddress.slice(0, mailAddress.lastIndexOf('@'));
  const inAddress = ambiguousIn(localPart);
  const inPassword = passwordPolicy === 'print' && ambiguousIn(initialPassword ?? '').length > 0;
  if (inAddress.length === 0 && !inPassword) return undefined;
  const signs = inAddress.join(' ');
  const where: Wording[] = [
    ...(inAddress.length > 0
      ? [{ ja: `メールアドレス（${signs}）`, en: `the mail address (${signs})` }]
      : []),
    // Which ones would tell of the password.
    ...(inPassword ? [{ ja: 'パスワード', en: 'the password' }] : []),
  ];
  return {
    code: 'V16',
    severity: 'notice',
    field: inAddress.length > 0 ? 'mailAddress' : 'initialPassword',
    message: {
      ja: `${where.map((each) => each.ja).join('と')}に、形の似た文字があります。`,
      en: `There are look-alikes in ${where.map((each) => each.en).join(' and ')}.`,
    },
    hint: {
      ja: '案内の「文字の読み方」を示して、お客様と一文字ずつ確かめてください。',
      en: 'Go through the reading aid on the sheet with the customer.',
    },
  };
};

export const IDENTITY_RULES: readonly Rule[] = [customerIdLength, mailDomain, lookAlikes, userName, password];
