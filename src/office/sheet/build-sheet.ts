/** Takes a customer, a profile and the facts, gives the sheet: what is said to this customer, before any wording (sheet.md). */

import { sure } from '../../problem.js';
import type { Customer, IsoDate } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';
import { barcodeOf } from './barcode.js';
import { conditionHolds } from './condition-holds.js';
import { controlNumber } from './control-number.js';
import { decideFacts } from './decide-facts.js';
import type { Facts } from './facts.js';
import { issueDateText } from './issue-date.js';
import { kindOf } from './kind.js';
import { legendFor } from './look-alikes.js';
import { quotaOf } from './quota.js';
import { readingAids } from './reading-aids.js';
import { settingsRows } from './settings-rows.js';
import type { Edition, Sheet } from './sheet.js';

export interface SheetOptions {
  /** The run's date, for records without one of their own. */
  readonly issueDate: IsoDate;
  /** Absent: large where the record asks for it. */
  readonly edition?: Edition;
  readonly templateRevision: string;
}

/** The customer must have passed `checkRecord`. Throws ProblemError where facts.yaml does not fit the settings card. */
export function buildSheet(
  customer: Customer,
  provider: Provider,
  facts: Facts,
  options: SheetOptions,
): Sheet {
  const kind = kindOf(customer);
  const issueDate = customer.issueDate ?? options.issueDate;
  const decisions = decideFacts(facts, kind, provider);
  const quotaMB = sure(quotaOf(customer, provider), 'capacity of the plan');
  const keeps = kind === 'U' || customer.leaveOnServer === 'keep';
  const days = keeps && { leaveDays: customer.leaveDays ?? provider.leave.default };
  const settings = settingsRows({ customer, provider, quotaMB, ...days }, decisions);
  const aids = readingAids(settings);
  const supportText = supportTextOf(customer, provider);
  const barcode = barcodeOf(customer, provider);
  return {
    customer,
    provider,
    kind,
    edition: options.edition ?? (customer.largePrint ? 'large' : 'normal'),
    issueDate,
    issueDateText: issueDateText(issueDate),
    templateRevision: options.templateRevision,
    controlNumber: controlNumber(customer, provider, options.templateRevision, issueDate),
    settings,
    decisions,
    readingAids: aids,
    legend: legendFor(aids.map((aid) => aid.characters.map((each) => each.character).join(''))),
    quotaMB,
    ...days,
    ...(supportText !== undefined && { supportText }),
    extraNotes: provider.extraNotes
      .filter((note) => note.when === undefined || conditionHolds(note.when, kind))
      .map((note) => note.text),
    ...(provider.showRemarks && customer.remarks !== undefined && { remarks: customer.remarks }),
    ...(provider.contact.url !== undefined && { qrText: provider.contact.url }),
    ...(typeof barcode === 'object' && { barcode }),
  };
}

function supportTextOf(customer: Customer, { supportService }: Provider): string | undefined {
  switch (customer.anshinSupport) {
    case 'member':
      return supportService?.member;
    case 'non-member':
      return supportService?.nonMember;
    case undefined:
      return supportService?.text;
  }
}
