/** The codes of the Japan Post customer barcode (カスタマバーコード), in the order of their values for the check digit. */

export const BARCODE_CODES = [
  ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-'],
  ...['CC1', 'CC2', 'CC3', 'CC4', 'CC5', 'CC6', 'CC7', 'CC8'],
] as const;

export type BarcodeCode = (typeof BARCODE_CODES)[number];

/** Postal code and address number together, letters taking two codes each. */
export const DATA_LENGTH = 20;
/** Fills what the address number leaves empty. */
export const FILLER: BarcodeCode = 'CC4';
