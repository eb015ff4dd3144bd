/** Takes sheets that were issued, notes each once in an open ledger. */

import type { Database } from 'node-sqlite3-wasm';
import type { Issue } from './issue.js';
import { COLUMNS, type Column, columnValues } from './issue-columns.js';

const names = Object.keys(COLUMNS) as readonly Column[];
/** The same sheet in the same file, made again by a run that was taken up, was issued once. */
const INSERT = `INSERT OR IGNORE INTO issue (${names.map((name) => COLUMNS[name]).join(', ')}) VALUES (${names
  .map(() => '?')
  .join(', ')})`;

export function recordIssues(database: Database, issues: readonly Issue[]): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const issue of issues) database.run(INSERT, columnValues(issue));
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
