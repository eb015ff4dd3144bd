import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../src/office/customers/customer.js';
import { checkCharacter, controlNumber } from '../../../src/office/sheet/control-number.js';
import { customerOf } from './customer-for-tests.js';
import { PROVIDER } from './provider-for-tests.js';

const CHARACTERS = [...'23456789ACDEFGHJKLMNPQRTUVWXY'];
const numberOf = (
  record: Partial<Customer> = {},
  more: { provider?: typeof PROVIDER; template?: string; date?: string } = {},
) =>
  controlNumber(
    customerOf('PSK', record),
    more.provider ?? PROVIDER,
    more.template ?? '1',
    more.date ?? '2026-11-23',
  );
const bare = (number: string) => number.replaceAll('-', '');

describe('the control number', () => {
  test('is three groups of three characters that cannot be taken for one another', () => {
    expect(numberOf()).toMatch(/^[2-9AC-HJ-NP-RT-Y]{3}(-[2-9AC-HJ-NP-RT-Y]{3}){2}$/);
    expect(numberOf()).not.toMatch(/[01IOSZB]/);
  });

  test('stays the same for the same record, profile, template and date', () => {
    expect(numberOf()).toBe(numberOf());
    expect(numberOf()).toBe('6G8-JXK-KDY');
  });

  test('changes with the record, its number, the profile, the template and the date', () => {
    const numbers = [
      numberOf(),
      numberOf({ customerId: '00012346' }),
      numberOf({ name: '見本　花子' }),
      numberOf({ leaveDays: 7 }),
      numberOf({ deviceList: ['PC'] }),
      numberOf({}, { provider: { ...PROVIDER, revision: '2026.2' } }),
      numberOf({}, { provider: { ...PROVIDER, id: 'other' } }),
      numberOf({}, { template: '2' }),
      numberOf({}, { date: '2026-11-24' }),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('tells nothing of the password and does not depend on the file the record came from', () => {
    expect(numberOf({ initialPassword: 'abcdefgh' })).toBe(numberOf());
    expect(numberOf({ place: { kind: 'record', file: 'other.xlsx', row: 99 } })).toBe(numberOf());
  });

  test('does not depend on the order of the fields or on fields that are there but empty', () => {
    const { name, ...rest } = customerOf('PSK');
    const reordered: Customer = { ...rest, name };
    expect(controlNumber(reordered, PROVIDER, '1', '2026-11-23')).toBe(numberOf());
  });

  test('has a check character that finds any wrong character and any two swapped ones', () => {
    const data = fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 8, maxLength: 8 });
    const position = fc.nat(8);
    const valid = (whole: string) => checkCharacter(whole.slice(0, 8)) === whole[8];
    fc.assert(
      fc.property(data, position, position, fc.constantFrom(...CHARACTERS), (text, from, to, other) => {
        const whole = [...text, checkCharacter(text)];
        const mistyped = whole.with(from, other).join('');
        const swapped = whole
          .with(from, whole[to] ?? '')
          .with(to, whole[from] ?? '')
          .join('');
        expect(valid(whole.join(''))).toBe(true);
        expect(valid(mistyped)).toBe(mistyped === whole.join(''));
        expect(valid(swapped)).toBe(swapped === whole.join(''));
      }),
    );
  });

  test('ends in the check character of what stands before it', () => {
    const number = bare(numberOf());
    expect(number[8]).toBe(checkCharacter(number.slice(0, 8)));
  });
});
