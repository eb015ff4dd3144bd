/** Takes a profile and the run's date, says where the profile is due to be looked through (records.md V17). */

import type { Problem } from '../../problem.js';
import type { IsoDate } from '../customers/customer.js';
import type { Provider } from './provider.js';

/** `file`: where the profile stands. */
export function profileAge(
  { validFrom, reviewAfterMonths }: Provider,
  issueDate: IsoDate,
  file: string,
): readonly Problem[] {
  const months = monthsBetween(validFrom, issueDate);
  if (months < reviewAfterMonths) return [];
  return [
    {
      code: 'V17',
      severity: 'notice',
      message: {
        ja: `プロフィールの設定は ${validFrom} からのもので、${months}か月たっています。`,
        en: `The profile is of ${validFrom}, ${months} months old.`,
      },
      hint: {
        ja: '接続先・電話番号などが今も正しいか確かめ、revision と validFrom を改めてください（お知らせまでの月数は reviewAfterMonths で変えられます）。',
        en: 'See that servers and telephone numbers are still right, then renew revision and validFrom (reviewAfterMonths says when this notice comes).',
      },
      place: { kind: 'file', file },
    },
  ];
}

/** Whole months; ISO dates, so that no calendar is needed. */
function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}
