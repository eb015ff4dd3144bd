/** Takes a customer, gives the kind of sheet; and says of each kind what is true of it. */

import { sure } from '../../problem.js';
import type { Connection, Customer, Devices, LeaveOnServer } from '../customers/customer.js';
import type { Kind } from './sheet.js';

interface KindTraits {
  readonly kind: Exclude<Kind, 'U'>;
  readonly connection: Exclude<Connection, 'undecided'>;
  readonly devices: Devices;
  /** IMAP has no such setting. */
  readonly leave: LeaveOnServer;
}

export const PERSONAL_KINDS: readonly KindTraits[] = [
  { kind: 'PSK', connection: 'POP', devices: 'single', leave: 'keep' },
  { kind: 'PSD', connection: 'POP', devices: 'single', leave: 'delete' },
  { kind: 'PSN', connection: 'POP', devices: 'single', leave: 'no-setting' },
  { kind: 'PMK', connection: 'POP', devices: 'multiple', leave: 'keep' },
  { kind: 'PMD', connection: 'POP', devices: 'multiple', leave: 'delete' },
  { kind: 'PMN', connection: 'POP', devices: 'multiple', leave: 'no-setting' },
  { kind: 'IS', connection: 'IMAP', devices: 'single', leave: 'no-setting' },
  { kind: 'IM', connection: 'IMAP', devices: 'multiple', leave: 'no-setting' },
];

export function kindOf(customer: Customer): Kind {
  const { connection, devices } = customer;
  if (connection === 'undecided') return 'U';
  const leave =
    connection === 'IMAP' ? 'no-setting' : sure(customer.leaveOnServer, 'leaveOnServer of a POP customer');
  const traits = PERSONAL_KINDS.find(
    (each) => each.connection === connection && each.devices === devices && each.leave === leave,
  );
  return sure(traits, `kind for ${connection} ${devices} ${leave}`).kind;
}
