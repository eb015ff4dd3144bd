/** Takes a ledger's file and who issues with what, gives the book that a batch writes into; many sheets go into the ledger at once. */

import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import type { IssueBook, IssuedFile } from '../batch/issue-book.js';
import type { Customer } from '../office/customers/customer.js';
import type { Sheet } from '../office/sheet/sheet.js';
import type { Worker } from '../storage/lock-file.js';
import type { Issue } from './issue.js';
import { keyFileOf, type LedgerKey, makeKey, readKey, refuseKey } from './ledger-key.js';
import { recordIssues } from './record-issues.js';
import { useLedger } from './use-ledger.js';
import { namesCustomer, withoutPersonal } from './without-personal.js';

/** What all sheets of a run have in common, and what only a face can know. */
export interface Issuer {
  readonly worker: Worker;
  readonly now: () => string;
  /** For the key of a new ledger: 32 bytes. */
  readonly random: () => Uint8Array;
  readonly annai: string;
  readonly template: string;
  readonly profile: string;
  readonly run: Pick<Issue, 'runDate' | 'runEdition' | 'risky' | 'standard' | 'locked'>;
  /** Everything of a record that its sheet may print. */
  readonly content: (customer: Customer) => string;
}

const AT_ONCE = 50;

/** Makes the ledger where there is none. Throws a ProblemError where it cannot be used. */
export function openLedgerBook(file: string, issuer: Issuer): IssueBook {
  const { worker } = issuer;
  const key = useLedger(file, worker, (database) => keyOf(database, file, issuer.random), {
    make: true,
    thoroughly: true,
  });
  let pending: Issue[] = [];
  const flush = () => {
    if (pending.length === 0) return;
    const issues = pending;
    useLedger(file, worker, (database) => recordIssues(database, issues));
    pending = [];
  };
  return {
    draft(sheet, pages) {
      const about = aboutSheet(sheet, pages, issuer, key);
      const { customer } = sheet;
      const personal = (text: string) => namesCustomer(text, customer);
      return {
        placed(placed, position) {
          pending.push({
            ...about,
            ...aboutFile(placed, file, key, personal),
            position,
            issuedAt: issuer.now(),
          });
          if (pending.length >= AT_ONCE) flush();
        },
      };
    },
    flush,
  };
}

/** The key that the ledger's digests were made with. */
export function keyOf(database: Database, file: string, random?: () => Uint8Array): LedgerKey {
  const check = database.get('SELECT key_check FROM ledger')?.key_check;
  if (check === undefined && random !== undefined) {
    makeKey(file, random());
    const made = readKey(file);
    database.run('INSERT INTO ledger (key_check) VALUES (?)', [made.check]);
    return made;
  }
  const key = readKey(file);
  return key.check === check ? key : refuseKey(keyFileOf(file));
}

type AboutSheet = Omit<Issue, keyof AboutFile | 'position' | 'issuedAt'>;
type AboutFile = Pick<Issue, 'pdfDigest' | 'targetDigest' | 'file' | 'title'>;

function aboutSheet(
  { customer, provider, kind, edition, issueDate, controlNumber, templateRevision }: Sheet,
  pages: number,
  { worker, annai, template, profile, run, content }: Issuer,
  key: LedgerKey,
): AboutSheet {
  const { customerId, issuedBy, reissueReason } = customer;
  return {
    controlNumber,
    customerId,
    kind,
    edition,
    issueDate,
    ...run,
    provider: provider.id,
    profileRevision: provider.revision,
    profileDigest: profile,
    templateRevision,
    templateDigest: template,
    annai: createHash('sha256').update(annai).digest('hex'),
    recordDigest: key.digest(content(customer)),
    pages,
    issuedBy: worker.user,
    ...(issuedBy !== undefined && { clerk: withoutPersonal(issuedBy, customer) }),
    ...(reissueReason !== undefined && { reissueReason: withoutPersonal(reissueReason, customer) }),
  };
}

/** A path or title that says who the customer is stays out; the file is known by its digest all the same. */
function aboutFile(
  { path, sha256, title }: IssuedFile,
  ledger: string,
  key: LedgerKey,
  personal: (text: string) => boolean,
): AboutFile {
  const file = seenFrom(ledger, path);
  return {
    pdfDigest: key.digest(sha256),
    targetDigest: key.digest(resolve(path)),
    ...(!personal(file) && { file }),
    ...(title !== undefined && !personal(title) && { title }),
  };
}

/** Office and sheets may move together: what lies beside or below the ledger is named from there. */
function seenFrom(ledger: string, path: string): string {
  const from = relative(dirname(resolve(ledger)), resolve(path));
  return from.startsWith('..') || isAbsolute(from) ? resolve(path) : from;
}

export const pathSeenFrom = (ledger: string, file: string): string =>
  isAbsolute(file) ? file : join(dirname(resolve(ledger)), file);
