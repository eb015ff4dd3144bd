/** Takes a length and weights, gives whole parts in proportion to the weights that add up to the length exactly. */

import type { Length } from '../../../units.js';

/** Equal parts where no weight is above zero. */
export function share(total: Length, weights: readonly number[]): readonly Length[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  const used = sum > 0 ? weights : weights.map(() => 1);
  const whole = sum > 0 ? sum : weights.length;
  let weighed = 0;
  let given = 0;
  return used.map((weight) => {
    weighed += weight;
    const until = Math.round((total * weighed) / whole);
    const part = until - given;
    given = until;
    return part;
  });
}
