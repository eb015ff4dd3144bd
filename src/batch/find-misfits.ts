/**
 * Takes the customers of a file and a way to try sheets, finds those whose sheets layout would refuse (records.md V07, V08, V18)
 * without laying out all of them: of customers whose sheets are alike, one as long as the longest of them is tried; only where
 * that does not fit are the long ones looked at, each for itself.
 */

import type { Customer } from '../office/customers/customer.js';
import { createLongestCustomers, type LikeCustomers } from '../office/sheet/longest-customers.js';

export interface MisfitSearch {
  hear(customer: Customer): void;
  /** To be asked when all have been heard. Undefined where every sheet fits; else says whose sheet may not. */
  suspects(fits: FitTrial): Promise<((customer: Customer) => boolean) | undefined>;
}

/** Whether a customer's sheet can be laid out. */
export type FitTrial = (customer: Customer) => boolean | Promise<boolean>;

/** Of the longest, in the order in which they are tried. */
const SHARES = [1, 0.75, 0.5, 0.25];

/** 0 where none fits: the template may be to blame, which each sheet will say. */
async function largestFitting(group: LikeCustomers, fits: FitTrial): Promise<number> {
  for (const share of SHARES) if (await fits(group.longest(share))) return share;
  return 0;
}

/** `factsOn`: how many facts a customer's sheet prints. */
export function searchMisfits(factsOn: (customer: Customer) => number): MisfitSearch {
  const longest = createLongestCustomers(factsOn);
  return {
    hear: longest.hear,
    async suspects(fits) {
      const tight = new Map<LikeCustomers, number>();
      await Promise.all(
        longest.groups().map(async (group) => {
          const share = await largestFitting(group, fits);
          if (share < 1) tight.set(group, share);
        }),
      );
      if (tight.size === 0) return undefined;
      return (customer) => {
        const group = longest.groupOf(customer);
        const share = group && tight.get(group);
        return share !== undefined && (share === 0 || longest.exceeds(customer, share));
      };
    },
  };
}
