/** Takes issues and the records of today, makes each sheet (or its whole print file) again, gives the digests of the bytes. */

import { createHash } from 'node:crypto';
import type { Customer } from '../office/customers/customer.js';
import type { Pipeline } from '../pipeline.js';
import { ProblemError } from '../problem.js';
import type { Issue } from './issue.js';

/** `no-record`: a customer is missing; `not-made`: a rule refuses the record today; `title-unknown`: of a print file. */
export type IssueDigest = { readonly sha256: string } | 'no-record' | 'not-made' | 'title-unknown' | 'locked';

/** `all`: of a print file every sheet is needed, not only those wanted. `pipelineFor` gives one with the issue's options. */
export function remakeIssues(
  wanted: readonly Issue[],
  all: readonly Issue[],
  customerOf: (issue: Issue) => Customer | undefined,
  pipelineFor: (issue: Issue) => Pipeline,
): ReadonlyMap<Issue, IssueDigest> {
  const remembered = rememberLast(pipelineFor);
  const remade = new Map<Issue, IssueDigest>();
  const files = new Map<string, IssueDigest>();
  const ordered = [...wanted].sort((a, b) => (optionsOf(a) < optionsOf(b) ? -1 : 1));
  for (const issue of ordered) {
    if (issue.locked) {
      remade.set(issue, 'locked');
      continue;
    }
    if (issue.position === 0) {
      remade.set(
        issue,
        attempt(() => ownFile(issue, customerOf, remembered)),
      );
      continue;
    }
    const file = `${issue.targetDigest} ${issue.pdfDigest}`;
    const digest =
      files.get(file) ??
      attempt(() =>
        printFile(
          all.filter((each) => file === `${each.targetDigest} ${each.pdfDigest}`),
          customerOf,
          remembered,
        ),
      );
    files.set(file, digest);
    remade.set(issue, digest);
  }
  return remade;
}

/** What the pipeline must be told. Sheets of one run have it in common. */
const optionsOf = ({ runDate, runEdition, risky, standard }: Issue): string =>
  `${runDate} ${runEdition} ${risky} ${standard}`;

function rememberLast(pipelineFor: (issue: Issue) => Pipeline): (issue: Issue) => Pipeline {
  let last: { readonly options: string; readonly pipeline: Pipeline } | undefined;
  return (issue) => {
    const options = optionsOf(issue);
    if (last?.options !== options) last = { options, pipeline: pipelineFor(issue) };
    return last.pipeline;
  };
}

function ownFile(
  issue: Issue,
  customerOf: (issue: Issue) => Customer | undefined,
  pipelineFor: (issue: Issue) => Pipeline,
): IssueDigest {
  const customer = customerOf(issue);
  if (customer === undefined) return 'no-record';
  return { sha256: createHash('sha256').update(pipelineFor(issue).render(customer)).digest('hex') };
}

function printFile(
  sheets: readonly Issue[],
  customerOf: (issue: Issue) => Customer | undefined,
  pipelineFor: (issue: Issue) => Pipeline,
): IssueDigest {
  const [first] = sheets;
  if (first?.title === undefined || sheets.some(({ title }) => title === undefined)) return 'title-unknown';
  const hash = createHash('sha256');
  const pipeline = pipelineFor(first);
  const file = pipeline.openPrintFile((chunk) => hash.update(chunk), first.title);
  for (const issue of [...sheets].sort((a, b) => a.position - b.position)) {
    const customer = customerOf(issue);
    if (customer === undefined) return 'no-record';
    file.append(pipeline.compose(customer));
  }
  file.end();
  return { sha256: hash.digest('hex') };
}

function attempt(make: () => IssueDigest): IssueDigest {
  try {
    return make();
  } catch (error) {
    if (error instanceof ProblemError) return 'not-made';
    throw error;
  }
}
