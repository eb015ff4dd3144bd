/** Takes a sheet and the pages it came to, gives an error where they are more than planned, or one is blank (records.md V18). */

import type { Problem, RecordPlace } from '../../problem.js';
import type { Sheet } from './sheet.js';

/** The most pages that a sheet may have, by edition; `undecided` shows both methods. */
export interface PagePlan {
  readonly normal: number;
  readonly large: number;
  readonly undecidedNormal: number;
  readonly undecidedLarge: number;
}

/** `marks`: for each page, how many pieces of text or pictures of the sheet's own stand on it. */
export function checkPages(
  { kind, edition, customer }: Sheet,
  marks: readonly number[],
  plan: PagePlan | undefined,
): readonly Problem[] {
  const place: RecordPlace = { ...customer.place, customerId: customer.customerId };
  const problems: Problem[] = marks.flatMap((count, index) => (count > 0 ? [] : [blank(index + 1, place)]));
  if (plan === undefined) return problems;
  const [normal, large] =
    kind === 'U' ? [plan.undecidedNormal, plan.undecidedLarge] : [plan.normal, plan.large];
  const most = edition === 'large' ? large : normal;
  return marks.length <= most ? problems : [...problems, tooMany(marks.length, most, place)];
}

const tooMany = (pages: number, most: number, place: RecordPlace): Problem => ({
  code: 'V18',
  severity: 'error',
  message: {
    ja: `この方の紙面は${pages}ページになります。予定は${most}ページまでです。`,
    en: `This sheet comes to ${pages} pages; ${most} are planned.`,
  },
  hint: {
    ja: '住所や備考などの長い値を短くするか、テンプレートの文章を減らすか、template.yaml の pages を改めてください。',
    en: 'Shorten long values such as the address or remarks, cut the wording of the template, or change pages in template.yaml.',
  },
  place,
});

const blank = (page: number, place: RecordPlace): Problem => ({
  code: 'V18',
  severity: 'error',
  message: { ja: `${page}ページ目が白紙になります。`, en: `Page ${page} is blank.` },
  hint: {
    ja: 'テンプレートの改ページ（break-before、break-after）を確かめてください。',
    en: 'Look at the page breaks of the template (break-before, break-after).',
  },
  place,
});
