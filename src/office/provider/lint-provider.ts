/** Takes a profile, gives what the provider's own data get wrong: the profile linter L1 to L8 (records.md §2), its envelope, and what the office must confirm. */

import type { Problem, SourcePlace, Wording } from '../../problem.js';
import type { YamlPath } from '../yaml/parse-yaml.js';
import type { PlaceOf } from '../yaml/read-yaml.js';
import { lintContact } from './lint-contact.js';
import { lintEndpoints } from './lint-endpoints.js';
import { lintMailing } from './lint-mailing.js';
import type { Provider } from './provider.js';

export function lintProvider(provider: Provider, placeOf: PlaceOf): readonly Problem[] {
  return [
    ...lintEndpoints(provider, placeOf),
    ...lintContact(provider, placeOf),
    ...lintNumbers(provider, placeOf),
    ...lintMailing(provider, placeOf),
    ...lintUnconfirmed(provider, placeOf),
  ];
}

/** L8 */
function lintNumbers(provider: Provider, placeOf: PlaceOf): readonly Problem[] {
  const [shortest, longest] = provider.leave.recommended;
  const numbers: readonly (readonly [value: number, path: YamlPath, name: string])[] = [
    [provider.quotaMB, ['quotaMB'], 'quotaMB'],
    ...Object.entries(provider.plans).map(
      ([plan, value]) => [value, ['plans', plan], `plans.${plan}`] as const,
    ),
    [provider.leave.default, ['leave', 'default'], 'leave.default'],
    [shortest, ['leave', 'recommended', 0], 'leave.recommended'],
    [longest, ['leave', 'recommended', 1], 'leave.recommended'],
    ...(provider.customerId
      ? [[provider.customerId.length, ['customerId', 'length'], 'customerId.length'] as const]
      : []),
  ];
  const problems = numbers
    .filter(([value]) => !(Number.isSafeInteger(value) && value > 0))
    .map(([value, path, name]) =>
      wrongNumber(placeOf(path), {
        ja: `「${name}」の ${value} は使えません。1 以上の整数を書いてください。`,
        en: `"${name}" cannot be ${value}; it must be a whole number above 0.`,
      }),
    );
  if (shortest > longest) {
    problems.push(
      wrongNumber(placeOf(['leave', 'recommended']), {
        ja: `おすすめの日数 [${shortest}, ${longest}] の順が逆です。短い方を先に書いてください。`,
        en: `The recommended days [${shortest}, ${longest}] are the wrong way round; the shorter comes first.`,
      }),
    );
  }
  return problems;
}

const wrongNumber = (place: SourcePlace, message: Wording): Problem => ({
  code: 'L8',
  severity: 'error',
  message,
  place,
});

/** What the handout leaves open (C3, C17) and only the provider can say. */
function lintUnconfirmed(provider: Provider, placeOf: PlaceOf): readonly Problem[] {
  const problems: Problem[] = [];
  if (provider.userNameRule === 'refer') {
    problems.push({
      code: 'profile/user-name-refer',
      severity: 'notice',
      message: {
        ja: `ユーザー名は印刷せず「${provider.userInfoPaperName}」を見ていただく設定です（userNameRule: refer）。`,
        en: `The user name is not printed; the customer looks it up on paper (userNameRule: refer).`,
      },
      hint: {
        ja: 'ユーザー名の決まりがわかったら、local-part・full-address・column のどれかに変えてください。',
        en: 'Once the rule is known, change it to local-part, full-address or column.',
      },
      place: placeOf(['userNameRule']),
    });
  }
  if (provider.smtpAuth === 'unstated') {
    problems.push({
      code: 'profile/smtp-auth-unstated',
      severity: 'notice',
      message: {
        ja: '送信サーバーの認証の行は印刷しない設定です（smtpAuth: unstated）。',
        en: 'The row on authentication for sending is not printed (smtpAuth: unstated).',
      },
      hint: {
        ja: '送信に認証が要るかを確かめて、same-as-incoming・separate・none のどれかに変えてください。',
        en: 'Find out whether sending needs authentication and change it to same-as-incoming, separate or none.',
      },
      place: placeOf(['smtpAuth']),
    });
  }
  return problems;
}
