/** Takes the options of a command that issues sheets, gives the book of the ledger that they go into, where there is one. */

import { randomBytes } from 'node:crypto';
import type { IssueBook } from '../batch/issue-book.js';
import { type OfficeDigests, recordContent } from '../batch/source-digest.js';
import type { Pipeline, PipelineOptions } from '../pipeline.js';
import { findLedger } from './find-ledger.js';
import type { LedgerOption, SheetOptions } from './pipeline-options.js';
import { revision } from './version.js';
import { workerHere } from './worker-here.js';

export async function openBook(
  options: LedgerOption & SheetOptions,
  { issueDate, edition, allowRisky, standard, password }: PipelineOptions,
  pipeline: Pipeline,
  office: () => OfficeDigests,
): Promise<IssueBook | undefined> {
  const file = findLedger(options);
  if (file === undefined) return undefined;
  const { openLedgerBook } = await import('../ledger/ledger-book.js');
  return openLedgerBook(file, {
    ...office(),
    worker: workerHere(),
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    random: () => randomBytes(32),
    annai: revision(),
    run: {
      runDate: issueDate,
      ...(edition !== undefined && { runEdition: edition }),
      risky: allowRisky ?? false,
      ...(standard !== undefined && { standard }),
      locked: password !== undefined,
    },
    content: (customer) => recordContent(customer, pipeline),
  });
}
