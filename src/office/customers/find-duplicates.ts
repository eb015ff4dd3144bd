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
  const repeated = new Map<number, Map<Repeat['field'], Repeated>>();
  return {
    hear({ row, repeats = [] }) {
      for (const { row: first, field, value } of repeats) {
        const fields = repeated.get(first) ?? new Map<Repeat['field'], Repeated>();
        const known = fields.get(field);
        fields.set(
          field,
          known === undefined ? { by: row, more: 0, value } : { ...known, more: known.more + 1 },
        );
        repeated.set(first, fields);
      }
    },
    rows: () => [...repeated.keys()],
    apply(read) {
      const found = repeated.get(read.row);
      if (found === undefined) return read;
      return refused(
        read,
        [...found].map(([field, { by, more, value }]) =>
          duplicate({ field, value: ownValue(read, field) ?? value }, read.row, by, read, more),
        ),
      );
    },
  };
}

/** The first row that repeats another: of a thousand, each of the others says so of itself. */
interface Repeated {
  readonly by: number;
  /** How many more do. */
  readonly more: number;
  readonly value: string;
}

/** As it stands in this row: the other may have it in capitals. */
const ownValue = ({ customerId, customer }: CustomerRead, field: Repeat['field']): string | undefined =>
  field === 'customerId' ? customerId : customer?.mailAddress;

function refused(read: CustomerRead, problems: readonly Problem[]): CustomerRead {
  const { customer: _refused, ...rest } = read;
  return { ...rest, problems: [...read.problems, ...problems] };
}

function duplicate(
  { field, value }: Pick<Repeat, 'field' | 'value'>,
  first: number,
  second: number,
  read: CustomerRead,
  more = 0,
): Problem {
  const called = calledBy(field, read.headings?.[field]);
  const others = more === 0 ? { ja: '', en: '' } : { ja: `（ほかに${more}行）`, en: `, and in ${more} more` };
  return {
    code: 'V02',
    severity: 'error',
    message: {
      ja: `「${called.ja}」の「${value}」が、${first}行目と${second}行目${others.ja}で同じです。`,
      en: `"${value}" in "${called.en}" stands in row ${first} and in row ${second}${others.en}.`,
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
