/** Takes a customer and a profile, gives the mailbox capacity in MB: the record's own, else the plan's, else the profile's. */

import type { Customer } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';

/** undefined: the profile lists plans, and the record's is not among them. A profile without plans has one capacity for all. */
export function quotaOf(customer: Customer, provider: Provider): number | undefined {
  if (customer.quotaMB !== undefined) return customer.quotaMB;
  if (customer.plan === undefined || Object.keys(provider.plans).length === 0) return provider.quotaMB;
  return Object.hasOwn(provider.plans, customer.plan) ? provider.plans[customer.plan] : undefined;
}
