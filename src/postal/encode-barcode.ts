/** Takes postal code and address number, gives the codes of the customer barcode with their check digit. */

import { BARCODE_CODES, type BarcodeCode, DATA_LENGTH, FILLER } from './barcode-code.js';

/**
 * 21 codes, separated by spaces: 20 of data, filled up or cut as Japan Post says, and the check digit. `data` holds digits,
 * hyphens and capital letters: seven digits of the postal code, then the address number.
 */
export function encodeBarcode(data: string): string {
  const codes = Array.from(data, codesOf).flat().slice(0, DATA_LENGTH);
  while (codes.length < DATA_LENGTH) codes.push(FILLER);
  return [...codes, checkDigit(codes)].join(' ');
}

const isCode = (text: string): text is BarcodeCode => BARCODE_CODES.some((code) => code === text);
const LETTER_CONTROLS: readonly BarcodeCode[] = ['CC1', 'CC2', 'CC3'];

/** A letter is a control code for its third of the alphabet and a digit. */
function codesOf(character: string): readonly BarcodeCode[] {
  if (isCode(character)) return [character];
  const index = character.charCodeAt(0) - 'A'.charCodeAt(0);
  const control = LETTER_CONTROLS[Math.floor(index / 10)];
  const digit = BARCODE_CODES[index % 10];
  if (index < 0 || index > 25 || control === undefined || digit === undefined) {
    throw new RangeError(`A customer barcode holds digits, hyphens and A–Z, not "${character}".`);
  }
  return [control, digit];
}

/** Makes the sum of all values a multiple of 19; where it is one already, the digit is 0. */
function checkDigit(codes: readonly BarcodeCode[]): BarcodeCode {
  const sum = codes.reduce((total, code) => total + BARCODE_CODES.indexOf(code), 0);
  const code = BARCODE_CODES[(19 - (sum % 19)) % 19];
  if (code === undefined) throw new Error('annai: internal error: no check digit');
  return code;
}
