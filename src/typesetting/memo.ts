/** Takes what was computed, keeps it for when it is asked for again. */

/**
 * Remembers what was asked for lately: at least the `limit / 2` last different keys, at most `limit`. The younger
 * half makes room by becoming the older one; what is asked for again comes back to the younger. A limit of 0 remembers
 * nothing. What is not worth keeping is computed again when it is asked for again. `compute` must give the same for a key.
 */
export function memoByKey<Result>(
  limit: number,
  isWorthKeeping: (key: string, result: Result) => boolean = () => true,
): (key: string, compute: () => Result) => Result {
  const half = Math.floor(limit / 2);
  let younger = new Map<string, Result>();
  let older = new Map<string, Result>();
  return (key, compute) => {
    const known = younger.get(key);
    if (known !== undefined) return known;
    const old = older.get(key);
    const result = old ?? compute();
    if (old === undefined && !isWorthKeeping(key, result)) return result;
    if (younger.size >= half) {
      older = younger;
      younger = new Map();
    }
    if (half > 0) younger.set(key, result);
    return result;
  };
}

/** Keeps what is asked for a second time: a name or a number of one customer's is not. */
export function onceAgain(limit: number): (key: string) => boolean {
  let asked = new Set<string>();
  return (key) => {
    if (asked.has(key)) return true;
    if (asked.size >= limit) asked = new Set();
    asked.add(key);
    return false;
  };
}

/** Of one object: no more, so that what lives long does not grow for ever. */
const DETAILS = 64;

/** Remembers what was computed for an object and some details as long as the object lives. */
export function memoByObject<Key extends object, Result>(): (
  object: Key,
  detail: string,
  compute: () => Result,
) => Result {
  const known = new WeakMap<Key, Map<string, Result>>();
  return (object, detail, compute) => {
    let details = known.get(object);
    if (details === undefined) {
      details = new Map();
      known.set(object, details);
    }
    const found = details.get(detail);
    if (found !== undefined) return found;
    const result = compute();
    if (details.size >= DETAILS) details.clear();
    details.set(detail, result);
    return result;
  };
}
