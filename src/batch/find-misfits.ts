/**
 * Takes the customers of a file and a way to try sheets, finds those whose sheets layout would refuse (records.md V07, V08, V18)
 * without laying out all of them: of customers whose sheets are alike, one as long as the longest of them is tried; where
 * that does not fit, some that are shorter, each of which stands for all who are longer in nothing.
 */

import type { Customer } from '../office/customers/customer.js';
import {
  createLongestCustomers,
  isLongerInNone,
  type LikeCustomers,
  type Rooms,
  roomsOf,
} from '../office/sheet/longest-customers.js';

export interface MisfitSearch {
  hear(customer: Customer): void;
  /** To be asked when all have been heard. Undefined where every sheet fits; else says whose does not. */
  judge(fits: FitTrial): Promise<((customer: Customer) => Promise<boolean>) | undefined>;
}

/** Whether a customer's sheet can be laid out. */
export type FitTrial = (customer: Customer) => boolean | Promise<boolean>;

/** The shortest that is tried is this part of the longest. */
const LEAST = 1 / 4;
/** Lengths of which it is known whether they fit; there are more only where hardly two customers are alike. */
const KNOWN = 500;

/** `factsOn`: how many facts a customer's sheet prints. */
export function searchMisfits(factsOn: (customer: Customer) => number): MisfitSearch {
  const heard = createLongestCustomers(factsOn);
  return {
    hear: heard.hear,
    async judge(fits) {
      const tight = new Map<LikeCustomers, (customer: Customer) => Promise<boolean>>();
      await Promise.all(
        heard.groups().map(async (group) => {
          if (await fits(group.customerOf(group.longest))) return;
          const least = group.longest.map((room) => Math.ceil(room * LEAST));
          const isShortFitting = await fits(group.customerOf(least));
          tight.set(group, isShortFitting ? byLengths(group, least, fits) : byFacts(factsOn, fits));
        }),
      );
      if (tight.size === 0) return undefined;
      return async (customer) => {
        const group = heard.groupOf(customer);
        return (await (group && tight.get(group))?.(customer)) ?? false;
      };
    },
  };
}

/** Says whose sheet does not fit, where that is a matter of lengths; `least` fit. */
function byLengths(group: LikeCustomers, least: Rooms, fits: FitTrial) {
  const fitting: Rooms[] = [least];
  const tight = new Set<string>();
  return async (customer: Customer): Promise<boolean> => {
    const rooms = roomsOf(customer);
    if (fitting.some((known) => isLongerInNone(rooms, known))) return false;
    const key = rooms.join();
    if (!tight.has(key) && fitting.length + tight.size < KNOWN) {
      if (await fits(group.customerOf(rooms))) {
        fitting.push(await widened(rooms, group, fits));
        return false;
      }
      tight.add(key);
    }
    // What its lengths say of the worst, its own words need not.
    return !(await fits(customer));
  };
}

/** Lengths that fit, with each that is not to blame as long as the longest: so they stand for most of the others. */
async function widened(rooms: Rooms, group: LikeCustomers, fits: FitTrial): Promise<Rooms> {
  let wide = rooms;
  for (const [index, longest] of group.longest.entries()) {
    if (wide[index] === longest) continue;
    const wider = wide.with(index, longest);
    if (await fits(group.customerOf(wider))) wide = wider;
  }
  return wide;
}

/** Not the lengths are to blame but the template: what it does to one sheet it does to all that say as much. */
function byFacts(factsOn: (customer: Customer) => number, fits: FitTrial) {
  const known = new Map<number, boolean>();
  return async (customer: Customer): Promise<boolean> => {
    const facts = factsOn(customer);
    const isMisfit = known.get(facts) ?? !(await fits(customer));
    known.set(facts, isMisfit);
    return isMisfit;
  };
}
