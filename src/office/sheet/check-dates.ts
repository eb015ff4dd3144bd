/** Takes a record, a profile and the run's date, says whether the profile is valid on the day that the sheet bears. */

import { issueDateText } from './issue-date.js';
import type { Rule } from './record-rule.js';

const notYetValid: Rule = (customer, { validFrom }, { issueDate }) => {
  const date = customer.issueDate ?? issueDate;
  // ISO dates sort as text.
  if (date === undefined || date >= validFrom) return undefined;
  return {
    code: 'record/profile-not-yet-valid',
    severity: 'warning',
    field: 'issueDate',
    message: {
      ja: `発行日の${issueDateText(date)}には、プロフィールの設定（${issueDateText(validFrom)}から有効）がまだ使えません。`,
      en: `On the issue date ${date} the profile is not yet valid (validFrom: ${validFrom}).`,
    },
    hint: {
      ja: '前もってお渡しするのでなければ、発行日か、プロフィールの validFrom を確かめてください。',
      en: 'Unless the sheet is handed over in advance, check the issue date or validFrom in the profile.',
    },
  };
};

export const DATE_RULES: readonly Rule[] = [notYetValid];
