/**
 * Takes an address as an office writes it, gives its customer barcode, or why it has none (Japan Post,
 * 郵便番号・バーコードマニュアル). No list of postal codes is asked: where only one could tell, there is no barcode.
 */

import { addressNumber } from './address-number.js';
import { type AddressLines, afterTown } from './after-town.js';
import { customerBarcode, isOwnCode } from './customer-barcode.js';

export interface PostalAddress extends AddressLines {
  /** Seven digits. */
  readonly postalCode: string;
  /** Only an organisation can have a code of its own (大口事業所個別番号). */
  readonly toOrganisation: boolean;
}

/**
 * `representative-code`: stands for no town (「以下に掲載がない場合」). `own-code`: may be the code of the organisation
 * itself, whose barcode holds no address. `town-unclear`: a number may be part of the town's name.
 */
export type NoBarcode = 'representative-code' | 'own-code' | 'town-unclear';

export interface AddressBarcode {
  /** 住所表示番号, before it is cut to the barcode's length; empty where the address has no number. */
  readonly number: string;
  /** 21 codes, separated by spaces. */
  readonly codes: string;
}

const BOX = '私書箱';
/** The post office's collective code for boxes: the number of the box follows it. */
const COLLECTIVE_CODE = /869[0-9]$|91$/;
/** Own codes look so, after three digits of the area or after five; codes of towns may, too (500-8384). */
const MAYBE_OWN_CODE = /^[0-9]{3}8|[89][0-9]$/;

export function addressBarcode({
  postalCode,
  toOrganisation,
  ...lines
}: PostalAddress): AddressBarcode | NoBarcode {
  const made = (addressB: string, ownCode: boolean): AddressBarcode | NoBarcode => {
    const codes = customerBarcode({ postalCode, addressB, ownCode });
    if (codes === undefined) return 'representative-code';
    return { codes, number: ownCode ? '' : addressNumber(addressB) };
  };
  const whole = [lines.address1, lines.address2, lines.building].filter((line) => line !== undefined);
  const box = whole.findIndex((line) => line.includes(BOX));
  if (isOwnCode(postalCode)) return made('', true);
  if (box >= 0) {
    const line = whole.slice(box).join('\u3000');
    return made(line.slice(line.indexOf(BOX)), !COLLECTIVE_CODE.test(postalCode));
  }
  if (postalCode.endsWith('00')) return 'representative-code';
  if (toOrganisation && MAYBE_OWN_CODE.test(postalCode)) return 'own-code';
  const addressB = afterTown(lines);
  return addressB === undefined ? 'town-unclear' : made(addressB, false);
}
