/** Takes a postal code and what follows the town in the address, gives the customer barcode's codes, or none where it must not be printed. */

import { addressNumber } from './address-number.js';
import { encodeBarcode } from './encode-barcode.js';

export interface BarcodeAddress {
  /** Seven digits, with or without a hyphen. */
  readonly postalCode: string;
  /** 住所B: from 丁目 on, building and room included. */
  readonly addressB: string;
  /** The postal code is a large business's own (大口事業所個別番号): it stands for the whole address. */
  readonly ownCode?: boolean;
}

/** Individual codes of businesses that look like a representative code. The data of 2026-08 has no others. */
const OWN_CODES_ENDING_IN_00: ReadonlySet<string> = new Set(['1518600', '1988700', '5088500']);

/** What can be told of a business's own code without a list of them. */
export const isOwnCode = (digits: string): boolean => OWN_CODES_ENDING_IN_00.has(digits);

/** Undefined for a representative code (「以下に掲載がない場合」): such mail gets no barcode. */
export function customerBarcode({
  postalCode,
  addressB,
  ownCode = false,
}: BarcodeAddress): string | undefined {
  const digits = postalCode.replace('-', '');
  if (!/^[0-9]{7}$/.test(digits)) throw new RangeError('A postal code has seven digits.');
  if (ownCode || isOwnCode(digits)) return encodeBarcode(digits);
  if (digits.endsWith('00')) return undefined;
  return encodeBarcode(digits + addressNumber(addressB));
}
