/** Where the em box stands on the alphabetic baseline: the same for every face, so that fallback never moves a line. */

/** Of the font size; BIZ UD draws its ideographs in this very box. */
export const ABOVE_BASELINE = 0.88;
export const BELOW_BASELINE = 0.12;
