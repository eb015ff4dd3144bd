/** Takes an open ledger of whatever age, brings its tables to today's form, one version after another, all or nothing. */

import type { Database } from 'node-sqlite3-wasm';

/** Says of a file that it is annai's ledger: "anna". */
export const APPLICATION_ID = 0x616e6e61;

/** What leads from version n to version n + 1. Never changed once released: a new form is a new step. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE ledger (key_check TEXT NOT NULL) STRICT;
   CREATE TABLE issue (
     id INTEGER PRIMARY KEY,
     control_number TEXT NOT NULL,
     customer_id TEXT NOT NULL,
     kind TEXT NOT NULL,
     edition TEXT NOT NULL,
     issue_date TEXT NOT NULL,
     run_date TEXT NOT NULL,
     run_edition TEXT,
     risky INTEGER NOT NULL,
     standard TEXT,
     locked INTEGER NOT NULL,
     provider TEXT NOT NULL,
     profile_revision TEXT NOT NULL,
     profile_digest TEXT NOT NULL,
     template_revision TEXT NOT NULL,
     template_digest TEXT NOT NULL,
     annai TEXT NOT NULL,
     record_digest TEXT NOT NULL,
     pdf_digest TEXT NOT NULL,
     target_digest TEXT NOT NULL,
     file TEXT,
     position INTEGER NOT NULL,
     title TEXT,
     pages INTEGER NOT NULL,
     issued_at TEXT NOT NULL,
     issued_by TEXT NOT NULL,
     clerk TEXT,
     reissue_reason TEXT,
     UNIQUE (customer_id, control_number, edition, pdf_digest, target_digest, position)
   ) STRICT;`,
  'CREATE INDEX issue_of_customer ON issue (customer_id, id);',
];

export function versionOf(database: Database): number {
  return Number(database.get('PRAGMA user_version')?.user_version);
}

export function migrate(database: Database, steps: readonly string[] = MIGRATIONS): void {
  const from = versionOf(database);
  if (from >= steps.length) return;
  database.exec('BEGIN EXCLUSIVE');
  try {
    for (const step of steps.slice(from)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${steps.length}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
