/**
 * Takes the records of a file as they are read, gives them all, after every rule that needs no page was asked
 * (records.md §3): what is wrong anywhere in the file is known before the first page is made.
 *
 * What only layout can measure (V07, V08, V18) is found when the sheet is made; `annai check` sets every sheet for that.
 */

import type { CustomerRead } from '../office/customers/customer-read.js';
import { blameBoth } from '../office/customers/find-duplicates.js';
import { withValues } from '../office/customers/place-values.js';
import type { Pipeline } from '../pipeline.js';
import { type Problem, ProblemError } from '../problem.js';
import { isRefused, raised } from './strictness.js';

export interface CheckedFile {
  readonly reads: readonly CustomerRead[];
  /** What was found so far, record by record; those of a sheet that is made are found again when it is made. */
  readonly problems: readonly Problem[];
  /** How many records will have no sheet. */
  readonly refused: number;
}

/** Throws a ProblemError where the file cannot be read to its end, and with `strict` where a warning concerns all sheets. */
export async function checkFile(
  records: AsyncIterable<CustomerRead>,
  pipeline: Pipeline,
  strict: boolean,
): Promise<CheckedFile> {
  const read: CustomerRead[] = [];
  for await (const each of records) read.push(each);
  const reads = blameBoth(read);
  if (strict) refuseWarnings([...pipeline.notices, ...reads.flatMap(ofFile)]);
  const found = reads.map(({ customer, problems, typed }) =>
    withValues([...problems, ...(customer === undefined ? [] : pipeline.check(customer))], typed),
  );
  const judged = strict ? found.map(raised) : found;
  return { reads, problems: judged.flat(), refused: judged.filter(isRefused).length };
}

/** Said with the first record, but of the file as a whole: a column that is not used. */
const ofFile = ({ row, problems }: CustomerRead): readonly Problem[] =>
  problems.filter(({ place }) => place?.kind !== 'record' || place.row !== row);

function refuseWarnings(problems: readonly Problem[]): void {
  const refused = raised(problems).filter(({ severity }) => severity === 'error');
  if (refused.length > 0) throw new ProblemError(refused);
}
