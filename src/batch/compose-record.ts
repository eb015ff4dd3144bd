/** Takes one record as read, gives its document where it can be made, and the account of it either way. With `strict` a warning costs the record its sheet. */

import type { CustomerRead } from '../office/customers/customer-read.js';
import { withValues } from '../office/customers/place-values.js';
import type { Pipeline, SheetDocument } from '../pipeline.js';
import type { Problem } from '../problem.js';
import type { RecordResult } from './batch-result.js';
import { problemsOf } from './problems-of.js';
import { isRefused, raised } from './strictness.js';

export interface ComposedRecord {
  readonly record: RecordResult;
  /** Present exactly where the record's status is `made`. */
  readonly document?: SheetDocument;
}

export function composeRecord(read: CustomerRead, pipeline: Pipeline, strict = false): ComposedRecord {
  const { customer } = read;
  const judge = strict ? raised : (problems: readonly Problem[]) => problems;
  if (customer === undefined || isRefused(read.problems)) {
    return { record: failed(read, judge(read.problems)) };
  }
  try {
    const document = pipeline.compose(customer);
    const problems = judge([...read.problems, ...document.notices]);
    if (isRefused(problems)) return { record: failed(read, problems) };
    return {
      document,
      record: {
        ...account(read),
        status: 'made',
        kind: document.sheet.kind,
        controlNumber: document.sheet.controlNumber,
        pages: document.composition.pages.length,
        problems: withValues(problems, read.typed),
      },
    };
  } catch (error) {
    return { record: failed(read, judge([...read.problems, ...problemsOf(error, customer.place)])) };
  }
}

export function failed(read: CustomerRead, problems: readonly Problem[]): RecordResult {
  return { ...account(read), status: 'not-made', problems: withValues(problems, read.typed) };
}

function account(read: CustomerRead): { row: number; customerId?: string } {
  return read.customerId === undefined ? { row: read.row } : { row: read.row, customerId: read.customerId };
}
