/** Takes the ledger, prints what was issued, oldest first. */

import { findIssues } from '../../ledger/find-issues.js';
import { ALL_MADE, type ExitCode } from '../exit-code.js';
import { startOfDay } from '../japan-time.js';
import type { Terminal } from '../terminal.js';
import { issueLine } from './issue-lines.js';
import type { LedgerListOptions } from './ledger-options.js';
import { inLedger } from './open-issues.js';

export function runLedgerList(options: LedgerListOptions, terminal: Terminal): ExitCode {
  const { id, since } = options;
  const issues = inLedger(options, (database) =>
    findIssues(database, {
      ...(id !== undefined && { customerId: id }),
      ...(since !== undefined && { since: startOfDay(since) }),
    }),
  );
  if (options.json) terminal.out(JSON.stringify({ issues }, undefined, 2));
  else {
    for (const issue of issues) terminal.out(issueLine(issue, terminal));
    terminal.out(terminal.say({ ja: `${issues.length}件`, en: `${issues.length} issued` }));
  }
  return ALL_MADE;
}
