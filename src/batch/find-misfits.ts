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

/** Lengths are tried in quarters of the longest. */
const STEPS = 4;
/** Lengths of which it is known whether they fit; there are more only where no two customers are alike. */
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
          const least = group.longest.map((room) => Math.ceil(room / STEPS));
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
  const tried = new Set<string>();
  return async (customer: Customer): Promise<boolean> => {
    const rooms = roomsOf(customer);
    if (fitting.some((known) => isLongerInNone(rooms, known))) return false;
    const rounded = roundedUp(rooms, group.longest);
    if (!tried.has(rounded.join()) && tried.size < KNOWN) {
      tried.add(rounded.join());
      if (await fits(group.customerOf(rounded))) {
        fitting.push(rounded);
        return false;
      }
    }
    return !(await fits(customer));
  };
}

const roundedUp = (rooms: Rooms, longest: Rooms): Rooms =>
  rooms.map((room, index) => {
    const most = longest[index] ?? 0;
    return most === 0 ? 0 : Math.floor((most * Math.ceil((STEPS * room) / most)) / STEPS);
  });

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
