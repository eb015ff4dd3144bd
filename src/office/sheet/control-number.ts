/**
 * Takes a record, the profile's and the template's revision and the issue date, gives the control number: the name of
 * this printing, to be read over the telephone, e.g. `7KM-2QX-9RA`.
 *
 * Nine characters of an alphabet without anything that looks like something else (0 O, 1 I, 2 Z, 5 S, 8 B: the digit
 * stays). Eight come from a digest; the ninth makes the weighted sum a multiple of 29, so that one wrong character or
 * two swapped ones never give another valid number.
 */

import { hash } from 'node:crypto';
import { sure } from '../../problem.js';
import type { Customer, IsoDate } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';

/** 29 characters: a prime, which is what makes the check find every slip of one. */
const ALPHABET = '23456789ACDEFGHJKLMNPQRTUVWXY';
const BASE = ALPHABET.length;
const DATA = 8;

export function controlNumber(
  customer: Customer,
  provider: Provider,
  templateRevision: string,
  issueDate: IsoDate,
): string {
  const content = JSON.stringify([
    customer.customerId,
    recordContent(customer),
    provider.id,
    provider.revision,
    templateRevision,
    issueDate,
  ]);
  // 64 bits, divided by hand: their quotient is no number that JavaScript could hold exactly.
  const digest = hash('sha256', content, 'buffer');
  let high = digest.readUInt32BE(0);
  let low = digest.readUInt32BE(4);
  let data = '';
  for (let position = 0; position < DATA; position++) {
    const carried = (high % BASE) * 2 ** 32 + low;
    data += sure(ALPHABET[carried % BASE], 'character of the control number');
    high = Math.floor(high / BASE);
    low = Math.floor(carried / BASE);
  }
  const whole = data + checkCharacter(data);
  return `${whole.slice(0, 3)}-${whole.slice(3, 6)}-${whole.slice(6)}`;
}

/** Weights 1 to 8 for the data and 9 for the check character. */
export function checkCharacter(data: string): string {
  let sum = 0;
  for (let index = 0; index < data.length; index++) sum += (index + 1) * ALPHABET.indexOf(data.charAt(index));
  let check = 0;
  while ((sum + (DATA + 1) * check) % BASE !== 0) check++;
  return sure(ALPHABET[check], 'check character');
}

/** Every field of the record in a fixed order, without the password and without where the record was read and what its columns are called. */
function recordContent(customer: Customer): readonly (readonly [string, unknown])[] {
  const { initialPassword: _secret, place: _place, headings: _headings, ...content } = customer;
  const fields = Object.keys(content) as (keyof typeof content)[];
  const present: [string, unknown][] = [];
  for (const field of fields.sort()) {
    if (content[field] !== undefined) present.push([field, content[field]]);
  }
  return present;
}
