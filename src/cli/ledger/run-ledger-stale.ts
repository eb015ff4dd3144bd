/** Takes the ledger and what is current, prints the customers whose last sheet no longer matches it. */

import { officeDigests, recordContent } from '../../batch/source-digest.js';
import { findIssues, latestIssues } from '../../ledger/find-issues.js';
import { findStale, type StaleReason } from '../../ledger/find-stale.js';
import { keyOf } from '../../ledger/ledger-book.js';
import type { LedgerKey } from '../../ledger/ledger-key.js';
import { readCustomers } from '../../office/customers/read-customers.js';
import { createPipeline, type Pipeline } from '../../pipeline.js';
import type { Wording } from '../../problem.js';
import { ALL_MADE, type ExitCode, SOME_NOT_MADE } from '../exit-code.js';
import { pipelineOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';
import type { LedgerOptions } from './ledger-options.js';
import { inLedger } from './open-issues.js';

export async function runLedgerStale(
  file: string | undefined,
  options: LedgerOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const sheetOptions = pipelineOptions(options);
  const pipeline = createPipeline(sheetOptions);
  const { issues, key } = inLedger(options, (database, ledger) => ({
    issues: findIssues(database),
    key: file === undefined ? undefined : keyOf(database, ledger),
  }));
  const { template, profile } = officeDigests(pipeline, sheetOptions);
  const latest = latestIssues(issues);
  const records = file === undefined || key === undefined ? undefined : await recordsOf(file, pipeline, key);
  const stale = findStale(latest, {
    templateDigest: template,
    profileDigest: profile,
    ...(records && { recordDigests: records }),
  });
  if (options.json) {
    const customers = stale.map(({ issue, reasons }) => ({ ...issue, reasons }));
    terminal.out(JSON.stringify({ issued: latest.length, stale: customers }, undefined, 2));
  } else {
    const { say, paintOut } = terminal;
    for (const { issue, reasons } of stale) {
      const why = reasons.map((reason) => say(REASONS[reason])).join(say({ ja: '、', en: ', ' }));
      terminal.out(
        `${paintOut('bold', issue.customerId)}  ${issue.controlNumber}  ${issue.issueDate}  ${why}`,
      );
    }
    terminal.out(
      say({
        ja: `発行した方 ${latest.length}名のうち、今と合わない方 ${stale.length}名。`,
        en: `${latest.length} customers have a sheet; ${stale.length} of these no longer match.`,
      }),
    );
  }
  return stale.length === 0 ? ALL_MADE : SOME_NOT_MADE;
}

const REASONS: Readonly<Record<StaleReason, Wording>> = {
  profile: { ja: '業者の設定が変わりました', en: 'the profile changed' },
  template: { ja: 'テンプレートが変わりました', en: 'the template changed' },
  record: { ja: '名簿の内容が変わりました', en: 'the record changed' },
  gone: { ja: '名簿にありません', en: 'not in the customer file' },
};

/** A record that cannot be read has no digest that could match. */
async function recordsOf(
  file: string,
  pipeline: Pipeline,
  key: LedgerKey,
): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for await (const { customerId, customer } of readCustomers(file))
    if (customerId !== undefined)
      digests.set(customerId, customer === undefined ? '' : key.digest(recordContent(customer, pipeline)));
  return digests;
}
