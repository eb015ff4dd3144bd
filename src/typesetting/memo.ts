/** Takes a pure function, gives the same function with a memory. */

/**
 * Remembers what was asked for lately: at least the `limit / 2` last different arguments, at most `limit`. The younger
 * half makes room by becoming the older one; what is asked for again comes back to the younger. A limit of 0 remembers
 * nothing.
 */
export function memo<Argument, Result>(
  compute: (argument: Argument) => Result,
  keyOf: (argument: Argument) => string,
  limit: number,
): (argument: Argument) => Result {
  const half = Math.floor(limit / 2);
  let younger = new Map<string, Result>();
  let older = new Map<string, Result>();
  return (argument) => {
    const key = keyOf(argument);
    const known = younger.get(key);
    if (known !== undefined) return known;
    const result = older.get(key) ?? compute(argument);
    if (younger.size >= half) {
      older = younger;
      younger = new Map();
    }
    if (half > 0) younger.set(key, result);
    return result;
  };
}
