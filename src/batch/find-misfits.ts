/**
 * Takes the customers of a file and a way to try sheets, finds those whose sheets layout would refuse (records.md V07, V08, V18)
 * without laying out all of them: of customers whose sheets are alike, one as long as the longest of them is tried; only where
 * that does not fit are the long ones looked at, each for itself.
 */

import type { Customer } from '../office/customers/customer.js';
import { createLongestCustomers, type LikeCustomers } from '../office/sheet/longest-customers.js';

export interface MisfitSearch {
  hear(customer: Customer): void;
  /** To be asked when all have been heard. Undefined where every sheet fits; else says whose does not. */
  judge(fits: FitTrial): Promise<((customer: Customer) => Promise<boolean>) | undefined>;
}

/** Whether a customer's sheet can be laid out. */
export type FitTrial = (customer: Customer) => boolean | Promise<boolean>;

/** Of the longest. */
const LEAST = 0.25;
const BETWEEN = [0.75, 0.5];

/** `factsOn`: how many facts a customer's sheet prints. */
export function searchMisfits(factsOn: (customer: Customer) => number): MisfitSearch {
  const longest = createLongestCustomers(factsOn);
  return {
    hear: longest.hear,
    async judge(fits) {
      const tight = new Map<LikeCustomers, number>();
      await Promise.all(
        longest.groups().map(async (group) => {
          const share = await largestFitting(group, fits);
          if (share < 1) tight.set(group, share);
        }),
      );
      if (tight.size === 0) return undefined;
      const byFacts = new Map<string, boolean>();
      return async (customer) => {
        const group = longest.groupOf(customer);
        const share = group && tight.get(group);
        if (group === undefined || share === undefined) return false;
        if (share > 0) return group.isLonger(customer, share) && !(await fits(customer));
        // Not the lengths are to blame but the template: what it does to one sheet it does to all that say as much.
        const same = `${group.name} ${factsOn(customer)}`;
        const known = byFacts.get(same) ?? !(await fits(customer));
        byFacts.set(same, known);
        return known;
      };
    },
  };
}

/** 0 where none fits. */
async function largestFitting(group: LikeCustomers, fits: FitTrial): Promise<number> {
  if (await fits(group.longest(1))) return 1;
  if (!(await fits(group.longest(LEAST)))) return 0;
  for (const share of BETWEEN) if (await fits(group.longest(share))) return share;
  return LEAST;
}
