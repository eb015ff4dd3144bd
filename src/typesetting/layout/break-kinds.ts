/** Takes the break values that meet between two boxes, gives the one that counts (CSS Fragmentation 3 §3.1, §4.1). */

import type { Style } from '../style/style.js';
import type { Cut } from './block.js';

type BreakBetween = Style['breakBefore'];

/** A forced break beats `avoid`, `avoid` beats `auto`. */
export function joinBreaks(...values: readonly BreakBetween[]): BreakBetween {
  if (values.includes('page')) return 'page';
  return values.includes('avoid') ? 'avoid' : 'auto';
}

/** The kind of a cut between two boxes at which `value` holds. */
export function cutKind(value: BreakBetween): Pick<Cut, 'kind' | 'lastResort'> {
  if (value === 'page') return { kind: 'forced' };
  return value === 'avoid' ? { kind: 'avoid', lastResort: true } : { kind: 'allowed' };
}
