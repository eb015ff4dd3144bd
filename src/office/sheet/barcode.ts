/** Takes a record and a profile, gives the customer barcode of the address, or why there is none; undefined where none is wanted. */

import { type AddressBarcode, addressBarcode, type NoBarcode } from '../../postal/address-barcode.js';
import type { Customer } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';

export function barcodeOf(
  { deliveryMethod, honorific, postalCode, address1, address2, building }: Customer,
  { mailing }: Provider,
): AddressBarcode | NoBarcode | undefined {
  if (deliveryMethod !== 'post' || !mailing?.customerBarcode) return undefined;
  if (postalCode === undefined || address1 === undefined) return undefined;
  return addressBarcode({
    postalCode,
    toOrganisation: honorific === '御中',
    address1,
    ...(address2 !== undefined && { address2 }),
    ...(building !== undefined && { building }),
  });
}
