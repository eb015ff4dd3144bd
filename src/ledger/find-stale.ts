/** Takes the last sheet of each customer and what is current, gives the customers whose sheet no longer matches, and why. */

import type { Issue } from './issue.js';

/** `gone`: the customer is not in the file that was asked about. */
export type StaleReason = 'profile' | 'template' | 'record' | 'gone';

export interface Current {
  readonly profileDigest: string;
  readonly templateDigest: string;
  /** By customer number; undefined where no file was given to compare with. */
  readonly recordDigests?: ReadonlyMap<string, string>;
}

export interface Stale {
  readonly issue: Issue;
  readonly reasons: readonly StaleReason[];
}

export const staleReasons = (issue: Issue, current: Current): readonly StaleReason[] => [
  ...(issue.profileDigest === current.profileDigest ? [] : ['profile' as const]),
  ...(issue.templateDigest === current.templateDigest ? [] : ['template' as const]),
  ...recordReasons(issue, current.recordDigests),
];

function recordReasons(
  { customerId, recordDigest }: Issue,
  records: Current['recordDigests'],
): readonly StaleReason[] {
  if (records === undefined) return [];
  const now = records.get(customerId);
  if (now === undefined) return ['gone'];
  return now === recordDigest ? [] : ['record'];
}

export const findStale = (latest: readonly Issue[], current: Current): readonly Stale[] =>
  latest
    .map((issue) => ({ issue, reasons: staleReasons(issue, current) }))
    .filter(({ reasons }) => reasons.length > 0);
