/**
 * Takes customers one after another, gives for those whose sheets are alike customers who are as long in every field as wanted:
 * where the sheet of such a one fits, so does that of everyone who is longer in none. Of the customers no more is kept than
 * lengths.
 */

import type { Customer } from '../customers/customer.js';
import { kindOf } from './kind.js';
import type { Kind } from './sheet.js';

/** The length of each field, in the order of `roomsOf`. */
export type Rooms = readonly number[];

export interface LikeCustomers {
  /** Tells the group from the others. */
  readonly name: string;
  /** Of each field the longest that was heard. */
  readonly longest: Rooms;
  /** A customer of the group whose fields are as long as this. */
  customerOf(rooms: Rooms): Customer;
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

/** Also what the mail address has before its `@`, how many devices there are, and the longest of their names. */
export function roomsOf(customer: Customer): Rooms {
  const { mailAddress, deviceList } = customer;
  return [
    ...FILLED.map((field) => roomOf(customer, field)),
    mailAddress.lastIndexOf('@'),
    deviceList.length,
    Math.max(0, ...deviceList.map(kanjiRoom)),
  ];
}

export const isLongerInNone = (rooms: Rooms, than: Rooms): boolean =>
  rooms.every((room, index) => room <= (than[index] ?? 0));

class Group implements LikeCustomers {
  readonly name: string;
  readonly #factsOn: (customer: Customer) => number;
  /** Of the customer whose sheet says most. */
  #most: Customer;
  readonly #kinds = new Set<Kind>();
  #longest: Rooms = [];
  #domain = '';

  constructor(name: string, first: Customer, factsOn: (customer: Customer) => number) {
    this.name = name;
    this.#most = first;
    this.#factsOn = factsOn;
  }

  get longest(): Rooms {
    return this.#longest;
  }

  hear(customer: Customer): void {
    const kind = kindOf(customer);
    if (!this.#kinds.has(kind)) {
      this.#kinds.add(kind);
      if (this.#factsOn(customer) > this.#factsOn(this.#most)) this.#most = customer;
    }
    this.#longest = roomsOf(customer).map((room, index) => Math.max(room, this.#longest[index] ?? 0));
    const domain = customer.mailAddress.slice(customer.mailAddress.lastIndexOf('@'));
    if (domain.length > this.#domain.length) this.#domain = domain;
  }

  customerOf(rooms: Rooms): Customer {
    const customer: { -readonly [Key in keyof Customer]: Customer[Key] } = { ...this.#most };
    for (const [index, field] of FILLED.entries()) {
      const room = rooms[index] ?? 0;
      if (room > 0) customer[field] = filling(FILLINGS[field], room);
      else if (!isNeeded(field)) delete customer[field];
    }
    const [local = 0, devices = 0, deviceRoom = 0] = rooms.slice(FILLED.length);
    const device = filling('kanji', deviceRoom);
    return {
      ...customer,
      honorific: '先生',
      mailAddress: filling('look-alikes', Math.max(1, local)) + this.#domain,
      deviceList: Array<string>(devices).fill(device),
      ...(devices > 0 && { firstDevice: device }),
      // No date takes more room.
      issueDate: '2028-12-28',
    };
  }
}

const isNeeded = (field: Filled): field is 'customerId' | 'name' =>
  field === 'customerId' || field === 'name';

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
