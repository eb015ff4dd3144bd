// Takes the figures of several runs, gives what the table says of them.

/** @typedef {{ readonly low: number, readonly median: number, readonly high: number }} Spread */

/** @param {readonly number[]} values @returns {Spread | undefined} nothing of nothing */
export function spreadOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  const half = (sorted.length - 1) / 2;
  if (sorted.length === 0) return undefined;
  return {
    low: at(0),
    median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    high: at(sorted.length - 1),
  };
}

/** Three figures that count. @param {number} value */
export function figure(value) {
  if (value >= 100) return String(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** @param {Spread | undefined} spread */
export const spreadText = (spread) =>
  spread === undefined ? '—' : `${figure(spread.median)} (${figure(spread.low)}–${figure(spread.high)})`;
