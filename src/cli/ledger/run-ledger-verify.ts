/** Takes the ledger and the customer file, makes the sheets again as they were issued, and prints whether they are the same bytes. */

import { readFileSync, statSync } from 'node:fs';
import { sha256 } from '../../batch/folder-account.js';
import { officeDigests, recordContent } from '../../batch/source-digest.js';
import { findIssues, latestIssues } from '../../ledger/find-issues.js';
import { staleReasons } from '../../ledger/find-stale.js';
import type { Issue } from '../../ledger/issue.js';
import { keyOf, pathSeenFrom } from '../../ledger/ledger-book.js';
import type { LedgerKey } from '../../ledger/ledger-key.js';
import { type IssueDigest, remakeIssues } from '../../ledger/remake-issues.js';
import type { Customer } from '../../office/customers/customer.js';
import { readCustomers } from '../../office/customers/read-customers.js';
import { createPipeline } from '../../pipeline.js';
import type { Wording } from '../../problem.js';
import { ALL_MADE, type ExitCode, SOME_NOT_MADE } from '../exit-code.js';
import { pipelineOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';
import { revision } from '../version.js';
import type { LedgerVerifyOptions } from './ledger-options.js';
import { inLedger } from './open-issues.js';

/** `same`: made again, it is the same bytes. What else can be: */
type Finding =
  | 'same'
  | 'differs'
  | 'record-changed'
  | 'profile-changed'
  | 'template-changed'
  | 'annai-changed'
  | 'no-record'
  | 'not-made'
  | 'title-unknown'
  | 'locked';
/** What became of the file. */
type OnDisk = 'whole' | 'gone' | 'changed' | 'unknown';

interface Verified {
  readonly issue: Issue;
  readonly findings: readonly Finding[];
  readonly onDisk: OnDisk;
}

export async function runLedgerVerify(
  file: string,
  options: LedgerVerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { issues, key, ledger } = inLedger(options, (database, name) => ({
    issues: findIssues(database),
    key: keyOf(database, name),
    ledger: name,
  }));
  const customers = new Map<string, Customer>();
  for await (const { customer } of readCustomers(file))
    if (customer !== undefined) customers.set(customer.customerId, customer);
  const wanted = options.all ? issues : latestIssues(issues);
  const remade = remakeIssues(
    wanted,
    issues,
    (issue) => customers.get(issue.customerId),
    ({ runDate, runEdition, risky, standard }) =>
      createPipeline({
        ...pipelineOptions({ ...options, issueDate: runDate }),
        allowRisky: risky,
        ...(runEdition !== undefined && { edition: runEdition }),
        ...(standard !== undefined && { standard }),
      }),
  );
  const sheetOptions = pipelineOptions(options);
  const pipeline = createPipeline(sheetOptions);
  const office = officeDigests(pipeline, sheetOptions);
  const records = new Map(
    [...customers].map(([id, customer]) => [id, key.digest(recordContent(customer, pipeline))]),
  );
  const annai = sha256(Buffer.from(revision()));
  const verified = wanted.map((issue): Verified => {
    const made = remade.get(issue);
    const found = foundOf(issue, made, key);
    const causes = staleReasons(issue, {
      profileDigest: office.profile,
      templateDigest: office.template,
      recordDigests: records,
    }).flatMap((reason) => (reason === 'gone' ? [] : [`${reason}-changed` as const]));
    const build = issue.annai === annai ? [] : ['annai-changed' as const];
    const findings = found === 'differs' ? [found, ...causes, ...build] : [found];
    return { issue, findings, onDisk: onDiskOf(issue, key, ledger) };
  });
  print(verified, options, terminal);
  return verified.every(isSound) ? ALL_MADE : SOME_NOT_MADE;
}

const isSound = ({ findings, onDisk }: Verified): boolean =>
  findings[0] === 'same' ? onDisk !== 'changed' : findings[0] === 'locked' && onDisk === 'whole';

function foundOf({ pdfDigest }: Issue, made: IssueDigest | undefined, key: LedgerKey): Finding {
  if (made === undefined) return 'no-record';
  if (typeof made === 'string') return made;
  return key.digest(made.sha256) === pdfDigest ? 'same' : 'differs';
}

/** A sheet that was printed and removed is no fault; one that is there must be what was issued. */
function onDiskOf({ file, pdfDigest }: Issue, key: LedgerKey, ledger: string): OnDisk {
  if (file === undefined) return 'unknown';
  const path = pathSeenFrom(ledger, file);
  // A folder or a pipe of that name is not what was issued.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return 'gone';
  return key.digest(sha256(readFileSync(path))) === pdfDigest ? 'whole' : 'changed';
}

function print(verified: readonly Verified[], { json }: LedgerVerifyOptions, terminal: Terminal): void {
  const sound = verified.filter(isSound).length;
  if (json) {
    const sheets = verified.map(({ issue, findings, onDisk }) => ({ ...issue, findings, onDisk }));
    terminal.out(JSON.stringify({ sound, unsound: verified.length - sound, sheets }, undefined, 2));
    return;
  }
  const { say, paintOut } = terminal;
  for (const { issue, findings, onDisk } of verified.filter((each) => !isSound(each))) {
    const words = [
      ...findings.map((finding) => FINDINGS[finding]),
      ...(onDisk === 'changed' ? [FILE_CHANGED] : []),
    ];
    const told = words.map(say).join(say({ ja: '、', en: ', ' }));
    terminal.out(`${paintOut('bold', issue.customerId)}  ${issue.controlNumber}  ${told}`);
  }
  terminal.out(
    say({
      ja: `${verified.length}件を作り直して比べました。同じ ${sound}件、確かめられない・違う ${verified.length - sound}件。`,
      en: `${verified.length} made again: ${sound} the same, ${verified.length - sound} different or not to be proved.`,
    }),
  );
}

const FILE_CHANGED: Wording = {
  ja: '置いてあるファイルが、発行したものと違います',
  en: 'the file that is there is not what was issued',
};

const FINDINGS: Readonly<Record<Finding, Wording>> = {
  same: { ja: '同じものができます', en: 'the same bytes' },
  differs: { ja: '同じものはできません', en: 'made again, it differs' },
  'record-changed': { ja: '名簿の内容が変わっています', en: 'the record changed' },
  'profile-changed': { ja: '業者の設定が変わっています', en: 'the profile changed' },
  'template-changed': { ja: 'テンプレートが変わっています', en: 'the template changed' },
  'annai-changed': { ja: '別の版の annai で作られています', en: 'made by another build of annai' },
  'no-record': { ja: '名簿にこの方がいません', en: 'the customer is not in the file' },
  'not-made': { ja: '今の名簿や設定では作れません', en: 'it cannot be made from what is current' },
  locked: {
    ja: 'パスワード付きのため、作り直して比べることはできません',
    en: 'locked with a password: made again, it is never the same bytes',
  },
  'title-unknown': {
    ja: '印刷用ファイルの題にお客様の情報があり、記録していないため、作り直せません',
    en: 'the title of its print file was not kept, for it told who the customer is',
  },
};
