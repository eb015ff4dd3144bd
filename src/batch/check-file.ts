/**
 * Takes a customer file, goes through it once with every rule (records.md §3), and gives its records anew: what is wrong
 * anywhere in the file is known before the first page is made, and no record is held for that.
 *
 * What only layout can measure (V07, V08, V18) is looked for in a few sheets that stand for all; where one of these does not
 * fit, the file is gone through once more, and the sheets in question are laid out. What they are told of is told when they are made.
 */

import type { Customer } from '../office/customers/customer.js';
import type { CustomerRead } from '../office/customers/customer-read.js';
import { createBlame } from '../office/customers/find-duplicates.js';
import type { Pipeline } from '../pipeline.js';
import { type Problem, ProblemError } from '../problem.js';
import { type FitTrial, searchMisfits } from './find-misfits.js';
import { isRefused, raised } from './strictness.js';

export interface CheckedFile {
  readonly reads: AsyncIterable<CustomerRead>;
  readonly records: number;
  /** How many records will have no sheet. */
  readonly refused: number;
  /** How many things there are to look at; those of a sheet that is made are found again when it is made. */
  readonly warnings: number;
}

export interface CheckOptions {
  readonly strict: boolean;
  /** Takes the number of records, gives the way to try sheets. Not given where every sheet is laid out in any case. */
  readonly trial?: (records: number) => FitTrial;
  /** Throws where no file can be named by a customer number. */
  readonly refuseName?: (customerId: string) => void;
  /** Aborting ends the check. */
  readonly signal?: AbortSignal;
}

/**
 * `read` gives the file's records from the first, each time that it is called. Throws a ProblemError where the file cannot
 * be read to its end, with `strict` where a warning concerns all sheets, and where it is interrupted.
 */
export async function checkFile(
  read: () => AsyncIterable<CustomerRead>,
  pipeline: Pipeline,
  { strict, trial, refuseName, signal }: CheckOptions,
): Promise<CheckedFile> {
  const blame = createBlame();
  const ofAll: Problem[] = [...pipeline.notices];
  const lost = new Set<number>();
  const misfits = searchMisfits((customer) => factsOn(customer, pipeline));
  let records = 0;
  let warnings = 0;
  for await (const each of read()) {
    const { row, customer, customerId } = each;
    records += 1;
    if (records % BETWEEN_PAUSES === 0) await pauseUnless(signal);
    if (customerId !== undefined) refuseName?.(customerId);
    blame.hear(each);
    ofAll.push(...ofFile(each));
    const found = [...each.problems, ...(customer === undefined ? [] : pipeline.check(customer))];
    warnings += found.filter(({ severity }) => severity === 'warning').length;
    if (isRefused(strict ? raised(found) : found)) lost.add(row);
    else if (customer !== undefined) misfits.hear(customer);
  }
  if (strict) refuseWarnings(ofAll);
  for (const row of blame.rows()) lost.add(row);
  const fits = trial?.(records);
  const isMisfit = fits && (await misfits.judge(fits));
  if (isMisfit !== undefined) {
    for await (const { row, customer } of read()) {
      if (customer === undefined || lost.has(row)) continue;
      await pauseUnless(signal);
      if (await isMisfit(customer)) lost.add(row);
    }
  }
  const refused = lost.size;
  return { reads: blamed(read, blame.apply), records, refused, warnings: strict ? 0 : warnings };
}

function factsOn(customer: Customer, pipeline: Pipeline): number {
  try {
    return pipeline.sheet(customer).decisions.filter(({ printed }) => printed).length;
  } catch (error) {
    if (error instanceof ProblemError) return 0;
    throw error;
  }
}

/** Records; checking them takes some tenths of a second. */
const BETWEEN_PAUSES = 1000;

/** Checking holds the thread: without a pause Ctrl-C would not be heard. */
async function pauseUnless(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((next) => setImmediate(next));
  if (signal?.aborted) throw new ProblemError([INTERRUPTED_CHECK]);
}

const INTERRUPTED_CHECK: Problem = {
  code: 'batch/interrupted',
  severity: 'error',
  message: {
    ja: '名簿を調べているあいだに止められました。まだ何も作成していません。',
    en: 'The run was interrupted while the file was being checked. Nothing was made yet.',
  },
  hint: { ja: '同じコマンドをもう一度実行してください。', en: 'Run the same command again.' },
};

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
