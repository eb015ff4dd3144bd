/** Takes the readings of one file in order, refuses the ones that repeat a customer number or a mail address (V02). */

import type { Problem } from '../../problem.js';
import { fieldPlace } from '../field-place.js';
import type { CustomerRead } from './customer-read.js';
import { calledBy } from './read-field.js';

/** Compared without regard to case: sheets are named by customer number, and file systems and mail servers ignore case. */
export function createDuplicateCheck(): (read: CustomerRead) => CustomerRead {
  const ids = new Map<string, number>();
  const addresses = new Map<string, { readonly row: number; readonly shared: boolean }>();
  return (read) => {
    const problems: Problem[] = [];
    const { row, customerId, customer } = read;
    if (customerId !== undefined) {
      const first = ids.get(customerId.toLowerCase());
      if (first === undefined) ids.set(customerId.toLowerCase(), row);
      else problems.push(duplicate('customerId', customerId, first, read));
    }
    if (customer !== undefined) {
      const { mailAddress, shared } = customer;
      const first = addresses.get(mailAddress.toLowerCase());
      if (first === undefined) addresses.set(mailAddress.toLowerCase(), { row, shared });
      else if (!(first.shared && shared))
        problems.push(duplicate('mailAddress', mailAddress, first.row, read));
    }
    if (problems.length === 0) return read;
    const { customer: _refused, ...rest } = read;
    return { ...rest, problems: [...read.problems, ...problems] };
  };
}

function duplicate(
  field: 'customerId' | 'mailAddress',
  value: string,
  first: number,
  read: CustomerRead,
): Problem {
  const called = calledBy(field, read.headings?.[field]);
  return {
    code: 'V02',
    severity: 'error',
    message: {
      ja: `「${called.ja}」の「${value}」が、${first}行目と${read.row}行目で同じです。`,
      en: `The ${called.en} "${value}" stands in row ${first} and in row ${read.row}.`,
    },
    hint:
      field === 'customerId'
        ? {
            ja: '同じお客様が二重に入っていないか確かめ、どちらかの行を消すか直してください。',
            en: 'See whether a customer was entered twice; delete or correct one of the rows.',
          }
        : {
            ja: 'どちらかを直してください。ご家族などで同じアドレスを使うときは、両方の行の「アドレス共有」を「はい」にしてください。',
            en: 'Correct one of them. If both really use one address, put yes under アドレス共有 in both rows.',
          },
    place: { ...fieldPlace(read, field), row: read.row },
  };
}
