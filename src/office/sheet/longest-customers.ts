/**
 * Takes customers one after another, gives for those whose sheets are alike one customer who is as long in every field as the
 * longest of them: where that sheet fits, all of theirs do. Of the customers no more is kept than these lengths.
 */

import type { Customer } from '../customers/customer.js';
import { kindOf } from './kind.js';
import type { Kind } from './sheet.js';

export interface LikeCustomers {
  /** Tells the group from the others. */
  readonly name: string;
  /** `share`: the fields only as long as this part of the longest, from 0 to 1. */
  longest(share: number): Customer;
  /** Whether one of the customer's fields is longer than this share allows. */
  isLonger(customer: Customer, share: number): boolean;
}

export interface LongestCustomers {
  hear(customer: Customer): void;
  groups(): readonly LikeCustomers[];
  groupOf(customer: Customer): LikeCustomers | undefined;
}

/** `factsOn`: how many facts a customer's sheet prints. */
export function createLongestCustomers(factsOn: (customer: Customer) => number): LongestCustomers {
  const groups = new Map<string, Group>();
  return {
    hear(customer) {
      const name = nameOf(customer);
      const group = groups.get(name) ?? new Group(name, customer, factsOn);
      groups.set(name, group);
      group.hear(customer);
    },
    groups: () => [...groups.values()],
    groupOf: (customer) => groups.get(nameOf(customer)),
  };
}

/**
 * What chooses type, places and the plan of pages. Of the kinds that share these, the sheet of the one with the most to say
 * stands for all: they differ by sentences, of which no page is so full that one more would fill it.
 */
const nameOf = ({ connection, largePrint, deliveryMethod }: Customer): string =>
  [connection === 'undecided', largePrint, deliveryMethod].join();

type Filling = 'kanji' | 'letters' | 'look-alikes';

/** What each text is filled with: nothing that the field may hold takes more room. */
const FILLINGS = {
  customerId: 'letters',
  contractId: 'letters',
  name: 'kanji',
  address1: 'kanji',
  address2: 'kanji',
  building: 'kanji',
  mailUserName: 'look-alikes',
  initialPassword: 'look-alikes',
  senderName: 'kanji',
  issuedBy: 'kanji',
  branch: 'kanji',
  reissueReason: 'kanji',
  remarks: 'kanji',
} as const satisfies Partial<Record<keyof Customer, Filling>>;

type Filled = keyof typeof FILLINGS;
const FILLED = Object.keys(FILLINGS) as readonly Filled[];

class Group implements LikeCustomers {
  readonly name: string;
  readonly #factsOn: (customer: Customer) => number;
  /** Of the customer whose sheet says most. */
  #most: Customer;
  readonly #kinds = new Set<Kind>();
  readonly #rooms = new Map<Filled, number>();
  #mailAddress = '';
  #devices = 0;
  #deviceRoom = 0;

  constructor(name: string, first: Customer, factsOn: (customer: Customer) => number) {
    this.name = name;
    this.#most = first;
    this.#factsOn = factsOn;
  }

  hear(customer: Customer): void {
    const kind = kindOf(customer);
    if (!this.#kinds.has(kind)) {
      this.#kinds.add(kind);
      if (this.#factsOn(customer) > this.#factsOn(this.#most)) this.#most = customer;
    }
    for (const field of FILLED) {
      const room = roomOf(customer, field);
      if (room > (this.#rooms.get(field) ?? 0)) this.#rooms.set(field, room);
    }
    const { mailAddress, deviceList } = customer;
    if (mailAddress.length > this.#mailAddress.length) this.#mailAddress = mailAddress;
    this.#devices = Math.max(this.#devices, deviceList.length);
    this.#deviceRoom = Math.max(this.#deviceRoom, ...deviceList.map(kanjiRoom));
  }

  longest(share: number): Customer {
    const texts = [...this.#rooms].map(([field, room]) => [
      field,
      filling(FILLINGS[field], Math.max(1, Math.floor(room * share))),
    ]);
    const at = this.#mailAddress.lastIndexOf('@');
    const local = filling('look-alikes', Math.max(1, Math.floor(at * share)));
    const device = filling('kanji', Math.floor(this.#deviceRoom * share));
    const deviceList = Array<string>(Math.ceil(this.#devices * share)).fill(device);
    return {
      ...this.#most,
      ...Object.fromEntries(texts),
      honorific: '先生',
      mailAddress: local + this.#mailAddress.slice(at),
      deviceList,
      ...(deviceList.length > 0 && { firstDevice: device }),
      // No date takes more room.
      issueDate: '2028-12-28',
    };
  }

  isLonger(customer: Customer, share: number): boolean {
    const { mailAddress, deviceList } = customer;
    return (
      FILLED.some((field) => roomOf(customer, field) > Math.floor((this.#rooms.get(field) ?? 0) * share)) ||
      mailAddress.lastIndexOf('@') > Math.floor(this.#mailAddress.lastIndexOf('@') * share) ||
      deviceList.length > Math.ceil(this.#devices * share) ||
      deviceList.some((device) => kanjiRoom(device) > Math.floor(this.#deviceRoom * share))
    );
  }
}

function roomOf(customer: Customer, field: Filled): number {
  const value = customer[field];
  if (value === undefined) return 0;
  return FILLINGS[field] === 'kanji' ? kanjiRoom(value) : value.length;
}

/**
 * In kanji, which may end a line anywhere. A word may have to begin a new line, and what must not begin or end one may draw its neighbour
 * with it: so each of these counts twice.
 */
const kanjiRoom = (text: string): number => [...text].length + (text.match(KEPT_TOGETHER)?.length ?? 0);

const KEPT_TOGETHER =
  /[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000]|[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々]/gu;

/** Of what may be misread, each is explained on the sheet. */
const LOOK_ALIKES = '0Oo1lIi2Zz5S8Brnvv_-.';

function filling(kind: Filling, length: number): string {
  switch (kind) {
    case 'kanji':
      return '国'.repeat(length);
    case 'letters':
      return 'W'.repeat(length);
    case 'look-alikes':
      return LOOK_ALIKES.repeat(Math.ceil(length / LOOK_ALIKES.length)).slice(0, length);
  }
}
