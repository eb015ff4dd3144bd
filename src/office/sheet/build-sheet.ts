/** Takes a customer and the plan of a run's sheets, gives the sheet: what is said to this customer, before any wording (sheet.md). */

import { sure } from '../../problem.js';
import type { Customer } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';
import { barcodeOf } from './barcode.js';
import { controlNumber } from './control-number.js';
import { issueDateText } from './issue-date.js';
import { kindOf } from './kind.js';
import { legendFor } from './look-alikes.js';
import { quotaOf } from './quota.js';
import { readingAids } from './reading-aids.js';
import { settingsRows } from './settings-rows.js';
import type { Sheet } from './sheet.js';
import type { SheetPlan } from './sheet-plan.js';

/** The customer must have passed `checkRecord`. Throws ProblemError where facts.yaml does not fit the settings card. */
export function buildSheet(customer: Customer, plan: SheetPlan): Sheet {
  const { provider, templateRevision } = plan;
  const kind = kindOf(customer);
  const issueDate = customer.issueDate ?? plan.issueDate;
  const { decisions, facts, rows, extraNotes } = plan.ofKind(kind);
  const quotaMB = sure(quotaOf(customer, provider), 'capacity of the plan');
  const keeps = kind === 'U' || customer.leaveOnServer === 'keep';
  const days = keeps && { leaveDays: customer.leaveDays ?? provider.leave.default };
  const settings = settingsRows({ customer, provider, quotaMB, ...days }, rows);
  const aids = readingAids(settings);
  const supportText = supportTextOf(customer, provider);
  const barcode = barcodeOf(customer, provider);
  return {
    customer,
    provider,
    kind,
    edition: plan.edition ?? (customer.largePrint ? 'large' : 'normal'),
    issueDate,
    issueDateText: issueDateText(issueDate),
    templateRevision,
    controlNumber: controlNumber(customer, provider, templateRevision, issueDate),
    settings,
    decisions,
    facts,
    readingAids: aids,
    legend: legendFor(aids.map((aid) => aid.characters.map((each) => each.character).join(''))),
    quotaMB,
    ...days,
    ...(supportText !== undefined && { supportText }),
    extraNotes,
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
