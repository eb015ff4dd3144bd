/** Takes a customer and the provider's rule, gives the user name to type; undefined where only the customer's paper has it (C17). */

import type { Customer } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';

/** A user name in the record wins over the rule. */
export function userNameOf(customer: Customer, provider: Provider): string | undefined {
  if (customer.mailUserName !== undefined) return customer.mailUserName;
  switch (provider.userNameRule) {
    case 'local-part':
      return customer.mailAddress.slice(0, customer.mailAddress.lastIndexOf('@'));
    case 'full-address':
      return customer.mailAddress;
    case 'column':
    case 'refer':
      return undefined;
  }
}
