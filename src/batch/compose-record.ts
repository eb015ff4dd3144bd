/** Takes one record as read, gives its document where it can be made, and the account of it either way. */

import type { CustomerRead } from '../office/customers/customer-read.js';
import type { Pipeline, SheetDocument } from '../pipeline.js';
import type { Problem } from '../problem.js';
import type { RecordResult } from './batch-result.js';
import { problemsOf } from './problems-of.js';

export interface ComposedRecord {
  readonly record: RecordResult;
  /** Present exactly where the record's status is `made`. */
  readonly document?: SheetDocument;
}

export function composeRecord(read: CustomerRead, pipeline: Pipeline): ComposedRecord {
  const { customer } = read;
  if (customer === undefined || read.problems.some((problem) => problem.severity === 'error')) {
    return { record: failed(read, read.problems) };
  }
  try {
    const document = pipeline.compose(customer);
    return {
      document,
      record: {
        ...account(read),
        status: 'made',
        kind: document.sheet.kind,
        controlNumber: document.sheet.controlNumber,
        pages: document.composition.pages.length,
        problems: [...read.problems, ...document.notices],
      },
    };
  } catch (error) {
    return { record: failed(read, [...read.problems, ...problemsOf(error, customer.place)]) };
  }
}

export function failed(read: CustomerRead, problems: readonly Problem[]): RecordResult {
  return { ...account(read), status: 'not-made', problems };
}

function account(read: CustomerRead): { row: number; customerId?: string } {
  return read.customerId === undefined ? { row: read.row } : { row: read.row, customerId: read.customerId };
}
