/** Takes a control number or a customer number, prints all that the ledger knows of it. */

import { findIssues } from '../../ledger/find-issues.js';
import { refuse } from '../../problem.js';
import { ALL_MADE, type ExitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';
import { issueDetails } from './issue-lines.js';
import type { LedgerOptions } from './ledger-options.js';
import { inLedger } from './open-issues.js';

export function runLedgerShow(number: string, options: LedgerOptions, terminal: Terminal): ExitCode {
  const issues = inLedger(options, (database) => findIssues(database)).filter(
    ({ controlNumber, customerId }) =>
      customerId === number || plain(controlNumber) === plain(number.normalize('NFKC')),
  );
  if (issues.length === 0) {
    refuse({
      code: 'ledger/no-such-number',
      message: { ja: `台帳に「${number}」はありません。`, en: `"${number}" is not in the ledger.` },
      hint: {
        ja: '番号の桁数と字を確かめてください。管理番号は紙面の右上か下にあります。',
        en: 'Check the number. The control number stands on the sheet.',
      },
    });
  }
  if (options.json) terminal.out(JSON.stringify({ issues }, undefined, 2));
  else for (const issue of issues) for (const line of issueDetails(issue, terminal)) terminal.out(line);
  return ALL_MADE;
}

/** Read over the telephone, it comes with or without hyphens, in small letters or capitals. */
const plain = (number: string): string => number.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
