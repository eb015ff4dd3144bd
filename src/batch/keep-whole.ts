/** Takes a record and the account of earlier runs, gives its result where its sheet is there already, whole and of the same source. */

import { join } from 'node:path';
import type { CustomerRead } from '../office/customers/customer-read.js';
import { withValues } from '../office/customers/place-values.js';
import type { Pipeline } from '../pipeline.js';
import type { RecordResult } from './batch-result.js';
import type { BatchTargets } from './batch-targets.js';
import { entryOf } from './manifest.js';
import { isRefused, raised } from './strictness.js';

export interface KeptRecord {
  readonly record: RecordResult;
  /** Enters it in the account of this run, and in the ledger. */
  note(): void;
}

export function keptRecord(
  { customer, row, problems: found, typed }: CustomerRead,
  pipeline: Pipeline,
  { folder, resumption, book }: BatchTargets,
  strict = false,
): KeptRecord | undefined {
  if (customer === undefined || folder === undefined || resumption === undefined) return undefined;
  const { account, source, onlyFailed } = resumption;
  const { customerId } = customer;
  const entry = account.whole(customerId);
  if (entry?.file === undefined) return undefined;
  const { file, sha256, kind, controlNumber, pages } = entry;
  const same = entry.source !== undefined && entry.source === source(customer);
  if (!onlyFailed && !same) return undefined;
  const problems = [...found, ...pipeline.check(customer)];
  if (isRefused(strict ? raised(problems) : problems)) return undefined;
  const record: RecordResult = {
    status: 'made',
    row,
    customerId,
    ...(kind !== undefined && { kind }),
    ...(controlNumber !== undefined && { controlNumber }),
    ...(pages !== undefined && { pages }),
    file: join(folder, file),
    problems: withValues(problems, typed),
  };
  const note = (): void => {
    account.note({ ...entry, ...entryOf(record, { file }) });
    // The run that made it may not have come to telling the ledger.
    if (same && sha256 !== undefined && pages !== undefined)
      book?.draft(pipeline.sheet(customer), pages).placed({ path: join(folder, file), sha256 }, 0);
  };
  return { record, note };
}
