/**
 * Takes the readings of one file in order, refuses the ones that repeat a customer number or a mail address (V02).
 *
 * While a file is read only the later of two rows can be refused. Once all of it is known, both are: the file does not
 * say which of them is right.
 */

import type { Problem } from '../../problem.js';
import { fieldPlace } from '../field-place.js';
import type { CustomerRead, Repeat } from './customer-read.js';
import { FirstRows } from './first-rows.js';
import { calledBy } from './read-field.js';

/** Compared without regard to case: sheets are named by customer number, and file systems and mail servers ignore case. */
export function createDuplicateCheck(): (read: CustomerRead) => CustomerRead {
  const ids = new FirstRows();
  const addresses = new FirstRows();
  return (read) => {
    const repeats: Repeat[] = [];
    const { row, customerId, customer } = read;
    if (customerId !== undefined) {
      const first = ids.find(customerId.toLowerCase(), row);
      if (first !== undefined) repeats.push({ field: 'customerId', value: customerId, row: first.row });
    }
    if (customer !== undefined) {
      const { mailAddress, shared } = customer;
      const first = addresses.find(mailAddress.toLowerCase(), row, shared);
      if (first !== undefined && !(first.flag && shared))
        repeats.push({ field: 'mailAddress', value: mailAddress, row: first.row });
    }
    if (repeats.length === 0) return read;
    return {
      ...refused(
        read,
        repeats.map((repeat) => duplicate(repeat, repeat.row, row, read)),
      ),
      repeats,
    };
  };
}

/** Hears all the readings of a file, knows then which rows a later one repeats; their number is all that it holds. */
export interface Blame {
  hear(read: CustomerRead): void;
  /** The rows that a later one repeats. */
  rows(): readonly number[];
  /** Gives a reading, refused where a later row repeats it. */
  apply(read: CustomerRead): CustomerRead;
}

export function createBlame(): Blame {
  const repeated = new Map<number, { readonly repeat: Repeat; readonly by: number }[]>();
  return {
    hear({ row, repeats = [] }) {
      for (const repeat of repeats) {
        const known = repeated.get(repeat.row);
        if (known === undefined) repeated.set(repeat.row, [{ repeat, by: row }]);
        else known.push({ repeat, by: row });
      }
    },
    rows: () => [...repeated.keys()],
    apply(read) {
      const found = repeated.get(read.row);
      if (found === undefined) return read;
      return refused(
        read,
        found.map(({ repeat, by }) => duplicate(repeat, read.row, by, read)),
      );
    },
  };
}

function refused(read: CustomerRead, problems: readonly Problem[]): CustomerRead {
  const { customer: _refused, ...rest } = read;
  return { ...rest, problems: [...read.problems, ...problems] };
}

function duplicate({ field, value }: Repeat, first: number, second: number, read: CustomerRead): Problem {
  const called = calledBy(field, read.headings?.[field]);
  return {
    code: 'V02',
    severity: 'error',
    message: {
      ja: `「${called.ja}」の「${value}」が、${first}行目と${second}行目で同じです。`,
      en: `"${value}" in "${called.en}" stands in row ${first} and in row ${second}.`,
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
