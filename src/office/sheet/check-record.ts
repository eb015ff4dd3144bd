/** Takes a record and a profile, gives what does not go together between the two (records.md §3); a sheet is made where none is an error. */

import type { Problem } from '../../problem.js';
import type { Customer } from '../customers/customer.js';
import { fieldPlace } from '../field-place.js';
import type { Provider } from '../provider/provider.js';
import { DATE_RULES } from './check-dates.js';
import { DELIVERY_RULES } from './check-delivery.js';
import { IDENTITY_RULES } from './check-identity.js';
import { postalCode } from './check-postal-code.js';
import { RECEPTION_RULES } from './check-reception.js';
import type { CheckOptions } from './record-rule.js';

/** In the order of the record's fields, so that staff can walk along the row. */
const RULES = [...IDENTITY_RULES, ...RECEPTION_RULES, ...DATE_RULES, postalCode, ...DELIVERY_RULES];

export function checkRecord(
  customer: Customer,
  provider: Provider,
  options: CheckOptions = {},
): readonly Problem[] {
  return RULES.flatMap((rule): Problem[] => {
    const finding = rule(customer, provider, options);
    if (finding === undefined) return [];
    const { field, ...problem } = finding;
    return [{ ...problem, place: fieldPlace(customer, field) }];
  });
}
