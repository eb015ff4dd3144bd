/** Takes the width that is free for a customer barcode, gives its size in points (Japan Post: 8 to 11.5, usually 10). */

/** Blank on all four sides, in millimetres. */
export const QUIET_ZONE = 2;
const SMALLEST = 8;
const USUAL = 10;
/** 66 pitches of 0.12 mm and a bar of 0.06 mm for each point. */
const WIDTH_OF_A_POINT = 7.98;

export const SMALLEST_WIDTH = SMALLEST * WIDTH_OF_A_POINT + 2 * QUIET_ZONE;

/** `width` in millimetres, quiet zones included. Undefined where not even the smallest fits. */
export function barcodeSize(width: number): number | undefined {
  // Whole tenths; the millionth keeps a width that just fits from falling below through its binary form.
  const tenths = Math.floor(((width - 2 * QUIET_ZONE) / WIDTH_OF_A_POINT) * 10 + 1e-6);
  return tenths < SMALLEST * 10 ? undefined : Math.min(tenths / 10, USUAL);
}
