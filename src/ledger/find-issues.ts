/** Takes an open ledger and a question, gives the issues that answer it, oldest first. */

import type { Database } from 'node-sqlite3-wasm';
import type { Issue } from './issue.js';
import { issueOf } from './issue-columns.js';

export interface IssueQuestion {
  /** Of one customer, by number. */
  readonly customerId?: string;
  /** Issued at this moment or later, as `issuedAt` is written. */
  readonly since?: string;
}

export function findIssues(database: Database, { customerId, since }: IssueQuestion = {}): readonly Issue[] {
  const rows = database.all(
    'SELECT * FROM issue WHERE (?1 IS NULL OR customer_id = ?1) AND (?2 IS NULL OR issued_at >= ?2) ORDER BY id',
    [customerId ?? null, since ?? null],
  );
  return rows.map(issueOf);
}

/** Of each customer the sheet issued last, in the order of the customer numbers. */
export function latestIssues(issues: readonly Issue[]): readonly Issue[] {
  const latest = new Map(issues.map((issue) => [issue.customerId, issue]));
  return [...latest.values()].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
}
