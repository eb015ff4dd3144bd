/**
 * Takes a customer file, goes through it once with every rule that needs no page (records.md §3), and gives its records
 * anew: what is wrong anywhere in the file is known before the first page is made, and no record is held for that.
 *
 * What only layout can measure (V07, V08, V18) is found when the sheet is made; `annai check` sets every sheet for that.
 */

import type { CustomerRead } from '../office/customers/customer-read.js';
import { createBlame } from '../office/customers/find-duplicates.js';
import type { Pipeline } from '../pipeline.js';
import { type Problem, ProblemError } from '../problem.js';
import { isRefused, raised } from './strictness.js';

export interface CheckedFile {
  readonly reads: AsyncIterable<CustomerRead>;
  readonly records: number;
  /** How many records will have no sheet. */
  readonly refused: number;
  /** How many things there are to look at; those of a sheet that is made are found again when it is made. */
  readonly warnings: number;
}

/**
 * `read` gives the file's records from the first, each time that it is called. Throws a ProblemError where the file cannot
 * be read to its end, and with `strict` where a warning concerns all sheets.
 */
export async function checkFile(
  read: () => AsyncIterable<CustomerRead>,
  pipeline: Pipeline,
  strict: boolean,
): Promise<CheckedFile> {
  const blame = createBlame();
  const ofAll: Problem[] = [...pipeline.notices];
  const lost = new Set<number>();
  let records = 0;
  let warnings = 0;
  for await (const each of read()) {
    const { row, customer } = each;
    records += 1;
    blame.hear(each);
    ofAll.push(...ofFile(each));
    const found = [...each.problems, ...(customer === undefined ? [] : pipeline.check(customer))];
    warnings += found.filter(({ severity }) => severity === 'warning').length;
    if (isRefused(strict ? raised(found) : found)) lost.add(row);
  }
  if (strict) refuseWarnings(ofAll);
  const refused = lost.size + blame.rows().filter((row) => !lost.has(row)).length;
  return { reads: blamed(read, blame.apply), records, refused, warnings: strict ? 0 : warnings };
}

async function* blamed(
  read: () => AsyncIterable<CustomerRead>,
  blame: (read: CustomerRead) => CustomerRead,
): AsyncGenerator<CustomerRead> {
  for await (const each of read()) yield blame(each);
}

/** Said with the first record, but of the file as a whole: a column that is not used. */
const ofFile = ({ row, problems }: CustomerRead): readonly Problem[] =>
  problems.filter(({ place }) => place?.kind !== 'record' || place.row !== row);

function refuseWarnings(problems: readonly Problem[]): void {
  const refused = raised(problems).filter(({ severity }) => severity === 'error');
  if (refused.length > 0) throw new ProblemError(refused);
}
