/** Takes a record and a profile, gives what speaks against sending the sheet by post: V15, and what the envelope needs (records.md §3). */

import type { Rule } from './record-rule.js';

const undecidedByPost: Rule = ({ connection, deliveryMethod }) =>
  connection !== 'undecided' || deliveryMethod !== 'post'
    ? undefined
    : {
        code: 'record/undecided-by-post',
        severity: 'error',
        field: 'deliveryMethod',
        message: {
          ja: '接続方法が未定の方の案内は、郵送用ではありません。',
          en: 'The sheet for the undecided is not for mailing.',
        },
        hint: {
          ja: '接続方法を決めていただくか、交付方法を「窓口」にしてください。',
          en: 'Have the connection decided, or hand the sheet over at the counter.',
        },
      };

const envelope: Rule = ({ deliveryMethod }, { mailing }) =>
  deliveryMethod !== 'post' || mailing !== undefined
    ? undefined
    : {
        code: 'record/no-mailing',
        severity: 'error',
        field: 'deliveryMethod',
        message: {
          ja: '交付方法が郵送ですが、プロフィールに封筒の窓の位置（mailing）がありません。',
          en: 'The sheet goes by post, but the profile does not say where the envelope has its window (mailing).',
        },
        hint: {
          ja: 'お使いの窓あき封筒を測って、プロフィールに mailing を書き足してください。',
          en: 'Measure your window envelope and add mailing to the profile.',
        },
      };

const passwordByPost: Rule = ({ deliveryMethod }, { passwordPolicy }) =>
  passwordPolicy !== 'print' || deliveryMethod !== 'post'
    ? undefined
    : {
        code: 'V15',
        severity: 'warning',
        field: 'deliveryMethod',
        message: {
          ja: 'パスワードを印刷した案内を郵送します。',
          en: 'A sheet with the password printed on it goes by post.',
        },
        hint: {
          ja: '登録住所あてに、追跡できる方法（簡易書留など）で送ってください。',
          en: 'Send it trackable, to the registered address only.',
        },
      };

export const DELIVERY_RULES: readonly Rule[] = [undecidedByPost, envelope, passwordByPost];
