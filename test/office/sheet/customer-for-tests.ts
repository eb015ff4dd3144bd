import type { Connection, Customer, Devices, LeaveOnServer } from '../../../src/office/customers/customer.js';
import type { Kind } from '../../../src/office/sheet/sheet.js';

type Traits = readonly [connection: Connection, devices: Devices, leaveOnServer?: LeaveOnServer];

const TRAITS: Readonly<Record<Kind, Traits>> = {
  PSK: ['POP', 'single', 'keep'],
  PSD: ['POP', 'single', 'delete'],
  PSN: ['POP', 'single', 'no-setting'],
  PMK: ['POP', 'multiple', 'keep'],
  PMD: ['POP', 'multiple', 'delete'],
  PMN: ['POP', 'multiple', 'no-setting'],
  IS: ['IMAP', 'single'],
  IM: ['IMAP', 'multiple'],
  U: ['undecided', 'single'],
};

export const KINDS = [
  'PSK',
  'PSD',
  'PSN',
  'PMK',
  'PMD',
  'PMN',
  'IS',
  'IM',
  'U',
] as const satisfies readonly Kind[];

/** A record of a kind with nothing beside what is required. */
export function customerOf(kind: Kind, more: Partial<Customer> = {}): Customer {
  const [connection, devices, leaveOnServer] = TRAITS[kind];
  return {
    customerId: '00012345',
    name: '見本　太郎',
    honorific: '様',
    mailAddress: 'sample@example.ne.jp',
    connection,
    devices,
    ...(leaveOnServer !== undefined && { leaveOnServer }),
    deviceList: [],
    deliveryMethod: 'counter',
    largePrint: false,
    shared: false,
    place: { kind: 'record', file: 'customers.csv', row: 2 },
    ...more,
  };
}
