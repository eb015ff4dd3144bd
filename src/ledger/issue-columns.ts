/** Says in which column of the ledger each field of an issue stands, and turns the one into the other. */

import * as v from 'valibot';
import type { Issue } from './issue.js';

export const COLUMNS = {
  controlNumber: 'control_number',
  customerId: 'customer_id',
  kind: 'kind',
  edition: 'edition',
  issueDate: 'issue_date',
  runDate: 'run_date',
  runEdition: 'run_edition',
  risky: 'risky',
  standard: 'standard',
  locked: 'locked',
  provider: 'provider',
  profileRevision: 'profile_revision',
  profileDigest: 'profile_digest',
  templateRevision: 'template_revision',
  templateDigest: 'template_digest',
  annai: 'annai',
  recordDigest: 'record_digest',
  pdfDigest: 'pdf_digest',
  targetDigest: 'target_digest',
  file: 'file',
  position: 'position',
  title: 'title',
  pages: 'pages',
  issuedAt: 'issued_at',
  issuedBy: 'issued_by',
  clerk: 'clerk',
  reissueReason: 'reissue_reason',
} as const satisfies Readonly<Record<keyof Issue, string>>;

export type Column = keyof typeof COLUMNS;

export const columnValues = (issue: Issue): (string | number | null)[] =>
  (Object.keys(COLUMNS) as readonly Column[]).map((name) => {
    const value = issue[name];
    return typeof value === 'boolean' ? Number(value) : (value ?? null);
  });

const text = v.string();
const perhaps = v.pipe(
  v.nullable(v.string()),
  v.transform((value) => value ?? undefined),
);

const flag = v.pipe(
  v.number(),
  v.transform((value) => value !== 0),
);

const RowSchema = v.object({
  control_number: text,
  customer_id: text,
  kind: v.picklist(['PSK', 'PSD', 'PSN', 'PMK', 'PMD', 'PMN', 'IS', 'IM', 'U']),
  edition: v.picklist(['normal', 'large']),
  issue_date: text,
  run_date: text,
  run_edition: v.pipe(
    v.nullable(v.picklist(['normal', 'large'])),
    v.transform((value) => value ?? undefined),
  ),
  risky: flag,
  standard: v.pipe(
    v.nullable(v.picklist(['a-2a+ua-1', 'a-2a', 'ua-1', 'none'])),
    v.transform((value) => value ?? undefined),
  ),
  locked: flag,
  provider: text,
  profile_revision: text,
  profile_digest: text,
  template_revision: text,
  template_digest: text,
  annai: text,
  record_digest: text,
  pdf_digest: text,
  target_digest: text,
  file: perhaps,
  position: v.number(),
  title: perhaps,
  pages: v.number(),
  issued_at: text,
  issued_by: text,
  clerk: perhaps,
  reissue_reason: perhaps,
});

/** Throws valibot's error for a row that annai cannot have written. */
export function issueOf(row: unknown): Issue {
  const values = v.parse(RowSchema, row);
  const fields = (Object.keys(COLUMNS) as readonly Column[]).flatMap((name) => {
    const value = values[COLUMNS[name]];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields) as unknown as Issue;
}
