/** Takes what staff wrote (a path, a reason), gives it without what says who the customer is. */

import type { Customer } from '../office/customers/customer.js';

const LEFT_OUT = '［お客様の情報］';

export const withoutPersonal = (text: string, customer: Customer): string =>
  personal(customer).reduce((rest, each) => rest.replaceAll(each, LEFT_OUT), text);

export const namesCustomer = (text: string, customer: Customer): boolean =>
  withoutPersonal(text, customer) !== text;

/** What of the record must not stand in a ledger, longest first. The customer number is no secret. */
function personal(customer: Customer): readonly string[] {
  const { name, nameKana, address1, address2, building, mailAddress, mailUserName, senderName } = customer;
  const names = [name, nameKana, senderName].flatMap((each) =>
    each === undefined
      ? []
      : [each, each.replaceAll('\u3000', ' '), each.replaceAll('\u3000', ''), ...each.split('\u3000')],
  );
  const others = [address1, address2, building, mailAddress, mailAddress.split('@')[0], mailUserName];
  return [...names, ...others, customer.initialPassword]
    .flatMap((each) =>
      each !== undefined && tellsSomebody(each) && each !== customer.customerId ? [each] : [],
    )
    .sort((a, b) => b.length - a.length);
}

/** Two kanji may be a family name; two digits or letters stand anywhere. */
const tellsSomebody = (text: string): boolean => text.length >= (/^[\x20-\x7e]*$/.test(text) ? 4 : 2);
